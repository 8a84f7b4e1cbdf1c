import 'server-only';
import type { AuditEntryView, AuditPage, AuditQuery } from '@agent/protocol';
import {
  type AuditRow,
  findAudit,
  readAuditCursor,
  recordAudit,
  takeRateLimit,
  writeAuditCursor,
} from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { auditAsked } from './audit-asked.ts';
import { detailsOf } from './audit-details.ts';
import { sentenceOf } from './audit-sentence.ts';

const pageSize = 50;
/** Enough to read on and to filter while thinking. */
const limit = { limit: 60, windowMs: 10_000 };
/** A page that is opened again within this time is the same reading. */
const noted = { limit: 1, windowMs: 60 * 60_000 };

/** Who did what to whom, when and from where, the newest first. Who looks is on record as well. */
export async function readAudit(
  services: Services,
  viewer: Viewer,
  { cursor, ...filter }: AuditQuery,
): Promise<AuditPage> {
  const { userId } = requireRole(viewer, 'admin');
  await limitRate(services, `audit:${userId}`, limit, 'Too many questions at once. Wait a moment.');
  const place = cursor === undefined ? undefined : readAuditCursor(cursor);
  if (cursor !== undefined && !place) {
    const why = 'This place in the log is not known. Begin at its top.';
    throw Problem.invalidInput(why, { cursor: why });
  }
  const zone = services.settings.current().reportZone;
  const asked = auditAsked(filter, zone);
  await noteReading(services, viewer);
  const found = await findAudit(services.db, asked, { place, limit: pageSize });
  if (found.outcome === 'too-slow') throw tooSlow();
  return {
    entries: found.rows.map((row) => entryView(row, zone)),
    nextCursor: found.next && writeAuditCursor(found.next),
    zone,
  };
}

/** Of a question that looks at too much of the log. */
export function tooSlow(): Problem {
  return Problem.unavailable('This takes too long. Narrow it: fewer days, or another filter.');
}

async function noteReading({ db }: Services, viewer: Viewer): Promise<void> {
  const { userId, displayName } = requireRole(viewer, 'admin');
  const actor = { userId, displayName };
  await db.begin(async (tx) => {
    if (!(await takeRateLimit(tx, `audit-noted:${userId}`, noted))) return;
    await recordAudit(tx, { action: 'audit.read', actor, address: viewer.address });
  });
}

function entryView(row: AuditRow, zone: string): AuditEntryView {
  const { id, at, actorId, actorName, address, action, subjectKind, subjectId } = row;
  return {
    ...{ id, at: at.toISOString(), address, action },
    actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    sentence: sentenceOf(row, zone),
    subject:
      subjectKind === null || subjectId === null
        ? null
        : { kind: subjectKind, id: subjectId, name: row.subjectName },
    details: detailsOf(row),
  };
}
