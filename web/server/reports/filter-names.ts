import 'server-only';
import type { FigureFilter } from '@agent/protocol';
import { type Queryable, readSessionChoices, readUserName } from '@agent/store';

/** By what figures are narrowed, as people call it; one that is gone goes by its id. */
export async function readFilterNames(
  db: Queryable,
  { queue, agent, outcome }: FigureFilter,
): Promise<string[]> {
  const { queues, outcomes } = await readSessionChoices(db);
  const names: string[] = [];
  if (queue) names.push(`queue ${queues.find(({ id }) => id === queue)?.name ?? queue}`);
  if (agent) names.push(`agent ${(await readUserName(db, agent)) ?? agent}`);
  if (outcome === 'abandoned') names.push('calls that nobody answered');
  else if (outcome) {
    names.push(`outcome ${outcomes.find(({ id }) => id === outcome)?.label ?? outcome}`);
  }
  return names;
}
