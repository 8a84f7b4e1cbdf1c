import 'server-only';
import type { FigureFilter, FigureRange, ReportKind, UserId } from '@agent/protocol';
import { type Queryable, recordAudit } from '@agent/store';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { type FiguresOfViewer, figuresOfViewer } from '../figures/whose-figures.ts';
import { limitRate } from '../http/limit-rate.ts';
import type { Services } from '../services.ts';

/** A file is a lot of work, and a page asks for few. */
const limit = { limit: 30, windowMs: 60_000 };

/** What of a question says which calls or figures it is about. */
export type ReportQuery = FigureRange & FigureFilter;

/** Which figures somebody may have as a file, of those that were asked for. */
export async function reportOfViewer(
  services: Services,
  viewer: Viewer,
  { queue, agent, outcome }: FigureFilter,
): Promise<FiguresOfViewer> {
  const { userId } = requireSession(viewer);
  await limitRate(services, `reports:${userId}`, limit, 'Too many reports. Wait a moment.');
  return figuresOfViewer(services, viewer, { queue, agent, outcome });
}

/** What a report on record was of. */
export interface MadeReport {
  kind: ReportKind;
  /** What was asked for, with the filter as the reader's role narrows it. */
  query: Record<string, string | undefined>;
  rows: number | null;
}

/** Puts on record that somebody was given a report, before it is. */
export async function recordReport(
  { db }: { db: Queryable },
  by: { userId: UserId; displayName: string; address: string | null },
  { kind, query, rows }: MadeReport,
): Promise<void> {
  const given = Object.entries(query).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const data = { kind, ...Object.fromEntries(given), ...(rows !== null && { rows }) };
  const { address, ...actor } = by;
  await recordAudit(db, { action: 'report.made', actor, address, data });
}

/** Who asks, for the record. */
export function whoAsks(viewer: Viewer) {
  const { userId, displayName } = requireSession(viewer);
  return { userId, displayName, address: viewer.address };
}
