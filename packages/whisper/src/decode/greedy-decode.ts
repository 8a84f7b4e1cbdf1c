import type { Vocabulary } from '../model/vocabulary.ts';
import type { DecoderSession, LogitRows } from './decoder-session.ts';
import { createDraft, type Draft } from './draft.ts';
import { pickToken, probabilityOf } from './pick-token.ts';
import { findRepetition, type RepetitionTolerance, withoutRepetition } from './repetition.ts';

/** Why a text ended. */
export type StopReason = 'end-of-text' | 'token-cap' | 'repetition';

/** What one decoding gave. */
export interface Decoded {
  readonly tokens: readonly number[];
  /** Natural logarithm of how probable each token was among those allowed, one a token. */
  readonly logProbabilities: readonly number[];
  /** Mean over the tokens and the end, as OpenAI's `avg_logprob`. */
  readonly meanLogProbability: number;
  readonly noSpeechProbability: number;
  readonly stopReason: StopReason;
  /** How often the decoder ran. */
  readonly steps: number;
}

/** One decoding to do. */
export interface GreedyRequest {
  readonly vocabulary: Vocabulary;
  /** Everything before the text: prompt, start of transcript, language, task. */
  readonly lead: readonly number[];
  readonly maxTokens: number;
  readonly tolerance: RepetitionTolerance;
  /** Guess of the text; a good one saves most steps and never decides a token. */
  readonly draft: readonly number[];
  readonly isCancelled: () => boolean;
}

/** Thrown between two steps once nobody waits for the text any more. */
export class DecodeCancelled extends Error {
  override readonly name = 'DecodeCancelled';
}

/** Takes the most probable token at each step until the text ends, is too long or goes in circles. */
export async function greedyDecode(
  session: DecoderSession,
  request: GreedyRequest,
): Promise<Decoded> {
  const { special, lists } = request.vocabulary;
  const cursor = await openCursor(session, request);
  const startRow = cursor.row(request.lead.indexOf(special.startOfTranscript));
  const noSpeechProbability = probabilityOf(startRow, special.noSpeech);
  const tokens: number[] = [];
  const logProbabilities: number[] = [];
  let logProbability = 0;
  const finish = (stopReason: StopReason, kept: readonly number[], scored: number): Decoded => ({
    tokens: kept,
    logProbabilities: logProbabilities.slice(0, kept.length),
    meanLogProbability: logProbability / scored,
    noSpeechProbability,
    stopReason,
    steps: cursor.steps(),
  });

  for (;;) {
    const begin = tokens.length === 0 ? lists.begin : [];
    const pick = pickToken(cursor.current(), special.endOfText, lists.suppress, begin);
    logProbability += pick.logProbability;
    if (pick.token === special.endOfText) return finish('end-of-text', tokens, tokens.length + 1);
    tokens.push(pick.token);
    logProbabilities.push(pick.logProbability);
    const isFull = tokens.length >= request.maxTokens;
    const loop = findRepetition(tokens, isFull ? 'strict' : request.tolerance);
    if (loop) return finish('repetition', withoutRepetition(tokens, loop), tokens.length);
    if (isFull) return finish('token-cap', tokens, tokens.length);
    await cursor.advance(pick.token);
  }
}

interface Cursor {
  current(): Float32Array;
  row(index: number): Float32Array;
  advance(token: number): Promise<void>;
  steps(): number;
}

/**
 * Walks over the rows of the last step while the tokens taken are those that were fed, and feeds
 * again (the token taken, then the draft) when they are not. The lead goes alone: its large
 * activations would coarsen the int8 scale of a draft fed with it.
 */
async function openCursor(session: DecoderSession, request: GreedyRequest): Promise<Cursor> {
  const draft: Draft = createDraft(request.draft);
  let fed = request.lead;
  let offset = 0;
  let at = fed.length - 1;
  let steps = 0;
  let rows: LogitRows = [];
  const feed = async () => {
    if (request.isCancelled()) throw new DecodeCancelled('Nobody waits for this text any more.');
    rows = await session.step(fed, offset);
    steps += 1;
  };
  const row = (index: number) => {
    const found = rows[index];
    if (found === undefined) throw new RangeError(`The decoder gave no row ${index}.`);
    return found;
  };
  await feed();
  return {
    row,
    current: () => row(at),
    steps: () => steps,
    advance: async (token) => {
      draft.follow(token);
      if (fed[at + 1] === token && at + 1 < rows.length) {
        at += 1;
        return;
      }
      offset += at + 1;
      fed = [token, ...draft.propose()];
      at = 0;
      await feed();
    },
  };
}
