import 'server-only';
import { type CardSums, topicFigures, topicValue } from '@agent/calls';
import { type CardMood, type CardSuggestions, type CardTopic, cardIdSchema } from '@agent/protocol';
import { type TopicContext, topicCalls } from './topic-calls.ts';

/** Cards of the playbook, the most frequent first. */
export function cardTopics(context: TopicContext): CardTopic[] {
  const { topics, totals } = context;
  return topics.cards
    .filter(({ now, before }) => now.offered > 0 || before.offered > 0)
    .map(({ key, now, before, steps }) => ({
      ...(topics.cardNames.get(key) ?? { name: key, state: 'removed' as const }),
      id: cardIdSchema.parse(key),
      calls: topicCalls(context, topicFigures.cards, {
        ...{ now: now.calls, before: before.calls, of: totals.answered },
        unlisted: topics.unlisted.cards.get(key)?.calls ?? 0,
        at: (step) => steps.get(step)?.calls ?? 0,
        found: { card: key },
      }),
      suggestions: suggestionsOf(now),
      mood: moodOf(now),
    }))
    .toSorted((a, b) => b.calls.n - a.calls.n || a.name.localeCompare(b.name));
}

function suggestionsOf(sums: CardSums): CardSuggestions {
  const { offered, unseen, accepted, edited, dismissed, markedWrong, expired } = sums;
  const seen = offered - unseen;
  const { why } = topicValue(topicFigures.suggestions, accepted, seen);
  return { offered, unseen, seen, accepted, edited, dismissed, markedWrong, expired, why };
}

function moodOf({ scored: n, startMood, endMood }: CardSums): CardMood {
  const start = topicValue(topicFigures.moods, startMood, n);
  const end = topicValue(topicFigures.moods, endMood, n);
  return { n, start: start.value, end: end.value, why: start.why };
}
