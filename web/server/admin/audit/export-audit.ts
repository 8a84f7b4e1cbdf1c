import 'server-only';
import { errorFields } from '@agent/process';
import type { AuditFilter } from '@agent/protocol';
import { type AuditAsked, type AuditPlace, findAudit, recordAudit } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { textStream } from '../../http/text-stream.ts';
import type { Services } from '../../services.ts';
import { auditAsked } from './audit-asked.ts';
import { csvHead, csvNote, csvRows } from './audit-csv.ts';
import { tooSlow } from './read-audit.ts';

/** Each reads up to so many entries … */
export const mostExported = 100_000;
/** … and so many of them at once. */
const pageSize = 1_000;
/** A page asks whether it may, then for the file. */
const limit = { limit: 20, windowMs: 60_000 };

/** The log as CSV, narrowed as the page is, written while it is taken. That it is exported is put on record first. */
export async function exportAudit(
  services: Services,
  viewer: Viewer,
  filter: AuditFilter,
  request: Request,
): Promise<Response> {
  const { userId, displayName } = requireRole(viewer, 'admin');
  await limitRate(services, `audit-export:${userId}`, limit, 'Too many exports. Wait a moment.');
  const zone = services.settings.current().reportZone;
  const asked = auditAsked(filter, zone);
  const headers = headersOf(services.now());
  if (request.method === 'HEAD') return new Response(null, { headers });
  const actor = { userId, displayName };
  const data = dataOf(filter);
  await recordAudit(services.db, {
    ...{ action: 'audit.exported', actor, address: viewer.address, data },
  });
  return new Response(await textStream(csvOf(services, asked)), { headers });
}

/** In words of the log: by what it was narrowed. */
function dataOf({ subject, ...filter }: AuditFilter): Record<string, string> {
  const about = subject && [subject.kind, subject.id].filter((part) => part !== null).join(':');
  const given = Object.entries({ ...filter, subject: about });
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function* csvOf(services: Services, asked: AuditAsked): AsyncGenerator<string> {
  let place: AuditPlace | undefined;
  for (let exported = 0; exported < mostExported; exported += pageSize) {
    const found = await pageOf(services, asked, place);
    yield (place ? '' : csvHead()) + csvRows(found.rows, asked.zone);
    if (!found.next) return;
    place = found.next;
  }
  yield csvNote(`There are more than ${mostExported} entries. Narrow them by time.`);
}

async function pageOf({ db, log }: Services, asked: AuditAsked, place: AuditPlace | undefined) {
  try {
    const found = await findAudit(db, asked, { place, limit: pageSize });
    if (found.outcome === 'too-slow') throw tooSlow();
    return found;
  } catch (error) {
    if (place) log.warn(errorFields(error), 'audit log not exported to its end');
    throw error;
  }
}

function headersOf(now: Date): Record<string, string> {
  const name = `audit-${now.toISOString().slice(0, 19).replaceAll(':', '')}.csv`;
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  };
}
