import type { SegmentId, SuggestionId } from '@agent/protocol';
import type { Draw } from './draw.ts';
import type { LogBook } from './log-book.ts';
import type { SampleTopic } from './sample-past.types.ts';
import type { Hand } from './staff.ts';

/** Where something is suggested, and who may use it. */
interface Place {
  book: LogBook;
  draw: Draw;
  hand: Hand;
  /** The end of the talk. */
  untilMs: number;
  agentSays: (atMs: number, text: string) => void;
}

/** Shows the agent a card, and decides what becomes of it. */
export function suggest(
  place: Place,
  { segmentId, topic, atMs }: { segmentId: SegmentId; topic: SampleTopic; atMs: number },
): void {
  const { book, draw, untilMs } = place;
  const id = draw.id();
  const suggestionId = id as SuggestionId;
  const text = withoutPlaces(topic.suggestion);
  const { reasoning, action, confidence, source, important = false } = topic;
  const named = { kind: 'playbook', name: source, cardId: topic.id } as const;
  const said = { suggestionId, segmentId, suggestion: text, reasoning, action, confidence };
  book.add(atMs, 'suggestion.offered', 'bot', { ...said, source: named, important }, id);
  const fate = draw.share();
  const settledMs = atMs + (fate > 0.97 ? draw.whole(600, 2_800) : draw.duration(9_000, 0.5));
  // What is open at the end expires with the talk.
  if (settledMs < untilMs) settle(place, { suggestionId, text, topic, fate, settledMs });
}

interface Settling {
  suggestionId: SuggestionId;
  text: string;
  topic: SampleTopic;
  /** 0 to 1: the less, the better it went. */
  fate: number;
  settledMs: number;
}

function settle(
  { book, draw, hand, untilMs, agentSays }: Place,
  { suggestionId, text, topic, fate, settledMs }: Settling,
): void {
  const used = Math.min(0.85, hand.usesCards * appealOf(topic));
  const left = 1 - used;
  if (fate < used * 0.72) {
    const how = draw.isOne(0.8) ? 'said' : 'chat';
    book.add(settledMs, 'suggestion.accepted', 'agent', { suggestionId, how });
    if (how === 'said') agentSays(Math.min(settledMs, untilMs - 3_000), text);
  } else if (fate < used) {
    book.add(settledMs, 'suggestion.edited', 'agent', { suggestionId, text: `${text} ` });
  } else if (fate < used + 0.12 * left) {
    book.add(settledMs, 'suggestion.dismissed', 'agent', { suggestionId });
  } else if (fate < used + 0.135 * left) {
    book.add(settledMs, 'suggestion.marked-wrong', 'agent', { suggestionId });
  } else {
    const reason = draw.one(['moved-on', 'moved-on', 'timed-out', 'said'] as const);
    book.add(settledMs, 'suggestion.expired', 'bot', { suggestionId, reason });
  }
}

/** Some cards are liked better than others, the same each time: 0.5 to 1.4. */
function appealOf({ id }: SampleTopic): number {
  let sum = 0;
  for (const letter of id) sum = (31 * sum + letter.charCodeAt(0)) % 997;
  return 0.5 + 0.9 * (sum / 997);
}

/** Places of a card stand in brackets, which are left out where nothing is put there. */
function withoutPlaces(text: string): string {
  return text.replace(/\[[^\]]{0,200}\]/g, '');
}
