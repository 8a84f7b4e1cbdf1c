import type { AdminQueue, AdminQueues, QueueFieldName, UserId } from '@agent/protocol';
import { languageName } from './language-names.ts';
import type { QueueFormValues } from './queue-form.ts';
import { termsIn } from './terms-text.ts';

type Agents = AdminQueues['agents'];

/** What saving does beyond what the form shows, one sentence each. */
export interface SavingConsequences {
  said: string[];
  /** Whether it is asked once more. */
  isGrave: boolean;
}

/** What saving a form does to the calls and agents of its queue. */
export function whatSavingDoes(
  before: AdminQueue,
  values: QueueFormValues,
  agents: Agents,
): SavingConsequences {
  const endsRecording = before.recorded && !values.recorded;
  const gone = before.outcomes.filter(({ id }) => !values.outcomes.some((one) => one.id === id));
  const removed = before.memberIds.filter((id) => !values.memberIds.includes(id));
  const isEmptied = removed.length > 0 && activeAmong(values.memberIds, agents).length === 0;
  const said = [
    ...(endsRecording
      ? [
          'Customers are not asked to be recorded any more. Calls that are recorded now are to their end.',
        ]
      : []),
    ...(gone.length > 0
      ? [
          `Agents cannot choose ${listed(gone.map(({ label }) => `“${label}”`))} any more; past calls keep it.`,
        ]
      : []),
    ...(removed.length > 0
      ? [`No new calls of this queue for ${namesOf(removed, agents)}; a call at hand goes on.`]
      : []),
    ...(isEmptied ? ['Nobody takes its calls then: whoever calls waits until somebody does.'] : []),
  ];
  return { said, isGrave: endsRecording || gone.length > 0 || isEmptied };
}

/** What removing a queue does, one sentence each. */
export function whatRemovingDoes(
  queue: AdminQueue,
  queues: readonly AdminQueue[],
  agents: Agents,
): string[] {
  const others = queues.filter(({ id }) => id !== queue.id);
  const members = activeAmong(queue.memberIds, agents);
  const left = members.filter((id) => !others.some(({ memberIds }) => memberIds.includes(id)));
  return [
    'Nobody can call it any more; its address leads to the other queues.',
    ...(left.length > 0
      ? [`No calls any more, as they are in no other queue, for ${namesOf(left, agents)}.`]
      : []),
    'Past calls keep its name and their outcomes.',
  ];
}

/** A part of a queue as people read it. */
export function fieldInWords(
  name: QueueFieldName,
  values: QueueFormValues,
  cards: AdminQueues['cards'],
): string {
  switch (name) {
    case 'name':
      return values.name;
    case 'language':
      return languageName(values.language);
    case 'terms':
      return (
        termsIn(values.terms)
          .map(({ term }) => term)
          .join(', ') || 'none'
      );
    case 'target':
      return `${values.target.percent} % within ${values.target.seconds} s`;
    case 'recorded':
      return values.recorded ? 'asked' : 'not asked';
    case 'recordingNotice':
      return values.recordingNotice || 'our own words';
    case 'listeningTold':
      return values.listeningTold ? 'told' : 'not told';
    case 'cardIds':
      return cardsInWords(values.cardIds, cards);
    case 'outcomes':
      return values.outcomes
        .map(({ label, resolves }) => (resolves ? `${label} (resolved)` : label))
        .join(', ');
    case 'outcomeRequired':
      return values.outcomeRequired ? 'required' : 'not required';
    default:
      return name satisfies never;
  }
}

/** Agents who can take calls: those who are not disabled. */
export function activeAmong(ids: readonly UserId[], agents: Agents): UserId[] {
  return ids.filter((id) => agents.some(({ userId, disabled }) => userId === id && !disabled));
}

/** Words one after another, the last after "and". */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words);
}

function cardsInWords(cardIds: readonly string[] | null, cards: AdminQueues['cards']): string {
  if (cardIds === null) return 'all cards';
  const titles = cardIds.map((id) => cards.find((card) => card.id === id)?.title ?? id);
  return titles.join(', ') || 'no cards';
}

function namesOf(ids: readonly UserId[], agents: Agents): string {
  const names = ids.map((id) => agents.find(({ userId }) => userId === id)?.displayName ?? id);
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}
