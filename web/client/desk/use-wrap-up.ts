'use client';
import type { CallId, CallView, WrapUpRequest } from '@agent/protocol';
import type { SaveState, WrapUpValue } from '@agent/ui';
import { useEffect, useMemo, useState } from 'react';
import { createAutosave } from '../http/autosave.ts';
import { finishWrapUp, saveWrapUp } from '../http/call-api.ts';
import { type Action, useAction } from '../http/use-action.ts';

/** The wrap-up of one call: saved as typed, finished once. */
export interface WrapUp {
  value: WrapUpValue;
  change(value: WrapUpValue): void;
  saveState: SaveState | undefined;
  finish: Action<[WrapUpRequest]>;
}

/** Keeps the wrap-up form of a call. Starts with what was saved before a reload. */
export function useWrapUp(callId: CallId, saved: CallView['wrapUp']): WrapUp {
  const [value, setValue] = useState<WrapUpValue>(() => saved ?? { disposition: null, notes: '' });
  const [saveState, setSaveState] = useState<SaveState | undefined>();
  const autosave = useMemo(
    () =>
      createAutosave<WrapUpValue>({
        save: (draft, { leaving }) => saveWrapUp(callId, draft, leaving),
        onState: setSaveState,
      }),
    [callId],
  );
  useEffect(() => {
    const leave = () => void autosave.flush(true);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [autosave]);
  const finish = useAction(async (request: WrapUpRequest) => {
    autosave.close();
    await finishWrapUp(callId, request);
  });
  const change = (next: WrapUpValue) => {
    setValue(next);
    autosave.change(next);
  };
  return { value, change, saveState, finish };
}
