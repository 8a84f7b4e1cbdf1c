'use client';
import { useCallback, useEffect, useState } from 'react';
import { notificationPreference } from '../preferences/preferences.ts';
import { usePreference } from '../preferences/use-preference.ts';
import { useInFront } from './use-in-front.ts';

/** What the browser lets the page do. `default`: it has not been asked. */
export type NotificationState = NotificationPermission | 'unsupported';

/** Notifications of the desktop, and whether they may be shown. */
export interface Notifications {
  state: NotificationState;
  /** Whether they are wanted, where they may be shown. */
  on: boolean;
  setOn(on: boolean): void;
  /** Lets the browser ask; only from a press of a button. */
  ask(): Promise<void>;
}

/** What a notification says; its key tells one offer from another. */
export interface NotificationText {
  key: string;
  title: string;
  body: string;
}

/** Shows a notification as long as there is something to say and the page is not in front. */
export function useNotifications(text: NotificationText | null): Notifications {
  const { state, look } = useNotificationState();
  const [on, setOn] = usePreference(notificationPreference);
  const isInFront = useInFront();
  const shown = state === 'granted' && on && !isInFront && text !== null;
  const { key = null, title = '', body = '' } = text ?? {};
  useEffect(() => {
    if (!shown || key === null) return;
    return show(title, body);
    // The words of one offer stay as they were: a wait that is told again is no news.
  }, [shown, key]);
  const ask = useCallback(async () => {
    await Notification.requestPermission().catch(() => undefined);
    look();
  }, [look]);
  return { state, on, setOn, ask };
}

/** Returns how to take it away again. */
function show(title: string, body: string): () => void {
  try {
    const notification = new Notification(title, {
      body,
      tag: 'call-on-offer',
      icon: '/icons/desk-192.png',
      // The ring is ours, and it stays as long as the offer does.
      silent: true,
      requireInteraction: true,
    });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return () => notification.close();
  } catch {
    // Browsers of phones leave them to service workers.
    return () => undefined;
  }
}

function useNotificationState(): { state: NotificationState; look: () => void } {
  const [state, setState] = useState<NotificationState>('unsupported');
  const look = useCallback(() => setState(readState()), []);
  useEffect(() => {
    look();
    const over = new AbortController();
    const { signal } = over;
    // Somebody may answer by the lock in the address bar; not every browser tells of it.
    const permission = navigator.permissions?.query({ name: 'notifications' });
    void permission?.then(
      (status) => {
        if (!signal.aborted) status.addEventListener('change', look, { signal });
      },
      () => undefined,
    );
    window.addEventListener('focus', look, { signal });
    return () => over.abort();
  }, [look]);
  return { state, look };
}

function readState(): NotificationState {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}
