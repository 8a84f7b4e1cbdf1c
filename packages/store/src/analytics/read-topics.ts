import type { CardSums, OutcomeSums } from '@agent/calls';
import {
  daysFrom,
  type FigurePeriod,
  figurePeriod,
  type PreviousPeriod,
  periodBefore,
} from '@agent/calls/period';
import type { FigureRange } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import type { WhoseFigures } from '../figures/figure-conditions.ts';
import { liveDays, readDirtyDays, readFigureState } from '../figures/figure-days.ts';
import { type ChangedCall, readMostChanged } from './read-most-changed.ts';
import {
  readCardSums,
  readOutcomeSums,
  readUnlistedTopics,
  type TopicSums,
} from './read-topic-sums.ts';
import { type CardName, readCardNames, readOutcomeNames } from './topic-names.ts';
import type { TopicStep, TopicsAsked } from './topics-asked.ts';

/** Longer periods are told by the week. */
const MOST_DAYS_BY_DAY = 92;

/** Of which calls somebody wants to know what they are about. */
export interface TopicsWanted extends WhoseFigures {
  range: FigureRange;
  now: Date;
}

/** What the calls of a period are about, as of one moment. */
export interface ReadTopics {
  zone: string;
  period: FigurePeriod;
  before: PreviousPeriod;
  /** The first day with a call; null: there is none. */
  since: string | null;
  step: TopicStep;
  /** The days of the period that have come, or the first days of its weeks. */
  steps: string[];
  cards: TopicSums<CardSums>[];
  /** '' is what has no outcome yet. */
  outcomes: TopicSums<OutcomeSums>[];
  /** Of calls that no list has: they go on, or have been erased. */
  unlisted: { cards: Map<string, CardSums>; outcomes: Map<string, OutcomeSums> };
  changed: ChangedCall[];
  cardNames: Map<string, CardName>;
  outcomeNames: Map<string, string>;
}

/** Reads what the calls of a period are about, what suggestions were used for, and how customers sounded. */
export async function readTopics(
  db: Queryable,
  { range, filter, queues, now }: TopicsWanted,
): Promise<ReadTopics> {
  return inTransaction(db, async (tx) => {
    if ('begin' in db) await tx`set transaction isolation level repeatable read read only`;
    // Each statement is short; to compile it, or to call others for help, takes longer.
    await tx`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
    const state = await readFigureState(tx, now);
    const context = { zone: state.zone, now };
    const period = figurePeriod(range, context);
    const before = periodBefore(period, context);
    const periods = { now: period, before };
    const dirty = await readDirtyDays(tx, periods);
    const live = liveDays(periods, state, { dirty, allOfNow: false });
    const [lastDay = period.to] = [period.to, state.today].sort();
    const days = period.from > lastDay ? [] : daysFrom(period.from, lastDay);
    const step = days.length > MOST_DAYS_BY_DAY ? 'week' : 'day';
    const asked: TopicsAsked = { filter, queues, periods, state, live, step };
    const cards = await readCardSums(tx, asked);
    const outcomes = await readOutcomeSums(tx, asked);
    const unlisted = await readUnlistedTopics(tx, asked);
    const changed = await readMostChanged(tx, asked);
    const cardIds = new Set([
      ...cards.map(({ key }) => key),
      ...changed.flatMap((call) => call.cards),
    ]);
    return {
      ...{ zone: state.zone, period, before, since: state.since, step },
      steps: step === 'day' ? days : [...new Set(days.map(mondayOf))],
      ...{ cards, outcomes, unlisted, changed },
      cardNames: await readCardNames(tx, [...cardIds]),
      outcomeNames: await readOutcomeNames(
        tx,
        outcomes.map(({ key }) => key),
      ),
    };
  });
}

function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, day.length);
}
