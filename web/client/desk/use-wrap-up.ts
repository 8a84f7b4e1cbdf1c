'use client';
import type { CallState } from '@agent/calls';
import type { CallId, CallView, WrapUpDraft, WrapUpRequest } from '@agent/protocol';
import type { SaveState, WrapUpValue } from '@agent/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createAutosave } from '../http/autosave.ts';
import { finishWrapUp, saveWrapUp } from '../http/call-api.ts';
import { type Action, useAction } from '../http/use-action.ts';
import { type DraftOfCall, savedLines, useDraftOfCall } from './use-draft-of-call.ts';

/** The wrap-up of one call: saved as typed, finished once. */
export interface WrapUp {
  value: WrapUpValue;
  change(value: WrapUpValue): void;
  draft: DraftOfCall;
  saveState: SaveState | undefined;
  finish: Action<[Omit<WrapUpRequest, 'lines'>]>;
}

/**
 * Keeps the wrap-up form of a call. Starts with what was saved before a reload; `call` gives the draft
 * once its talk is over.
 */
export function useWrapUp(callId: CallId, saved: CallView['wrapUp'], call: CallState): WrapUp {
  const [value, setValue] = useState<WrapUpValue>(() => ({
    disposition: saved?.disposition ?? null,
    notes: saved?.notes ?? '',
  }));
  const known = useRef(saved?.outcomes);
  known.current = saved?.outcomes;
  const [saveState, setSaveState] = useState<SaveState | undefined>();
  const autosave = useMemo(
    () =>
      createAutosave<WrapUpDraft>({
        save: (draft, { leaving }) => saveWrapUp(callId, choosable(draft, known.current), leaving),
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
  const draft = useDraftOfCall(call, saved?.lines ?? [], (lines) =>
    autosave.change({ ...value, lines: savedLines(lines) }),
  );
  const finish = useAction(async (request: Omit<WrapUpRequest, 'lines'>) => {
    autosave.close();
    await finishWrapUp(callId, { ...request, lines: savedLines(draft.lines) });
  });
  const change = (next: WrapUpValue) => {
    setValue(next);
    autosave.change({ ...next, lines: savedLines(draft.lines) });
  };
  return { value, change, draft, saveState, finish };
}

/** A draft without an outcome that was taken away: its notes are to be kept all the same. */
function choosable(
  draft: WrapUpDraft,
  outcomes: readonly { id: string }[] | undefined,
): WrapUpDraft {
  const isThere = !outcomes || outcomes.some(({ id }) => id === draft.disposition);
  return isThere ? draft : { ...draft, disposition: null };
}
