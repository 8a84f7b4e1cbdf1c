'use client';
import { alertActSchema } from '@agent/protocol';
import type { WallAct } from '@agent/ui/wall';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { messageOf } from '../http/request-error.ts';
import { actOnAlert } from './wall-api.ts';
import type { Wall } from './wall-state.ts';

/** What somebody does about what stands out. */
export interface AlertActs {
  act(callId: string, incident: string, act: WallAct): void;
  /** What is under way, as `${callId} ${incident}`, until the wall shows it. */
  pending: ReadonlySet<string>;
  /** What went wrong last, in words. */
  problem: string | null;
  clear(): void;
}

/** Sends what somebody does about an alert, one thing at a time for each. */
export function useAlertActs(wall: Wall | null): AlertActs {
  const [under, setUnder] = useState<ReadonlyMap<string, 'sent' | 'answered'>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const sent = useRef(new Set<string>());
  const act = useCallback((callId: string, incident: string, what: WallAct) => {
    const key = `${callId} ${incident}`;
    if (sent.current.has(key)) return;
    sent.current.add(key);
    setProblem(null);
    setUnder((before) => new Map(before).set(key, 'sent'));
    const end = (isDone: boolean) => {
      sent.current.delete(key);
      setUnder((before) => (isDone ? new Map(before).set(key, 'answered') : without(before, key)));
    };
    actOnAlert(callId, incident, alertActSchema.parse(what)).then(
      () => end(true),
      (error: unknown) => {
        setProblem(messageOf(error));
        end(false);
      },
    );
  }, []);
  // What was answered stands in the next news.
  useEffect(() => {
    setUnder((before) => {
      const left = [...before].filter(([, state]) => state === 'sent');
      return left.length === before.size ? before : new Map(left);
    });
  }, [wall]);
  const pending = useMemo(() => new Set(under.keys()), [under]);
  return { act, pending, problem, clear: () => setProblem(null) };
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([one]) => one !== key));
}
