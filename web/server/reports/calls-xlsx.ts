import 'server-only';
import { formatCount } from '@agent/calls';
import type { CallsFileQuery } from '@agent/protocol';
import type { Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { urlOf } from './calls-csv.ts';
import { fileHeaders } from './file-headers.ts';
import { type OpenCalls, openCalls } from './open-calls.ts';
import { recordReport, reportOfViewer, whoAsks } from './report-asked.ts';
import { wholeFile } from './whole-file.ts';

/** A workbook is made whole, in memory: of so many calls at most. */
export const mostInWorkbook = 20_000;

/** The same calls as in CSV, as a workbook. */
export async function callsXlsx(
  services: Services,
  viewer: Viewer,
  query: CallsFileQuery,
  request: Request,
): Promise<Response> {
  const whose = await reportOfViewer(services, viewer, query);
  const open = await openCalls(services, whose, query);
  try {
    const headers = fileHeaders('calls.xlsx', open.calls.period);
    refuseMany(open.calls.count);
    if (request.method === 'HEAD') return new Response(null, { headers });
    await recordReport(services, whoAsks(viewer), {
      ...{ kind: 'calls.xlsx', rows: open.calls.count },
      query: { ...query, ...whose.filter },
    });
    return new Response(await makeCallsXlsx(services, open, request.signal), { headers });
  } finally {
    await open.calls.close();
  }
}

/** The workbook of these calls. */
export async function makeCallsXlsx(
  services: Pick<Services, 'env'>,
  { calls, asked }: OpenCalls,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  refuseMany(calls.count);
  const snapshot = await calls.snapshot();
  return wholeFile(
    { kind: 'calls.xlsx', databaseUrl: urlOf(services), asked: { ...asked, snapshot } },
    signal,
  );
}

function refuseMany(count: number): void {
  if (count <= mostInWorkbook) return;
  throw Problem.invalidInput(
    `These are ${formatCount(count)} calls; a workbook holds ${formatCount(mostInWorkbook)}. ` +
      'Choose a shorter period or a queue, or take CSV, which holds all of them.',
  );
}
