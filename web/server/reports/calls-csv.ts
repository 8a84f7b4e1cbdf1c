import 'server-only';
import type { CallsFileQuery } from '@agent/protocol';
import type { CallsExport, CallsExportAsked } from '@agent/store';
import { databaseUrl } from '@agent/store';
import type { Viewer } from '../access/viewer.ts';
import { byteStream } from '../http/byte-stream.ts';
import type { Services } from '../services.ts';
import { fileHeaders } from './file-headers.ts';
import { openCalls } from './open-calls.ts';
import { recordReport, reportOfViewer, whoAsks } from './report-asked.ts';
import { callsCsvOf } from './worker/calls-lines.ts';
import { runReportWorker } from './worker/run-report-worker.ts';
import { streamWithPlace } from './worker-places.ts';

/** So many calls weigh little; more are written by a thread whose memory is limited. */
export const mostInProcess = 2_000;

/** One line for each call that the figures of the same filter count, written while it is taken. */
export async function callsCsv(
  services: Services,
  viewer: Viewer,
  query: CallsFileQuery,
  request: Request,
): Promise<Response> {
  const whose = await reportOfViewer(services, viewer, query);
  const { calls, asked } = await openCalls(services, whose, query);
  try {
    const headers = fileHeaders('calls.csv', calls.period);
    if (request.method === 'HEAD') {
      await calls.close();
      return new Response(null, { headers });
    }
    await recordReport(services, whoAsks(viewer), {
      ...{ kind: 'calls.csv', rows: calls.count },
      query: { ...query, ...whose.filter },
    });
    const pieces = callsCsvPieces(services, { calls, asked }, request.signal);
    return new Response(await byteStream(pieces, request.signal), { headers });
  } catch (error) {
    await calls.close();
    throw error;
  }
}

/** The file piece by piece, as of the moment that the calls were opened at; closes them. */
export async function* callsCsvPieces(
  services: Pick<Services, 'env'>,
  { calls, asked }: { calls: CallsExport; asked: CallsExportAsked },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  try {
    if (calls.count <= mostInProcess) {
      for await (const text of callsCsvOf(calls)) yield encoder.encode(text);
      return;
    }
    yield* streamWithPlace(async function* () {
      const snapshot = await calls.snapshot();
      yield* runReportWorker(
        { kind: 'calls.csv', databaseUrl: urlOf(services), asked: { ...asked, snapshot } },
        { signal, onOpened: () => void calls.close() },
      );
    });
  } finally {
    await calls.close();
  }
}

/** Where a thread finds the database. */
export function urlOf({ env }: Pick<Services, 'env'>): string {
  return databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD);
}
