import type { AuditSubjectKind, UserId } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';

/** Everything that is put on record, noun and verb; who reads the records groups by the noun. */
export const auditActions = [
  'session.signed-in',
  /** A name and a password that do not belong together. */
  'session.refused',
  /** Too many attempts; noted once a minute for each address. */
  'session.throttled',
  'session.signed-out',
  /** All sessions of the subject ended, whatever the reason; written by a trigger. */
  'session.ended',
  'customer.searched',
  'customer.read',
  /** Somebody wanted to see more people than one person may; noted once a minute. */
  'customer.limited',
  'customer.created',
  'customer.linked',
  /** All calls of a customer were to be erased, as somebody wanted it; each has an entry of its own. */
  'customer.erased',
  /** Somebody looked back at a call; noted once an hour for each person and call. */
  'call.read',
  'call.searched',
  /** Somebody heard the sound of a call; noted once a day for each person and call. */
  'recording.played',
  'call.downloaded',
  /** A supervisor listened to a call while it went on, or joined the conversation. */
  'call.monitored',
  'call.joined',
  /** Everything that was said in a call was erased, as somebody wanted it; `erasures` says why. */
  'call.erased',
  /** Nothing of a call may be deleted, or it may be again; `legal_holds` says why. */
  'call.hold-placed',
  'call.hold-lifted',
  'card.created',
  'card.changed',
  'card.switched-on',
  'card.switched-off',
  /** An old version of a card of the playbook was brought back. */
  'card.restored',
  /** From which value to which; null is the default. */
  'setting.changed',
  /** Somebody looked at this log; noted once an hour for each person. */
  'audit.read',
  'audit.exported',
  'user.invited',
  /** Somebody came by single sign-on for the first time. */
  'user.created',
  /** Name, role or queues; `changed` names the parts, `version` is the one the person has now. */
  'user.changed',
  'user.disabled',
  'user.enabled',
  /** A link by which somebody may choose a password. */
  'user.link-made',
  /** Somebody chose a password by a link. */
  'user.password-set',
  /** An admin ended all sessions of somebody. */
  'user.signed-out-everywhere',
  'queue.created',
  /** `changed` names its parts, `version` is the one it has now. */
  'queue.changed',
  'queue.removed',
  /** Somebody sees to an alert of a figure, or does so no more. */
  'figure.alert-taken',
  'figure.alert-given-back',
  /** A figure is compared with nothing older than the alert; or these hours are compared with never. */
  'figure.normal-changed',
  'figure.hours-left-out',
  /** One of the last two was taken back. */
  'figure.alert-undone',
  /** A made-up past was added to try the product with, or taken away again. */
  'sample-data.added',
  'sample-data.removed',
  /** Calls or figures were made a file of; `rows` says of how many. */
  'report.made',
  /** A file that was kept was fetched. */
  'report.downloaded',
  /** A report is made again and again, in another way, or no more. */
  'report.scheduled',
  'report.schedule-changed',
  'report.schedule-removed',
] as const;
/** What somebody did, as it stands in `audit_log`. */
export type AuditAction = (typeof auditActions)[number];

/** What an act was about. */
export interface AuditSubject {
  kind: AuditSubjectKind;
  id: string;
}

type AuditValue = string | number | boolean | null | readonly string[];

/** One act, as it is put on record. */
export interface AuditEntry {
  action: AuditAction;
  /** Who did it; null when nobody is known. The name is kept as it was then. */
  actor: { userId: UserId; displayName: string } | null;
  /** Where the request came from; null when the act was not a request. */
  address: string | null;
  subject?: AuditSubject;
  /** What else matters. Never what people typed or said: the record would become what it watches. */
  data?: Readonly<Record<string, AuditValue>>;
}

/** Puts an act on record, for good: in the transaction of the act, or before its answer is given. */
export async function recordAudit(db: Queryable, entry: AuditEntry): Promise<void> {
  const { action, actor, address, subject, data = {} } = entry;
  await db`
    insert into audit_log (action, actor_id, actor_name, address, subject_kind, subject_id, data)
    values (${action}, ${actor?.userId ?? null}, ${actor?.displayName ?? null}, ${address},
      ${subject?.kind ?? null}, ${subject?.id ?? null}, ${JSON.stringify(data)}::jsonb)`;
}
