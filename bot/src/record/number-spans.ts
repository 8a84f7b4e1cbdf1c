import { type Speaker, speakers } from '@agent/protocol';
import type { RedactedFinal } from '../redact/redaction.ts';
import type { CallSpan } from './call-span.ts';

/** Where the redactor found numbers. */
export type FoundNumbers = Pick<RedactedFinal, 'masked' | 'begunSegments' | 'unfinishedSegments'>;

/** Where card numbers were said, and where one may have been begun. */
export interface NumberSpans {
  /** Takes note of a final; gives the stretch that a number in it takes, undefined without one. */
  said(speaker: Speaker, span: CallSpan, found: FoundNumbers): CallSpan | undefined;
  /** From where on what is known until `knownUntilMs` may yet turn out to be a card number's. */
  openFromMs(knownUntilMs: number): number;
}

interface SaidSegment extends CallSpan {
  isMasked: boolean;
}

/** Two stretches with a number no further apart are one: what is between may be a misheard digit. */
const BETWEEN_MS = 4_000;
/** So long somebody may look for the rest of a number that was begun. */
const REST_WITHIN_MS = 30_000;
/** A number is not spread over more segments of one speaker. */
const MOST_SEGMENTS = 40;

/** Starts with nothing said. */
export function createNumberSpans(): NumberSpans {
  const said: Record<Speaker, SaidSegment[]> = { customer: [], agent: [], supervisor: [] };
  let unfinished: FoundNumbers['unfinishedSegments'] = { customer: 0, agent: 0, supervisor: 0 };
  let last: CallSpan | undefined;

  /** Where the digits begin that somebody said last and that may be the beginning of a number. */
  function begunFromMs(speaker: Speaker, knownUntilMs: number): number {
    const segments = said[speaker].slice(-unfinished[speaker]);
    const end = segments.at(-1);
    const isOpen = unfinished[speaker] > 0 && end && knownUntilMs - end.toMs < REST_WITHIN_MS;
    const first = isOpen ? segments.find(({ isMasked }) => !isMasked) : undefined;
    return first?.fromMs ?? Number.POSITIVE_INFINITY;
  }

  return {
    said(speaker, { fromMs, toMs }, { masked, begunSegments, unfinishedSegments }) {
      unfinished = unfinishedSegments;
      const own = said[speaker];
      own.push({ fromMs, toMs, isMasked: masked !== 'none' });
      if (own.length > MOST_SEGMENTS) own.shift();
      if (masked === 'none') return undefined;
      const begun = masked === 'here-and-before' ? own.slice(-1 - begunSegments, -1) : [];
      // What is silent already, and what lies behind it, need not be once more.
      let beginMs = begun.find(({ isMasked }) => !isMasked)?.fromMs ?? fromMs;
      for (const segment of begun) segment.isMasked = true;
      if (last && beginMs - last.toMs <= BETWEEN_MS) beginMs = Math.min(beginMs, last.toMs);
      last = { fromMs: beginMs, toMs: Math.max(toMs, last?.toMs ?? toMs) };
      return { fromMs: beginMs, toMs };
    },
    openFromMs(knownUntilMs) {
      const lastEndMs = last?.toMs ?? Number.NEGATIVE_INFINITY;
      const isNear = knownUntilMs - lastEndMs < BETWEEN_MS;
      return Math.min(
        isNear ? lastEndMs : Number.POSITIVE_INFINITY,
        ...speakers.map((speaker) => begunFromMs(speaker, knownUntilMs)),
      );
    },
  };
}
