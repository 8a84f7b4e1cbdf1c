'use client';
import { openHelp } from '@agent/calls';
import type { HelpRequest } from '@agent/protocol';
import type { AskedHelp } from '@agent/ui/supervision';
import { useRef } from 'react';
import type { LiveCall } from '../call/use-call.ts';
import { askForHelp, endHelp } from '../http/call-api.ts';
import { useAction } from '../http/use-action.ts';

/** The agent's call for a supervisor. */
export interface Help {
  /** null: nobody has been asked. */
  request: AskedHelp | null;
  ask(reason: string): void;
  /** Withdraws it or, once somebody has taken it, says that it is done. */
  end(): void;
  pending: boolean;
  /** What went wrong the last time, in words. */
  problem: string | null;
}

/** Asks for help in a call, and knows from its log how that goes. */
export function useHelp({ read, state, receiveEnvelope, retry }: LiveCall): Help {
  // Kept until it worked, so that asking once more after a failure asks no second time.
  const wanted = useRef<HelpRequest | null>(null);
  const asking = useAction(async (reason: string) => {
    if ((wanted.current?.reason ?? '') !== reason) wanted.current = null;
    wanted.current ??= { helpId: crypto.randomUUID(), ...(reason ? { reason } : {}) };
    receiveEnvelope(await askForHelp(read.callId, wanted.current));
    wanted.current = null;
  });
  const ending = useAction(async () => {
    await endHelp(read.callId);
    retry();
  });
  const open = openHelp(state.supervision);
  const request =
    open && state.answeredAtMs !== null
      ? { askedAtMs: state.answeredAtMs + open.askedMs, takenBy: open.taken?.by ?? null }
      : null;
  return {
    request,
    ask: (reason) => void asking.run(reason),
    end: () => void ending.run(),
    pending: asking.pending || ending.pending,
    problem: request ? ending.problem : (asking.problem ?? ending.problem),
  };
}
