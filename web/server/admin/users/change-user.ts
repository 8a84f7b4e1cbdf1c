import 'server-only';
import type { AdminUser, ChangedUser, UserChangeRequest, UserId } from '@agent/protocol';
import {
  type AuditEntry,
  changeUser as changeStored,
  recordAudit,
  requeueCallOfAgent,
  type Transaction,
  type Transition,
  type UserChangeNote,
  type UserChangeOutcome,
  type UserPart,
} from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { tellTakenCall } from '../../calls/tell-taken-call.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { noSuchUser } from './find-users.ts';
import { unknownQueue } from './unknown-queue.ts';

type Changed = Extract<UserChangeOutcome, { outcome: 'changed' }>;

/**
 * An admin changes somebody. In one transaction: who is disabled or gets another role is signed out
 * everywhere, the call of an agent goes back into the queue, and the record says who did it.
 */
export async function changeUser(
  services: Pick<Services, 'db' | 'log' | 'rooms' | 'meters'>,
  viewer: Viewer,
  userId: UserId,
  change: UserChangeRequest,
): Promise<ChangedUser> {
  const who = actingAdmin(viewer);
  const { userId: by } = requireRole(viewer, 'admin');
  const { outcome, taken } = await services.db.begin(async (tx) => {
    const changed = await changeStored(tx, userId, change, by);
    if (changed.outcome !== 'changed') return { outcome: changed };
    await note(tx, changed, who);
    const isLost = changed.before.role === 'agent' && changed.parts.some(endsSessions);
    return { outcome: changed, taken: isLost ? await requeueCallOfAgent(tx, userId) : undefined };
  });
  if (outcome.outcome === 'same') return { user: outcome.user, sessionsEnded: false, call: null };
  if (outcome.outcome !== 'changed') throw refusal(outcome);
  const { user, parts } = outcome;
  services.log.info({ userId, parts }, 'user changed');
  if (taken) void tellTakenCall(services, taken);
  return {
    user: taken ? { ...user, openCall: null } : user,
    sessionsEnded: parts.some(endsSessions),
    call: taken ? whatBecame(taken) : null,
  };
}

/** What became of the call of somebody who may not take calls any more. */
function whatBecame({ appended }: Transition): ChangedUser['call'] {
  switch (appended.event.type) {
    case 'call.requeued':
      return 'requeued';
    case 'call.offer-expired':
      return 'offer-withdrawn';
    default:
      return 'wrap-up-closed';
  }
}

function endsSessions(part: UserPart): boolean {
  return part === 'disabled' || part === 'role';
}

async function note(
  tx: Transaction,
  { before, user, parts }: Changed,
  who: ReturnType<typeof actingAdmin>,
): Promise<void> {
  const subject = { kind: 'user', id: user.id } as const;
  const version = user.version;
  const record = (entry: Pick<AuditEntry, 'action' | 'data'>) =>
    recordAudit(tx, { subject, ...entry, ...who });
  for (const part of ['disabled', 'enabled'] as const) {
    if (!parts.includes(part)) continue;
    await record({ action: `user.${part}`, data: { version, changed: [part] } });
  }
  const others = parts.filter((part) => part !== 'disabled' && part !== 'enabled');
  if (others.length === 0) return;
  await record({
    action: 'user.changed',
    data: {
      version,
      changed: others,
      ...(others.includes('role') && { role: user.role, roleBefore: before.role }),
      ...((others.includes('queues') || others.includes('role')) && queuesOnRecord(user)),
    },
  });
}

/** A supervisor without queues looks after all, which is no empty list to whoever reads the record. */
function queuesOnRecord({ role, queues }: AdminUser): { queues: string | string[] } {
  const isOfAll = role === 'supervisor' && queues.length === 0;
  return { queues: isOfAll ? 'all' : queues.map(({ id }) => id) };
}

function refusal(outcome: Exclude<UserChangeOutcome, { outcome: 'changed' | 'same' }>): Problem {
  switch (outcome.outcome) {
    case 'not-admin':
      return Problem.forbidden();
    case 'not-found':
      return noSuchUser();
    case 'stale':
      return Problem.conflict(
        `${changedBy(outcome.since)} Look at what is there now, then save again.`,
      );
    case 'last-admin':
      return Problem.conflict(
        'Nobody else can sign in as an admin. Make somebody else an admin first.',
      );
    case 'own-account':
      return Problem.conflict('You cannot take your own rights away. Ask another admin.');
    case 'unknown-queue':
      return unknownQueue(outcome.queueId);
    case 'admin-of-queues': {
      const why = 'Admins look after all queues. Choose none for them.';
      return Problem.invalidInput(why, { queues: why });
    }
    default:
      return outcome satisfies never;
  }
}

const partWords: Readonly<Record<string, string>> = {
  name: 'the name',
  role: 'the role',
  queues: 'the queues',
  disabled: 'who may sign in',
  enabled: 'who may sign in',
} satisfies Record<UserPart, string>;

/** What happened since, in a sentence: "Ada changed the role and the queues in the meantime." */
function changedBy(since: readonly UserChangeNote[]): string {
  const partsBy = new Map<string, Set<string>>();
  for (const { byName, parts } of since) {
    const said = partsBy.get(byName ?? 'Somebody') ?? new Set();
    for (const part of parts) said.add(partWords[part] ?? 'something');
    partsBy.set(byName ?? 'Somebody', said);
  }
  const list = new Intl.ListFormat('en');
  const acts = [...partsBy].map(([name, parts]) => `${name} changed ${list.format(parts)}`);
  return `${acts.length > 0 ? list.format(acts) : 'Somebody changed this account'} in the meantime.`;
}
