import type { DataMessage, NewCallEvent } from '@agent/protocol';
import { createFakeVad } from '@agent/testing/fake-vad';
import { aCallId } from '@agent/testing/ids';
import { createFakeTranscriber, type FakeTranscriberOptions } from '@agent/testing/transcriber';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAMPLES_PER_MS, type TrackAudio } from '../audio/audio-frame.ts';
import { createMetrics } from '../health/metrics.ts';
import type { CallPublisher } from '../publish/call-publisher.ts';
import { createRedaction } from '../redact/redaction.ts';
import { compileTerms } from '../terms/term-list.ts';
import { heard } from '../terms/test-support/heard.ts';
import { steppedSource } from '../test-support/stepped-source.ts';
import { createUntranscribed } from '../transcript/untranscribed.ts';
import { type TranscribeTrackOptions, transcribeTrack } from './transcribe-track.ts';

const callId = aCallId();
const FRAME_MS = 32;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Keeps all that anybody would get, stored or sent. */
function recordingPublisher() {
  const events: NewCallEvent[] = [];
  const messages: DataMessage[] = [];
  const publisher: CallPublisher = {
    depth: 0,
    unstoredFromMs: undefined,
    append: async (event) => void events.push(event),
    say: (message) => void messages.push(message),
    sayToAgent: (message) => void messages.push(message),
    drained: async () => undefined,
    stop: () => undefined,
  };
  return { publisher, events, messages };
}

/** Says something for so long, with silence around, and lets the pipeline finish. */
async function say(
  speechMs: number,
  answer: FakeTranscriberOptions['answer'],
  spoken: Pick<TranscribeTrackOptions, 'language' | 'interims'> = { interims: () => true },
) {
  const told = recordingPublisher();
  const transcriber = createFakeTranscriber({ answer, delayMs: 20 });
  const source = steppedSource<TrackAudio>();
  const startedAt = Date.now();
  const clock = () => Date.now() - startedAt;
  const done = transcribeTrack('customer', source, {
    callId,
    clock,
    isHeld: () => false,
    openVad: () => createFakeVad(),
    transcriber,
    ...spoken,
    terms: () => compileTerms(['Orphelia']),
    untranscribed: createUntranscribed(),
    redaction: createRedaction(),
    onRedacted: () => undefined,
    publisher: told.publisher,
    metrics: createMetrics(),
    signal: new AbortController().signal,
  });
  for (let atMs = 0; atMs < speechMs + 2_000; atMs += FRAME_MS) {
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    const isSpeech = atMs >= 500 && atMs < 500 + speechMs;
    const samples = new Int16Array(FRAME_MS * SAMPLES_PER_MS).fill(isSpeech ? 1_000 : 0);
    await source.deliver({ samples, arrivedAtMs: clock() });
  }
  source.end();
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  return { ...told, requests: transcriber.requests };
}

describe('transcribeTrack', () => {
  it('lets no card number out, neither in interims nor in the final', async () => {
    const words = 'It is 4111 1111 1111 1111 okay'.split(' ');
    const { events, messages } = await say(4_000, ({ purpose, samples }) => {
      if (purpose === 'final') return words.join(' ');
      return words.slice(0, Math.ceil(samples.length / SAMPLES_PER_MS / 600)).join(' ');
    });
    expect(events).toMatchObject([
      { type: 'segment.final', data: { text: 'It is [card number] okay', speaker: 'customer' } },
    ]);
    const interims = messages.filter(({ kind }) => kind === 'interim');
    expect(interims.length).toBeGreaterThan(3);
    expect(JSON.stringify(interims)).toContain('[card number]');
    expect(JSON.stringify({ events, messages })).not.toMatch(/1111\D+1111\D+1111/);
  });

  it('asks in the language that is spoken by then, and for no interims that nobody can write', async () => {
    let language = 'en';
    const spoken = { language: () => language, interims: () => language === 'en' };
    const { requests, messages } = await say(
      3_000,
      ({ purpose }) => {
        // An admin changes the queue while it is spoken.
        language = 'de';
        return purpose === 'final' ? 'Guten Tag.' : 'Gooten tug';
      },
      spoken,
    );
    expect(requests.at(0)).toMatchObject({ purpose: 'interim', language: 'en' });
    expect(requests.at(-1)).toMatchObject({ purpose: 'final', language: 'de' });
    expect(messages.length).toBeGreaterThan(0);
    const next = await say(3_000, () => 'Guten Tag.', spoken);
    expect(next.requests.map(({ purpose }) => purpose)).toEqual(['final']);
  });

  it('writes a term of the queue where it was misheard, and what was heard beside it', async () => {
    const words = heard('My Ar|phel|ia~23 is new.');
    const { events } = await say(2_000, ({ purpose, prompt }) => {
      if (purpose === 'interim') return 'My Arphelia is new.';
      return prompt ? 'My Orphelia is new.' : words;
    });
    expect(events).toMatchObject([
      {
        type: 'segment.final',
        data: {
          text: 'My Orphelia is new.',
          corrections: [{ from: 'Arphelia', to: 'Orphelia', at: 3 }],
        },
      },
    ]);
  });

  it('lets no card number back in by a term beside it', async () => {
    const number = '4111 1111 1111 1111';
    const words = heard(`My Ar|phel|ia~23 costs ${number}.`);
    const { events } = await say(2_000, ({ prompt }) =>
      prompt ? `My Orphelia costs ${number}.` : words,
    );
    expect(JSON.stringify(events)).not.toContain('1111');
  });

  it('lets order numbers pass', async () => {
    const text = 'Sure, the order number is four five two one.';
    const { events } = await say(2_000, () => text);
    expect(events).toMatchObject([{ type: 'segment.final', data: { text } }]);
  });
});
