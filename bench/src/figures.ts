import { type Percentiles, percentiles } from '@agent/testing/percentiles';
import { sumWordErrors } from '@agent/testing/word-errors';
import { accuracy } from './accuracy.ts';
import { interimChanges } from './interim-changes.ts';
import { latencies } from './latencies.ts';
import { type Losses, losses, sumLosses } from './losses.ts';
import type { ObservedCall } from './observed-call.ts';
import { suggestionLatencies } from './suggestion-latencies.ts';

/** What the calls of one run amount to. Definitions: bench/README.md. */
export interface CallFigures {
  interimWordLagMs: Percentiles;
  onsetToFirstInterimMs: Percentiles;
  finalLagMs: Percentiles;
  /** The same by who spoke. */
  finalLagBySpeakerMs: { customer: Percentiles; agent: Percentiles };
  /** Share of words, 0–1; null when the text is not of the speech. */
  wordErrorRate: number | null;
  wordErrorRateByCall: Record<string, number>;
  /** Share of interim words that did not stay, 0–1; null when there were none. */
  interimWordsChanged: number | null;
  lostSegments: number;
  lost: Losses;
  /** `transcription.changed` events that say "delayed" or "off". */
  timesDelayed: number;
  finalSegments: number;
  /** From a customer's final text to the playbook's card that answers it, at the agent. */
  playbookSuggestionMs: Percentiles;
  publisherStalledMs: number;
}

/** Computes the figures of calls; `isFaked`: their text says nothing about the speech. */
export function callFigures(calls: readonly ObservedCall[], isFaked: boolean): CallFigures {
  const measured = calls.map(latencies);
  const all = (pick: (call: (typeof measured)[number]) => number[]) => measured.flatMap(pick);
  const customer = all((call) => call.finalLagMs.customer);
  const agent = all((call) => call.finalLagMs.agent);
  const lost = sumLosses(calls.map(losses));
  return {
    interimWordLagMs: percentiles(all((call) => call.interimWordLagMs)),
    onsetToFirstInterimMs: percentiles(all((call) => call.onsetToFirstInterimMs)),
    finalLagMs: percentiles([...customer, ...agent]),
    finalLagBySpeakerMs: { customer: percentiles(customer), agent: percentiles(agent) },
    ...(isFaked ? withoutText : textFigures(calls)),
    lostSegments: lost.turns + lost.gaps + lost.messages,
    lost,
    timesDelayed: sum(calls, ({ log }) => log.filter(isDelay).length),
    finalSegments: sum(
      calls,
      ({ log }) => log.filter(({ event }) => event.type === 'segment.final').length,
    ),
    playbookSuggestionMs: percentiles(calls.flatMap(playbookLags)),
    publisherStalledMs: Math.round(sum(calls, (call) => call.publisherStalledMs)),
  };
}

const withoutText = { wordErrorRate: null, wordErrorRateByCall: {}, interimWordsChanged: null };

function textFigures(calls: readonly ObservedCall[]) {
  const scripts = new Set(calls.map(({ script }) => script.name));
  const rateOf = (some: readonly ObservedCall[]) => round(sumWordErrors(some.map(accuracy)).rate);
  const changes = calls.flatMap(({ received }) => interimChanges(received.agent));
  const shown = sum(changes, (part) => part.shown);
  return {
    wordErrorRate: rateOf(calls),
    wordErrorRateByCall: Object.fromEntries(
      [...scripts].map((name) => [
        name,
        rateOf(calls.filter(({ script }) => script.name === name)),
      ]),
    ),
    interimWordsChanged: shown === 0 ? null : round(sum(changes, (part) => part.changed) / shown),
  };
}

function playbookLags(call: ObservedCall): number[] {
  return suggestionLatencies(call).bySegment.flatMap(({ playbook }) => playbook ?? []);
}

function isDelay({ event }: ObservedCall['log'][number]): boolean {
  return event.type === 'transcription.changed' && event.data.status !== 'live';
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
