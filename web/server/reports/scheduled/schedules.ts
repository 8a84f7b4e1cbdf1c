import 'server-only';
import type { NewReportSchedule, Reports } from '@agent/protocol';
import {
  addReportSchedule,
  changeReportSchedule,
  noteReportLook,
  type Queryable,
  readKeptFile,
  readReports,
  recordAudit,
  removeReportSchedule,
} from '@agent/store';
import { requireSession, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { fileHeaders } from '../file-headers.ts';

/** So many reports are made regularly for one person. */
const mostOfOne = 20;

type Act = 'report.scheduled' | 'report.schedule-changed' | 'report.schedule-removed';

/** What somebody has made regularly, and the files that are kept. */
export function listReports({ db, now }: Services, viewer: Viewer): Promise<Reports> {
  return readReports(db, requireSession(viewer), now());
}

/** Notes that somebody has seen what is new. */
export async function lookAtReports({ db }: Services, viewer: Viewer): Promise<void> {
  await noteReportLook(db, requireSession(viewer));
}

/** Has a report made regularly from its next time on. */
export async function scheduleReport(
  { db, now }: Services,
  viewer: Viewer,
  wanted: NewReportSchedule,
): Promise<{ id: string }> {
  const { userId } = requireSession(viewer);
  return db.begin(async (tx) => {
    const { schedules } = await readReports(tx, requireSession(viewer), now());
    if (schedules.filter(({ owner }) => owner.userId === userId).length >= mostOfOne) {
      throw Problem.conflict(`You have ${mostOfOne} regular reports. Remove one first.`);
    }
    const id = await addReportSchedule(tx, userId, wanted);
    await record(tx, viewer, 'report.scheduled', wanted);
    return { id };
  });
}

/** Has it made in another way from its next time on. */
export async function rescheduleReport(
  { db }: Services,
  viewer: Viewer,
  id: string,
  wanted: NewReportSchedule,
): Promise<void> {
  await db.begin(async (tx) => {
    if (!(await changeReportSchedule(tx, requireSession(viewer), id, wanted))) throw gone();
    await record(tx, viewer, 'report.schedule-changed', wanted);
  });
}

/** Has it made no more; its files go with it. Twice is harmless. */
export async function unscheduleReport(
  { db }: Services,
  viewer: Viewer,
  id: string,
): Promise<void> {
  await db.begin(async (tx) => {
    const removed = await removeReportSchedule(tx, requireSession(viewer), id);
    if (removed) await record(tx, viewer, 'report.schedule-removed', removed);
  });
}

/** A file that is kept; that somebody has fetched it is put on record first. */
export async function fetchReport(
  { db }: Services,
  viewer: Viewer,
  id: string,
  request: Request,
): Promise<Response> {
  const { userId, displayName, role } = requireSession(viewer);
  const file = await readKeptFile(db, { userId, role }, id);
  if (!file) throw Problem.notFound('This report is not kept any more.');
  const headers = fileHeaders(file.kind, file);
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { kind, from, to, rows, name } = file;
  await recordAudit(db, {
    ...{ action: 'report.downloaded', actor: { userId, displayName }, address: viewer.address },
    data: { kind, from, to, scheduled: name, ...(rows !== null && { rows }) },
  });
  return new Response(file.content, { headers });
}

async function record(
  tx: Queryable,
  viewer: Viewer,
  action: Act,
  { name, kind, filter = {} }: Pick<NewReportSchedule, 'name'> & { kind: string; filter?: object },
): Promise<void> {
  const { userId, displayName } = requireSession(viewer);
  await recordAudit(tx, {
    ...{ action, actor: { userId, displayName }, address: viewer.address },
    data: { scheduled: name, kind, ...filter },
  });
}

function gone(): Problem {
  return Problem.notFound('This regular report was removed, or is somebody else’s.');
}
