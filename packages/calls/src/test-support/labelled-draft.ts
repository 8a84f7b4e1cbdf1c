import type { WrapUpLineKind } from '@agent/protocol';
import { type CallState, createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import { createWrapUpDraft } from '../wrap-up/wrap-up-draft.ts';
import { callId, createAnsweredLog, spoken } from './call-log.ts';
import type { LabelledCall } from './labelled-calls.ts';

/** Kinds that are quotes. */
const kinds = { R: 'reason', P: 'promise', Q: 'question', A: 'amount' } as const satisfies Record<
  string,
  WrapUpLineKind
>;
const mark = /\[([RPQA])\] /gu;

/** How the lines of drafts of one kind compare with what they should be. */
export interface Agreement {
  right: number;
  /** Quoted, though it should not be. */
  wrong: string[];
  /** Not quoted, though it should be. */
  missed: string[];
}

/** The folded log of a labelled call, a segment each three seconds. */
export function stateOfLabelled({ lines }: LabelledCall): CallState {
  const log = createAnsweredLog();
  lines.forEach((line, index) => {
    const speaker = line.startsWith('c:') ? 'customer' : 'agent';
    const text = line.slice(3).replace(mark, '');
    log.append('segment.final', spoken(index + 1, index * 3_000, speaker, text));
  });
  log.append('call.ended', { reason: 'customer-hung-up' }, 600_000);
  return receiveEnvelopes(createCallState(callId), log.envelopes());
}

/** Compares the drafts of calls with their labels, kind by kind. */
export function compareDrafts(
  calls: readonly LabelledCall[],
): Record<(typeof kinds)[keyof typeof kinds], Agreement> {
  const results = {
    reason: { right: 0, wrong: [], missed: [] },
    promise: { right: 0, wrong: [], missed: [] },
    question: { right: 0, wrong: [], missed: [] },
    amount: { right: 0, wrong: [], missed: [] },
  } satisfies Record<string, Agreement>;
  for (const call of calls) {
    const { lines } = createWrapUpDraft(stateOfLabelled(call));
    for (const [letter, kind] of Object.entries(kinds)) {
      const wanted = call.lines.flatMap((line) => labelledPlaces(line, letter));
      const quoted = lines.filter((line) => line.kind === kind).map(({ text }) => text);
      compare(quoted, wanted, results[kind]);
    }
  }
  return results;
}

/** What stands after each mark of a letter, up to the next mark or the end. */
function labelledPlaces(line: string, letter: string): string[] {
  return line.split(/(?=\[[RPQA]\] )/u).flatMap((piece) => {
    return piece.startsWith(`[${letter}] `) ? [piece.slice(4).trim()] : [];
  });
}

/** A quote is right when it holds the beginning of what was labelled; it may be right for two. */
function compare(quoted: readonly string[], wanted: readonly string[], result: Agreement): void {
  const begins = (text: string) => text.split(/(?<=[.!?]) /u)[0] ?? text;
  const holds = (quote: string, want: string) => quote.includes(begins(want));
  const found = wanted.filter((want) => quoted.some((quote) => holds(quote, want)));
  result.right += found.length;
  result.missed.push(...wanted.filter((want) => !found.includes(want)));
  result.wrong.push(...quoted.filter((quote) => !wanted.some((want) => holds(quote, want))));
}
