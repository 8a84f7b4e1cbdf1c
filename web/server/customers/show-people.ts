import 'server-only';
import type { CustomerId } from '@agent/protocol';
import {
  type AuditEntry,
  type PeopleBudget,
  recordAudit,
  takePeople,
  takeRateLimit,
} from '@agent/store';
import type { Session } from '../access/session.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/**
 * How many different customers one person may be shown: a few searches for each call of a busy hour,
 * and far too few to copy a directory. Whom one has seen today is free.
 */
export const peopleBudget = {
  perMinute: 60,
  perHour: 240,
  perDay: 800,
} as const satisfies PeopleBudget;

/** How often it is put on record that somebody wants more. */
const limitedNote = { limit: 1, windowMs: 60_000 };

/** Who is shown people, and from where. */
export interface Watcher extends Pick<Session, 'userId' | 'displayName'> {
  address: string;
}

/**
 * Counts the customers that somebody is about to be shown and puts it on record; nobody is shown
 * without. Refuses, with the time to wait, when it would be too many.
 */
export async function showPeople(
  { db }: Pick<Services, 'db'>,
  watcher: Watcher,
  customerIds: readonly CustomerId[],
  entry: Omit<AuditEntry, 'actor' | 'address'>,
): Promise<void> {
  const taken = await db.begin(async (tx) => {
    const outcome = await takePeople(tx, watcher.userId, customerIds, peopleBudget);
    if (outcome.outcome === 'shown') await recordAudit(tx, { ...entry, ...whoOf(watcher) });
    return outcome;
  });
  if (taken.outcome === 'shown') return;
  if (await takeRateLimit(db, `people-limited:${watcher.userId}`, limitedNote)) {
    await recordAudit(db, { action: 'customer.limited', ...whoOf(watcher) });
  }
  throw Problem.tooManyRequests(
    'You have been shown very many customers. Wait a while before you look for more.',
    Math.ceil(taken.retryAfterMs / 1_000),
  );
}

/** The same for those beside one's own call, who are shown in any case. */
export async function showWithoutLimit(
  { db }: Pick<Services, 'db'>,
  watcher: Watcher,
  customerIds: readonly CustomerId[],
  entry: Omit<AuditEntry, 'actor' | 'address'>,
): Promise<void> {
  await db.begin(async (tx) => {
    await takePeople(tx, watcher.userId, customerIds, null);
    await recordAudit(tx, { ...entry, ...whoOf(watcher) });
  });
}

/** Who acts, as a record has it. */
export function whoOf({
  userId,
  displayName,
  address,
}: Watcher): Pick<AuditEntry, 'actor' | 'address'> {
  return { actor: { userId, displayName }, address };
}
