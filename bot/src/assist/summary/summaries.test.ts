import { createLog } from '@agent/process/log';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SuggesterError } from '../model/suggester-error.ts';
import { createFakeLog, final, newEvent } from '../test-support/call-log.ts';
import { createSummaries } from './summaries.ts';
import type { SummaryRequest } from './summariser.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);

/** A call with a service that sums it up; `answer`: what the model does. */
async function setUp({
  lines = 6,
  isOver = true,
  isWell = true,
  answer = async (_request: SummaryRequest) => 'A lamp came broken.',
} = {}) {
  const log = createFakeLog();
  for (let line = 0; line < lines; line += 1) {
    void log.append(final(line % 2 ? 'agent' : 'customer', `Line ${line}.`, line * 1_000));
  }
  if (isOver) void log.append(newEvent('call.ended', { reason: 'agent-hung-up' }));
  await pass();
  const outcomes: string[] = [];
  const logged: string[] = [];
  const requests: SummaryRequest[] = [];
  const summaries = createSummaries({
    summariser: {
      name: 'a-model',
      summarise(request) {
        requests.push(request);
        return answer(request);
      },
    },
    isWell: () => isWell,
    readLog: (_callId, afterSeq) => log.read(afterSeq),
    append: (_callId, event) => log.append(event),
    onDone: (outcome) => outcomes.push(outcome),
    logger: createLog({
      part: 'bot',
      level: 'info',
      destination: { write: (line) => logged.push(line) },
    }),
  });
  return { log, summaries, outcomes, logged, requests };
}

describe('createSummaries', () => {
  it('stores one summary of a call that is over, by the name of its model', async () => {
    const { log, summaries, outcomes, requests } = await setUp();
    summaries.add(log.callId);
    summaries.add(log.callId);
    await pass();
    summaries.add(log.callId);
    await pass();
    expect(log.dataOf('call.summarised')).toEqual([
      { text: 'A lamp came broken.', source: { kind: 'model', name: 'a-model' } },
    ]);
    expect(outcomes).toEqual(['shown', 'skipped']);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.said).toHaveLength(6);
    expect(requests[0]?.names).toEqual({ customer: 'Ann', agent: 'Alex' });
  });

  it.each([
    ['that goes on', { isOver: false }],
    ['in which hardly anything was said', { lines: 3 }],
    ['while the model does not do well', { isWell: false }],
  ])('leaves a call alone %s', async (_, given) => {
    const { log, summaries, outcomes, requests } = await setUp(given);
    summaries.add(log.callId);
    await pass();
    expect([outcomes, requests, log.dataOf('call.summarised')]).toEqual([['skipped'], [], []]);
  });

  it('tells a model of a long call its beginning and its end', async () => {
    const { log, summaries, requests } = await setUp({ lines: 300 });
    summaries.add(log.callId);
    await pass(10_000);
    const said = requests[0]?.said ?? [];
    expect(said).toHaveLength(200);
    expect([said[0]?.text, said[59]?.text, said[60]?.text, said[199]?.text]).toEqual([
      'Line 0.',
      'Line 59.',
      'Line 160.',
      'Line 299.',
    ]);
  });

  it('shows nothing that is not faithful, and logs no word of it', async () => {
    const { log, summaries, outcomes, logged } = await setUp({
      answer: () => Promise.reject(SuggesterError.unfitAnswer('It tells what was not said.')),
    });
    summaries.add(log.callId);
    await pass();
    expect(log.dataOf('call.summarised')).toEqual([]);
    expect(outcomes).toEqual(['unfit-answer']);
    expect(logged.join('')).toContain('It tells what was not said.');
    expect(logged.join('')).not.toMatch(/Line \d|lamp/u);
  });

  it('goes on with the next call after one that failed, and counts what had to go without', async () => {
    let asked = 0;
    const { log, summaries, outcomes } = await setUp({
      async answer() {
        asked += 1;
        if (asked === 1) throw new Error('away');
        return 'A lamp came broken.';
      },
    });
    summaries.add(log.callId);
    await pass();
    summaries.add(log.callId);
    await pass();
    expect(outcomes).toEqual(['fault', 'shown']);
  });

  it('gives up what is under way when it is closed, and takes nothing more', async () => {
    const { log, summaries, outcomes } = await setUp({
      answer: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(SuggesterError.aborted()));
        }),
    });
    summaries.add(log.callId);
    await pass();
    await Promise.all([summaries.close(), summaries.close()]);
    expect(outcomes).toEqual(['aborted']);
    summaries.add(log.callId);
    await pass();
    expect(log.dataOf('call.summarised')).toEqual([]);
  });
});
