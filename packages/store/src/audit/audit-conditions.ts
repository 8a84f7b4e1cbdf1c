import type { AuditSubjectKind, UserId } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';
import type { AuditPlace } from './audit-place.ts';

/** What of the audit log is asked for; what is absent lets everything through. */
export interface AuditAsked {
  actor?: UserId | 'nobody' | undefined;
  /** Any of these. */
  actions?: readonly string[] | undefined;
  subject?: { kind: AuditSubjectKind; id: string | null } | undefined;
  /** A day of `zone` or a moment. */
  from?: string | undefined;
  /** The last day, or the first moment that is not asked for. */
  to?: string | undefined;
  address?: string | undefined;
  /** IANA zone in which days begin. */
  zone: string;
}

/** What rows of `audit_log l` have to be like, besides their action. */
export function auditConditions(
  db: Queryable,
  { actor, subject, from, to, address, zone }: AuditAsked,
  place: AuditPlace | undefined,
): Fragment {
  return db`${ofActor(db, actor)} and ${ofSubject(db, subject)}
    and ${address ? db`l.address = ${address}` : db`true`}
    and ${from ? db`l.at >= ${moment(db, from, { zone, days: 0 })}` : db`true`}
    and ${to ? db`l.at < ${moment(db, to, { zone, days: 1 })}` : db`true`}
    and ${place ? behind(db, place) : db`true`}`;
}

function ofActor(db: Queryable, actor: AuditAsked['actor']): Fragment {
  if (actor === undefined) return db`true`;
  return actor === 'nobody' ? db`l.actor_id is null` : db`l.actor_id = ${actor}::uuid`;
}

function ofSubject(db: Queryable, subject: AuditAsked['subject']): Fragment {
  if (!subject) return db`true`;
  if (subject.id === null) return db`l.subject_kind = ${subject.kind}`;
  return db`l.subject_kind = ${subject.kind} and l.subject_id = ${subject.id}`;
}

/** A moment as it is, the midnight with which a day begins in the zone, or so many days later. */
function moment(
  db: Queryable,
  text: string,
  { zone, days }: { zone: string; days: number },
): Fragment {
  if (text.includes('T')) return db`${text}::timestamptz`;
  return db`((${text}::date + ${days}::integer)::timestamp at time zone ${zone})`;
}

function behind(db: Queryable, { atUs, id }: AuditPlace): Fragment {
  const at = db`timestamptz 'epoch' + ${atUs}::double precision * interval '1 microsecond'`;
  return db`(l.at, l.id) < (${at}, ${id}::bigint)`;
}
