import 'server-only';
import type { DashboardFileQuery } from '@agent/protocol';
import type { Viewer } from '../access/viewer.ts';
import type { FiguresOfViewer } from '../figures/whose-figures.ts';
import type { Services } from '../services.ts';
import { dashboardPaper } from './dashboard-paper-of.ts';
import { fileHeaders } from './file-headers.ts';
import { recordReport, reportOfViewer, whoAsks } from './report-asked.ts';
import { wholeFile } from './whole-file.ts';

/** The figures of a period as a document. */
export async function dashboardPdf(
  services: Services,
  viewer: Viewer,
  query: DashboardFileQuery,
  request: Request,
): Promise<Response> {
  const whose = await reportOfViewer(services, viewer, query);
  const { paper, period } = await dashboardPaper(services, whose, query);
  const headers = fileHeaders('dashboard.pdf', period);
  if (request.method === 'HEAD') return new Response(null, { headers });
  await recordReport(services, whoAsks(viewer), {
    ...{ kind: 'dashboard.pdf', rows: null },
    query: { ...query, ...whose.filter },
  });
  return new Response(await wholeFile({ kind: 'dashboard.pdf', paper }, request.signal), {
    headers,
  });
}

/** The same as bytes. */
export async function makeDashboardPdf(
  services: Pick<Services, 'db' | 'now'>,
  whose: FiguresOfViewer,
  query: DashboardFileQuery,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { paper } = await dashboardPaper(services, whose, query);
  return wholeFile({ kind: 'dashboard.pdf', paper }, signal);
}
