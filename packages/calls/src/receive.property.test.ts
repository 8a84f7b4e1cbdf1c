import type { CallEventEnvelope } from '@agent/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallState, createCallState } from './call-state.ts';
import { durations } from './durations.ts';
import { hasId } from './id-set.ts';
import { receiveEnvelopes, receiveMessage, receivePage } from './receive.ts';
import { MAX_OPEN_SUGGESTIONS, selectShownSuggestions } from './suggestions.ts';
import { anyDelivery, anyLog } from './test-support/any-call-log.ts';
import { callId, queuedAtMs } from './test-support/call-log.ts';
import { selectTurns } from './turns.ts';

const empty = createCallState(callId);

/** Fetches pages after `lastSeq` until nothing is missing, as a browser does. */
function refetch(state: CallState, log: readonly CallEventEnvelope[], limit: number): CallState {
  const lastSeq = log.at(-1)?.event.seq ?? 0;
  let fetched = state;
  do {
    const after = log.filter(({ event }) => event.seq > fetched.lastSeq);
    fetched = receivePage(fetched, { envelopes: after.slice(0, limit), lastSeq });
  } while (fetched.missing);
  return fetched;
}

/** The same from a log some of which cannot be read, as our server gives its pages. */
function refetchReadable(
  state: CallState,
  log: readonly CallEventEnvelope[],
  { isReadable, limit }: { isReadable: (seq: number) => boolean; limit: number },
): { state: CallState; reads: number } {
  const lastSeq = log.at(-1)?.event.seq ?? 0;
  let [fetched, reads] = [state, 0];
  do {
    const { lastSeq: afterSeq } = fetched;
    const page = log.filter(({ event }) => event.seq > afterSeq).slice(0, limit);
    const envelopes = page
      .filter(({ event }) => isReadable(event.seq))
      .map(({ event }, index, { [index - 1]: before }) => {
        return { event, prevSeq: before?.event.seq ?? afterSeq };
      });
    const throughSeq = page.at(-1)?.event.seq ?? afterSeq;
    fetched = receivePage(fetched, { envelopes, lastSeq, throughSeq });
    reads += 1;
  } while (fetched.missing && reads <= log.length);
  return { state: fetched, reads };
}

/** What the log alone decides; interims and the last reported lag come and go. */
function logged(state: CallState) {
  const { interims, finishedSegmentIds, transcription, assist, ...rest } = state;
  const { draft, ...loggedAssist } = assist;
  return { ...rest, transcription: transcription.status, assist: loggedAssist };
}

test('whatever is lost, doubled or overtaken, a refetch leads to the state of the log', () => {
  fc.assert(
    fc.property(anyDelivery, fc.integer({ min: 1, max: 7 }), ({ log, messages }, limit) => {
      const live = messages.reduce(receiveMessage, empty);
      expect(logged(refetch(live, log, limit))).toEqual(logged(receiveEnvelopes(empty, log)));
    }),
  );
});

test('whatever of the log cannot be read, its pages end, and lead to the state of the rest', () => {
  const limits = fc.integer({ min: 1, max: 7 });
  const faults = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(anyDelivery, faults, limits, ({ log, messages }, isFaulty, limit) => {
      const isReadable = (seq: number) => !isFaulty[seq - 1];
      const heard = messages.filter(
        (message) => message.kind !== 'event' || isReadable(message.envelope.event.seq),
      );
      const live = heard.reduce(receiveMessage, empty);
      const { state } = refetchReadable(live, log, { isReadable, limit });
      expect(state.missing).toBe(false);
      const { state: fromLog, reads } = refetchReadable(empty, log, { isReadable, limit });
      expect(reads).toBe(Math.max(1, Math.ceil(log.length / limit)));
      expect(logged(state)).toEqual(logged(fromLog));
    }),
  );
});

test('messages in any order, once all are there, lead to the state of the log', () => {
  const shuffled = anyLog.chain((log) => {
    return fc.tuple(
      fc.constant(log),
      fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, ([log, arrived]) => {
      expect(receiveEnvelopes(empty, arrived)).toEqual(receiveEnvelopes(empty, log));
    }),
  );
});

test('seq never goes back, and missing says exactly whether something newer is known', () => {
  fc.assert(
    fc.property(anyDelivery, ({ messages }) => {
      messages.reduce((state, message) => {
        const next = receiveMessage(state, message);
        expect(next.lastSeq).toBeGreaterThanOrEqual(state.lastSeq);
        expect(next.missing).toBe(next.knownSeq > next.lastSeq);
        return next;
      }, empty);
    }),
  );
});

test('an interim never survives its final or its withdrawal, nor the end of the call', () => {
  fc.assert(
    fc.property(anyDelivery, ({ messages }) => {
      messages.reduce((state, message) => {
        const next = receiveMessage(state, message);
        for (const id of next.interims.keys()) {
          expect(hasId(next.finishedSegmentIds, id)).toBe(false);
          expect(next.segments.some((segment) => segment.id === id)).toBe(false);
        }
        if (message.kind === 'interim-withdrawn') {
          expect(next.interims.has(message.segmentId)).toBe(false);
        }
        if (next.phase === 'ended') expect(next.interims.size).toBe(0);
        return next;
      }, empty);
    }),
  );
});

test('the screen shows at most two suggestions, none twice and none that is settled', () => {
  fc.assert(
    fc.property(anyDelivery, ({ messages }) => {
      const state = messages.reduce(receiveMessage, empty);
      const shown = selectShownSuggestions(state);
      expect(shown.length).toBeLessThanOrEqual(MAX_OPEN_SUGGESTIONS);
      expect(new Set(shown.map(({ suggestionId }) => suggestionId)).size).toBe(shown.length);
      for (const one of shown) if (one.kind === 'offered') expect(one.fate.state).toBe('open');
      if (state.phase === 'ended') expect(shown).toEqual([]);
    }),
  );
});

test('each segment is in exactly one turn, and turns are in the order of time', () => {
  fc.assert(
    fc.property(anyDelivery, ({ messages }) => {
      const state = messages.reduce(receiveMessage, empty);
      const items = selectTurns(state);
      const turns = items.filter((item) => item.kind === 'turn');
      const shown = turns.flatMap(({ segments }) => segments);
      const known = [...state.segments, ...state.interims.values()];
      expect(new Set(shown)).toEqual(new Set(known));
      expect(shown).toHaveLength(known.length);
      expect(shown.map(({ startMs }) => startMs)).toEqual(
        shown.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
      );
      for (const turn of turns) {
        expect(turn.segments.every((segment) => segment.speaker === turn.speaker)).toBe(true);
      }
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    }),
  );
});

test('only the last wait for another agent may last, and time is told once: as talk, hold or wait', () => {
  fc.assert(
    fc.property(anyDelivery, fc.nat(90_000), ({ messages }, afterMs) => {
      const state = messages.reduce(receiveMessage, empty);
      const { waits, holds, answeredAtMs, phase } = state;
      const lasting = (stretches: typeof waits) => stretches.filter(({ endMs }) => endMs === null);
      expect(lasting(waits.slice(0, -1))).toEqual([]);
      if (lasting(waits).length > 0) {
        expect(lasting(holds)).toEqual([]);
        expect(['waiting', 'closed']).toContain(phase);
      }
      if (answeredAtMs === null) expect(waits).toEqual([]);
      const { talkMs, holdMs, waitMs, handleMs } = durations(state, queuedAtMs + afterMs);
      for (const ms of [talkMs, holdMs, waitMs, handleMs]) expect(ms).toBeGreaterThanOrEqual(0);
    }),
  );
});
