import {
  type MetricsQuery,
  type NewReportSchedule,
  type ReportKind,
  type Reports,
  reportScheduleMadeSchema,
  reportsSchema,
} from '@agent/protocol';
import { command, request } from '../../http/request.ts';
import { RequestError } from '../../http/request-error.ts';

const path = '/api/reports';

/** What is made regularly, and the files that are kept. */
export function readReports(signal?: AbortSignal): Promise<Reports> {
  return request(reportsSchema, path, { signal });
}

/** Says that what is new has been seen. */
export function lookAtReports(): Promise<void> {
  return command(`${path}/look`);
}

/** Has a report made regularly. */
export async function addSchedule(schedule: NewReportSchedule): Promise<void> {
  await request(reportScheduleMadeSchema, `${path}/schedules`, { method: 'POST', body: schedule });
}

/** Has it made in another way. */
export function changeSchedule(id: string, schedule: NewReportSchedule): Promise<void> {
  return command(`${path}/schedules/${id}`, { method: 'PUT', body: schedule });
}

/** Has it made no more, and deletes its files. */
export function removeSchedule(id: string): Promise<void> {
  return command(`${path}/schedules/${id}`, { method: 'DELETE' });
}

/** Where a kept file is fetched. */
export function keptFileHref(id: string): string {
  return `${path}/files/${id}`;
}

/** A file and what it is called. */
export interface FetchedFile {
  name: string;
  blob: Blob;
}

/** Has a file made, and tells how much of it is there; throws `RequestError`. */
export async function fetchReport(
  kind: ReportKind,
  query: MetricsQuery,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<FetchedFile> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const response = await fetch(`${path}/${kind}?${new URLSearchParams(given)}`, {
    ...{ signal, credentials: 'same-origin', cache: 'no-store' },
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw RequestError.offline();
  });
  if (!response.ok) throw await RequestError.fromResponse(response);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    // One that breaks off is no file.
    const next = await reader?.read().catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw RequestError.offline();
    });
    if (!next || next.done) break;
    pieces.push(next.value);
    bytes += next.value.length;
    onBytes(bytes);
  }
  const type = response.headers.get('content-type') ?? '';
  return { name: nameOf(response) ?? kind, blob: new Blob(pieces, { type }) };
}

function nameOf(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}
