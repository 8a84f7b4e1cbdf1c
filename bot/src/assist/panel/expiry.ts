import {
  type CallState,
  type FinalSegment,
  isBackchannel,
  type OfferedSuggestion,
  openSuggestions,
} from '@agent/calls';
import type { CardMatch, Playbook } from '@agent/playbook';
import { orderNumbersIn } from '../../spoken-numbers/order-numbers.ts';
import { isAnswered } from '../answered.ts';
import type { Expiry } from './make-room.ts';

/** The open suggestions that are too old: what nobody has touched for so long is not news any more. */
export function timedOut(
  state: CallState,
  { atMs, oldestMs }: { atMs: number; oldestMs: number },
): Expiry[] {
  return openSuggestions(state)
    .filter(({ offeredAtMs }) => atMs - offeredAtMs >= oldestMs)
    .map(because('timed-out'));
}

/**
 * The open cards that the talk has left behind, now that `latest` has been said. A card is, when
 * since the segment that brought it up (1) the other side has answered, with more than a sign of
 * listening, and (2) after that the same side has said `latest`, also more than a sign, in which the
 * card does not fit any more. A model's or the generic card fits only the turn it was made for. Who
 * names an order gives what was asked for, and still waits: that alone takes no card away.
 */
export function movedOn(
  state: CallState,
  latest: FinalSegment,
  matches: readonly CardMatch[],
): Expiry[] {
  if (isBackchannel(latest.text)) return [];
  if (matches.length === 0 && orderNumbersIn(latest.text).length > 0) return [];
  const fitting = new Set(matches.map(({ card }) => card.id));
  const speakerOf = (card: OfferedSuggestion) =>
    state.segments.find(({ id }) => id === card.segmentId)?.speaker;
  return openSuggestions(state)
    .filter(({ source }) => source.cardId === null || !fitting.has(source.cardId))
    .filter((card) => speakerOf(card) === latest.speaker)
    .filter(({ segmentId }) => isAnswered(state, segmentId, latest.seq))
    .map(because('moved-on'));
}

/** The open cards that the agent, or a supervisor, made superfluous by what was said since they came. */
export function alreadySaid(
  { segments, ...state }: CallState,
  latest: FinalSegment,
  playbook: Pick<Playbook, 'isDone'>,
): Expiry[] {
  const saidSince = (card: OfferedSuggestion) =>
    segments
      .filter(({ speaker, seq }) => speaker !== 'customer' && seq > seqOf(segments, card))
      .filter(({ seq }) => seq <= latest.seq)
      .map(({ text }) => text)
      .join(' ');
  return openSuggestions(state)
    .filter(
      (card) => card.source.cardId !== null && playbook.isDone(card.source.cardId, saidSince(card)),
    )
    .map(because('said'));
}

/** What answers a segment is said after it, though perhaps before its card is stored. */
function seqOf(segments: readonly FinalSegment[], card: OfferedSuggestion): number {
  return segments.find(({ id }) => id === card.segmentId)?.seq ?? card.seq;
}

function because(reason: Expiry['reason']) {
  return ({ suggestionId }: OfferedSuggestion): Expiry => ({ suggestionId, reason });
}
