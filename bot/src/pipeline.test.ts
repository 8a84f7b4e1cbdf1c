import type { Speaker } from '@agent/protocol';
import { chordMusic, concatAudio, cutAudio, pinkNoise, silence } from '@agent/testing/audio';
import { loadSpeech } from '@agent/testing/speech';
import { createFakeTranscriber, type FakeTranscribeRequest } from '@agent/testing/transcriber';
import { wordErrors } from '@agent/testing/word-errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPipeline, type Told } from './test-support/run-pipeline.ts';
import { TranscriberError } from './transcribe/transcriber-error.ts';

const speech = await loadSpeech('password-reset');
const wordsOf = ({ speaker, samples }: FakeTranscribeRequest) => speech.wordsIn(speaker, samples);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function perfectTranscriber(delayMs: number | (() => number) = 150) {
  return createFakeTranscriber({
    answer: wordsOf,
    delayMs,
    abortError: TranscriberError.aborted,
  });
}

const ofKind = <K extends Told['update']['kind']>(told: Told[], kind: K) =>
  told.flatMap(({ update, speaker, atMs }) =>
    update.kind === kind
      ? [{ ...(update as Extract<Told['update'], { kind: K }>), speaker, atMs }]
      : [],
  );
const finalText = (told: Told[], speaker: Speaker) =>
  ofKind(told, 'final')
    .filter((final) => final.speaker === speaker)
    .map(({ segment }) => segment.text)
    .join(' ');
const scriptText = (speaker: Speaker) =>
  speech.script.turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap((turn) => turn.heardWords.map(({ word }) => word))
    .join(' ');

describe('a call of two', () => {
  it('becomes the words of both sides, in order, each once', async () => {
    const told = await runPipeline({ audio: speech.recordings, transcriber: perfectTranscriber() });
    for (const speaker of ['customer', 'agent'] as const) {
      expect(wordErrors(scriptText(speaker), finalText(told, speaker)).rate).toBeLessThan(0.05);
    }
    const finals = ofKind(told, 'final');
    const turnsTaken = finals
      .toSorted((a, b) => a.segment.startMs - b.segment.startMs)
      .map(({ speaker }) => speaker)
      .filter((speaker, index, all) => speaker !== all[index - 1]);
    expect(turnsTaken).toEqual(speech.script.turns.map(({ speaker }) => speaker));
    expect(new Set(finals.map(({ segment }) => segment.segmentId)).size).toBe(finals.length);
  }, 20_000);

  it('dates each segment by when it was spoken, on one clock for both sides', async () => {
    const told = await runPipeline({ audio: speech.recordings, transcriber: perfectTranscriber() });
    for (const { segment, speaker } of ofKind(told, 'final')) {
      const turn = speech.script.turns.find(
        (candidate) =>
          candidate.speaker === speaker &&
          segment.startMs >= candidate.startMs - 200 &&
          segment.endMs <= candidate.endMs + 200,
      );
      expect(turn, `${segment.startMs}–${segment.endMs}`).toBeDefined();
    }
  }, 20_000);

  it('shows interims of each segment before its final, and none after', async () => {
    const told = await runPipeline({ audio: speech.recordings, transcriber: perfectTranscriber() });
    const isFinal = new Set<string>();
    const lastRevision = new Map<string, number>();
    for (const { update } of told) {
      if (update.kind === 'interim') {
        const { segmentId, revision } = update.segment;
        expect(isFinal.has(segmentId)).toBe(false);
        expect(revision).toBe((lastRevision.get(segmentId) ?? 0) + 1);
        lastRevision.set(segmentId, revision);
      }
      if (update.kind === 'final') {
        expect(lastRevision.get(update.segment.segmentId)).toBeGreaterThanOrEqual(2);
        isFinal.add(update.segment.segmentId);
      }
    }
  }, 20_000);

  it('keeps to one interim and one final in flight per side', async () => {
    const transcriber = perfectTranscriber(400);
    await runPipeline({ audio: speech.recordings, transcriber });
    expect(transcriber.mostInFlight.get('customer interim')).toBe(1);
    expect(transcriber.mostInFlight.get('agent interim')).toBe(1);
  }, 20_000);

  it('asks for finals only, each once, where interims are not wanted', async () => {
    const transcriber = perfectTranscriber();
    const told = await runPipeline({ audio: speech.recordings, transcriber, interims: false });
    expect(ofKind(told, 'interim')).toEqual([]);
    expect(transcriber.requests).toHaveLength(ofKind(told, 'final').length);
  }, 20_000);
});

describe('what is not speech', () => {
  it.each([
    ['silence', silence(30_000)],
    ['noise', pinkNoise(30_000, 1)],
    ['loud noise', pinkNoise(30_000, 2, 0.3)],
    ['music', chordMusic(30_000, 3)],
  ])('gives no line and asks nothing: %s', async (_what, audio) => {
    const transcriber = createFakeTranscriber({ answer: () => 'Thank you for watching.' });
    expect(await runPipeline({ audio: { customer: audio }, transcriber })).toEqual([]);
    expect(transcriber.requests).toEqual([]);
  });

  it('is taken back when interims showed it and the final model hears no words', async () => {
    const transcriber = createFakeTranscriber({
      answer: ({ purpose }) => (purpose === 'interim' ? 'Hello' : '(wind blowing)'),
      abortError: TranscriberError.aborted,
    });
    const told = await runPipeline({ audio: { customer: firstTurn }, transcriber });
    expect(told.at(-1)?.update).toMatchObject({ kind: 'withdrawn', reason: 'sound-label' });
    expect(ofKind(told, 'final')).toEqual([]);
  });
});

const customerTurn = speech.script.turns.find(({ speaker }) => speaker === 'customer');
const { startMs: turnFromMs = 0, endMs: turnToMs = 0 } = customerTurn ?? {};
const firstTurn = concatAudio(
  silence(600),
  cutAudio(speech.recordings.customer, turnFromMs, turnToMs),
  silence(1_000),
);

/** "Yes," alone, as the customer's second turn begins with it. */
const secondTurn = speech.script.turns.filter(({ speaker }) => speaker === 'customer')[1];
const yes = secondTurn?.heardWords[0] ?? { startMs: 0, endMs: 0, word: '' };

describe('a short answer', () => {
  it('is kept', async () => {
    expect(yes.word).toMatch(/^yes/i);
    const audio = cutAudio(speech.recordings.customer, yes.startMs - 100, yes.endMs + 50);
    const told = await runPipeline({
      audio: { customer: concatAudio(silence(600), audio, silence(1_000)) },
      transcriber: perfectTranscriber(),
    });
    expect(finalText(told, 'customer')).toMatch(/^yes/i);
  });
});

describe('a hold', () => {
  it('ends what is being said at once and hears nothing until it is over', async () => {
    const middleMs = 600 + (turnToMs - turnFromMs) / 2;
    const told = await runPipeline({
      audio: { customer: firstTurn },
      transcriber: perfectTranscriber(),
      isHeld: (atMs) => atMs > middleMs,
    });
    const [final, ...others] = ofKind(told, 'final');
    expect(others).toEqual([]);
    expect(final?.segment.endMs).toBeLessThanOrEqual(middleMs + 40);
    expect(final?.atMs).toBeLessThan(middleMs + 400);
  });
});
