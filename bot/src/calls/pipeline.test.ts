import type { Side } from '@agent/protocol';
import { chordMusic, concatAudio, cutAudio, pinkNoise, silence } from '@agent/testing/audio';
import { loadSpeech } from '@agent/testing/speech';
import { createFakeTranscriber, type FakeTranscribeRequest } from '@agent/testing/transcriber';
import { wordErrors } from '@agent/testing/word-errors';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPipeline, type Told } from '../test-support/run-pipeline.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';

const speech = await loadSpeech('password-reset');
const wordsOf = ({ speaker, samples }: FakeTranscribeRequest) =>
  speaker === 'supervisor' ? '' : speech.wordsIn(speaker, samples);

// Much is computed here and nothing is timed, so a slow machine may take long.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const useFakeClock = () => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
beforeEach(() => void useFakeClock());
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
const finalText = (told: Told[], speaker: Side) =>
  ofKind(told, 'final')
    .filter((final) => final.speaker === speaker)
    .map(({ segment }) => segment.text)
    .join(' ');
const scriptText = (speaker: Side) =>
  speech.script.turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap((turn) => turn.heardWords.map(({ word }) => word))
    .join(' ');

describe('a call of two', () => {
  let told: Told[] = [];
  beforeAll(async () => {
    useFakeClock();
    told = await runPipeline({ audio: speech.recordings, transcriber: perfectTranscriber() });
  });

  it('becomes the words of both sides, in order, each once', () => {
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
  });

  it('dates each segment by when it was spoken, on one clock for both sides', () => {
    for (const { segment, speaker } of ofKind(told, 'final')) {
      const turn = speech.script.turns.find(
        (candidate) =>
          candidate.speaker === speaker &&
          segment.startMs >= candidate.startMs - 200 &&
          segment.endMs <= candidate.endMs + 200,
      );
      expect(turn, `${segment.startMs}–${segment.endMs}`).toBeDefined();
    }
  });

  it('shows interims of each segment before its final, and none after', () => {
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
  });

  it('keeps to one interim and one final in flight per side', async () => {
    const transcriber = perfectTranscriber(400);
    await runPipeline({ audio: { customer: customerOnly, agent: firstTurn }, transcriber });
    expect(transcriber.mostInFlight.get('customer interim')).toBe(1);
    expect(transcriber.mostInFlight.get('agent interim')).toBe(1);
  });

  it('asks for finals only, each once, where interims are not wanted', async () => {
    const transcriber = perfectTranscriber();
    const finals = await runPipeline({
      audio: { customer: customerOnly },
      transcriber,
      interims: false,
    });
    expect(ofKind(finals, 'interim')).toEqual([]);
    expect(transcriber.requests).toHaveLength(ofKind(finals, 'final').length);
  });
});

describe('what is not speech', () => {
  it.each([
    ['silence', silence(15_000)],
    ['noise', pinkNoise(15_000, 1)],
    ['loud noise', pinkNoise(15_000, 2, 0.3)],
  ])('gives no line and asks nothing: %s', async (_what, audio) => {
    const transcriber = createFakeTranscriber({ answer: () => 'Thank you for watching.' });
    expect(await runPipeline({ audio: { customer: audio }, transcriber })).toEqual([]);
    expect(transcriber.requests).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'gives no line when it is music that fools the VAD (tune %i)',
    async (tune) => {
      const transcriber = createFakeTranscriber({
        answer: () => ({ text: 'you', noSpeechProbability: 0.8, meanLogProbability: -1.3 }),
        abortError: TranscriberError.aborted,
      });
      const told = await runPipeline({ audio: { agent: chordMusic(15_000, tune) }, transcriber });
      expect(ofKind(told, 'final')).toEqual([]);
      expect(ofKind(told, 'interim')).toEqual([]);
    },
  );

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

/** The customer's turns one after another without the agent's between: 17 s, mostly speech. */
const customerOnly = concatAudio(
  ...speech.script.turns
    .filter(({ speaker }) => speaker === 'customer')
    .map((turn) => cutAudio(speech.recordings.customer, turn.startMs - 100, turn.endMs + 700)),
);

describe('a transcriber in trouble', () => {
  it('loses nothing and keeps the order when it is slow', async () => {
    const transcriber = perfectTranscriber(3_000);
    const told = await runPipeline({ audio: { customer: customerOnly }, transcriber });
    expect(finalText(told, 'customer')).toBe(scriptText('customer'));
    expect(ofKind(told, 'lost')).toEqual([]);
  });

  it('shows how far the text is behind while it is slow, and that it has caught up', async () => {
    const delays: number[] = [];
    await runPipeline({
      audio: { customer: concatAudio(customerOnly, silence(15_000)) },
      transcriber: perfectTranscriber(5_000),
      onFrame: (atMs, untranscribed) => delays.push(untranscribed.delayMs(atMs)),
    });
    expect(Math.max(...delays)).toBeGreaterThan(4_000);
    expect(delays.at(-1)).toBe(0);
  });

  it('catches up from what it kept when it was away for 15 s', async () => {
    const awayUntil = Date.now() + 15_000;
    const transcriber = createFakeTranscriber({
      answer: (request) =>
        Date.now() < awayUntil ? TranscriberError.unavailable() : wordsOf(request),
      delayMs: 20,
      abortError: TranscriberError.aborted,
    });
    const told = await runPipeline({ audio: { customer: customerOnly }, transcriber });
    expect(finalText(told, 'customer')).toBe(scriptText('customer'));
    expect(ofKind(told, 'final')[0]?.atMs).toBeGreaterThanOrEqual(15_000);
  });

  it('drops the oldest audio and says so when it is away for longer than what is kept', async () => {
    const awayUntil = Date.now() + 70_000;
    const transcriber = createFakeTranscriber({
      answer: (request) =>
        Date.now() < awayUntil ? TranscriberError.unavailable() : wordsOf(request),
      delayMs: 20,
      abortError: TranscriberError.aborted,
    });
    const audio = concatAudio(...Array<Int16Array>(4).fill(customerOnly));
    const told = await runPipeline({ audio: { customer: audio }, transcriber });
    const lost = ofKind(told, 'lost');
    const kept = ofKind(told, 'final');
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ gap }) => gap.reason === 'buffer-full')).toBe(true);
    expect(Math.max(...lost.map(({ gap }) => gap.endMs))).toBeLessThan(
      kept[0]?.segment.startMs ?? 0,
    );
    const keptMs = kept.reduce((sum, { segment }) => sum + segment.endMs - segment.startMs, 0);
    expect(keptMs).toBeGreaterThan(30_000);
  });

  it.each([
    ['refuses the audio', TranscriberError.invalidAudio],
    ['keeps answering nonsense', TranscriberError.malformedAnswer],
  ])('gives one utterance up and goes on when it %s', async (_what, makeError) => {
    const transcriber = createFakeTranscriber({
      answer(request) {
        const words = wordsOf(request);
        const isBad = request.purpose === 'final' && words.startsWith('Hello');
        return isBad ? makeError() : words;
      },
      delayMs: 20,
      abortError: TranscriberError.aborted,
    });
    const told = await runPipeline({ audio: { customer: customerOnly }, transcriber });
    const outcomes = told.map(({ update }) => update.kind).filter((kind) => kind !== 'interim');
    expect(outcomes[0]).toBe('lost');
    expect(outcomes.slice(1).every((kind) => kind === 'final')).toBe(true);
    expect(outcomes.length).toBeGreaterThan(3);
    expect(ofKind(told, 'lost')[0]?.gap.reason).toBe('transcriber-failed');
  });

  it('sheds interims and keeps finals when it is overloaded', async () => {
    const transcriber = createFakeTranscriber({
      answer: (request) =>
        request.purpose === 'interim'
          ? TranscriberError.overloaded({ retryAfterMs: 1_000 })
          : wordsOf(request),
      delayMs: 20,
      abortError: TranscriberError.aborted,
    });
    const told = await runPipeline({ audio: { customer: customerOnly }, transcriber });
    expect(finalText(told, 'customer')).toBe(scriptText('customer'));
    const interims = transcriber.requests.filter(({ purpose }) => purpose === 'interim');
    expect(interims.length).toBeLessThan(25);
  });
});
