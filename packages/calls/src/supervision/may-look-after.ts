import {
  HELP_TO_ADMINS_AFTER_MS,
  HELP_TO_ALL_AFTER_MS,
  type QueueId,
  type Role,
  type UserId,
} from '@agent/protocol';

/** Who looks. */
export interface Overseer {
  /** Missing: nobody who can have taken a request for help. */
  userId?: UserId;
  role: Role;
  /** The queues that a supervisor looks after; empty: all. */
  queueIds: readonly QueueId[];
}

/** What decides whether a call is somebody's to look after. */
export interface OverseenCall {
  queueId: QueueId;
  /** When its agent asked for help that nobody has taken yet, in milliseconds since 1970; null: not. */
  helpAskedAtMs: number | null;
  /** Who has taken the request of its agent for help, while it is open; null or missing: nobody. */
  helperId?: UserId | null;
}

/**
 * Whether somebody may see, hear and help with a call: admins all, supervisors those of their queues, and
 * after 30 s those whose agent asks for help and gets none, or whom they help. Agents none, not even their
 * own.
 */
export function mayLookAfter(
  { userId, role, queueIds }: Overseer,
  { queueId, helpAskedAtMs, helperId = null }: OverseenCall,
  nowMs: number,
): boolean {
  if (role === 'admin') return true;
  if (role !== 'supervisor') return false;
  if (queueIds.length === 0 || queueIds.includes(queueId)) return true;
  if (helperId !== null && helperId === userId) return true;
  return helpAskedAtMs !== null && nowMs - helpAskedAtMs >= HELP_TO_ALL_AFTER_MS;
}

/** Whether somebody who may look after a call is bothered with its agent's request for help. */
export function isCalledForHelp(
  { role, queueIds }: Overseer,
  { queueId, helpAskedAtMs }: OverseenCall,
  nowMs: number,
): boolean {
  if (helpAskedAtMs === null) return false;
  const askedForMs = nowMs - helpAskedAtMs;
  if (role === 'admin') return askedForMs >= HELP_TO_ADMINS_AFTER_MS;
  if (role !== 'supervisor') return false;
  const isTheirs = queueIds.length === 0 || queueIds.includes(queueId);
  return isTheirs || askedForMs >= HELP_TO_ALL_AFTER_MS;
}
