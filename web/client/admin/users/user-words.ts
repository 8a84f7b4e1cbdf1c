import type { AdminUser, ChangedUser, NamedQueue, Role, UserStatus } from '@agent/protocol';
import type { UserFields } from './user-draft.ts';

/** A role as people read it. */
export const roleWords: Readonly<Record<Role, string>> = {
  agent: 'Agent',
  supervisor: 'Supervisor',
  admin: 'Admin',
};

/** What somebody of a role does. */
export const roleHints: Readonly<Record<Role, string>> = {
  agent: 'Takes calls of the queues below, and looks back at their own.',
  supervisor:
    'Sees, hears and helps with calls of the queues below that go on. Looks back at all calls.',
  admin:
    'Sees, hears and helps with all calls, looks back at all, and runs this place: people, queues, playbook, settings.',
};

/** Whether somebody can sign in, as people read it. */
export const statusWords: Readonly<Record<UserStatus, string>> = {
  invited: 'Invited',
  active: 'Active',
  disabled: 'Disabled',
};

const openCallWords = {
  offered: 'The call on offer to them goes to somebody else.',
  active: 'One call ends for them: the customer goes back to the queue and keeps the place.',
  'wrap-up': 'Their wrap-up is closed with what they have saved.',
} as const;

/** What disabling somebody does, one sentence each. */
export function whatDisablingDoes(user: AdminUser): string[] {
  const { displayName, openCall, link } = user;
  return [
    `${displayName} is signed out everywhere and cannot sign in until you enable the account again.`,
    ...(openCall ? [openCallWords[openCall]] : []),
    ...(link ? ['The link that is still open stops working.'] : []),
    'Past calls and what is on record stay.',
  ];
}

/** What saving a draft does beyond what the form shows, one sentence each. */
export function whatSavingDoes(
  user: AdminUser,
  { role, queues }: Partial<UserFields>,
  named: readonly NamedQueue[],
): string[] {
  const { displayName } = user;
  const is = role ?? user.role;
  const said: string[] = [];
  if (role && role !== user.role) {
    said.push(
      `${displayName} is signed out everywhere, and signs in again as ${withArticle(role)}.`,
    );
    if (user.role === 'agent' && user.openCall) said.push(openCallWords[user.openCall]);
    if (user.role === 'agent') said.push(`${displayName} leaves all queues.`);
  }
  if (is === 'supervisor')
    return [
      ...said,
      ...whatIsLookedAfter(user, { ...(role && { role }), ...(queues && { queues }) }, named),
    ];
  if (is !== 'agent') return said;
  const after = queues ?? user.queues.map(({ id }) => id);
  if (after.length === 0) return [...said, `Without a queue ${displayName} is offered no call.`];
  const before = user.role === 'agent' ? user.queues.map(({ id }) => id) : [];
  const added = after.filter((id) => !before.includes(id));
  const left = before.filter((id) => !after.includes(id));
  if (added.length > 0) said.push(`Calls of ${listed(added, named)} are offered from now on.`);
  if (left.length > 0) {
    said.push(`No new calls of ${listed(left, named)} are offered; a call at hand goes on.`);
  }
  return said;
}

function whatIsLookedAfter(
  { displayName, role: before }: AdminUser,
  { role = before, queues }: Partial<UserFields>,
  named: readonly NamedQueue[],
): string[] {
  if (!queues && role === before) return [];
  if (!queues || queues.length === 0) return [`${displayName} looks after all queues.`];
  return [
    `${displayName} looks after ${listed(queues, named)}, and after no other queue.`,
    ...(before === role ? ['Listening to a call of another queue ends.'] : []),
  ];
}

/** What saving has done. */
export function whatWasDone({ user, sessionsEnded, call }: ChangedUser): string {
  const callWords = {
    requeued: 'The customer is back in the queue.',
    'offer-withdrawn': 'The call on offer goes to somebody else.',
    'wrap-up-closed': 'The wrap-up was closed.',
  };
  return [
    ...(sessionsEnded ? [`${user.displayName} has been signed out everywhere.`] : []),
    ...(call ? [callWords[call]] : []),
  ].join(' ');
}

function withArticle(role: Role): string {
  return role === 'supervisor' ? 'a supervisor' : `an ${role}`;
}

function listed(ids: readonly string[], named: readonly NamedQueue[]): string {
  const names = ids.map((id) => named.find((queue) => queue.id === id)?.name ?? id);
  return new Intl.ListFormat('en').format(names);
}
