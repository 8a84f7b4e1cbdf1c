import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { closeDatabase, openCallsExport, openDatabase } from '@agent/store/calls-export';
import type { ReportWork, WorkerNews } from './report-work.ts';

/**
 * Makes one file and ends. Each piece is made once the one before has been taken, so that no more than one is in
 * memory. Whoever wants no more ends the thread; its connection ends with it.
 */
const port = parentPort;
const encoder = new TextEncoder();

try {
  await make(workerData as ReportWork);
  tell({ is: 'done' });
} catch (error) {
  const { name, stack = '' } = error instanceof Error ? error : new Error('Something was thrown.');
  tell({ is: 'failed', name, stack });
}
port?.close();

async function make(work: ReportWork): Promise<void> {
  if (work.kind === 'dashboard.pdf') {
    const { dashboardDocument } = await import('./dashboard-document.ts');
    return give(await dashboardDocument(work.paper));
  }
  const db = openDatabase(work.databaseUrl, { max: 1, applicationName: 'agent-exports' });
  try {
    const calls = await openCallsExport(db, work.asked);
    tell({ is: 'opened' });
    await taken();
    if (work.kind === 'calls.csv') {
      const { callsCsvOf } = await import('./calls-lines.ts');
      for await (const text of callsCsvOf(calls)) await give(encoder.encode(text));
    } else {
      const { callsWorkbook } = await import('./calls-workbook.ts');
      await give(await callsWorkbook(calls));
    }
  } finally {
    await closeDatabase(db);
  }
}

async function give(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  port?.postMessage({ is: 'piece', bytes } satisfies WorkerNews, [bytes.buffer]);
  await taken();
}

async function taken(): Promise<void> {
  if (port) await once(port, 'message');
}

function tell(news: WorkerNews): void {
  port?.postMessage(news);
}
