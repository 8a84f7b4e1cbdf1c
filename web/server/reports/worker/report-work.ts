import type { CallsExportAsked } from '@agent/store';
import type { DashboardPaper } from './dashboard-paper.ts';

/** What a worker thread makes. */
export type ReportWork =
  | { kind: 'calls.csv' | 'calls.xlsx'; databaseUrl: string; asked: CallsExportAsked }
  | { kind: 'dashboard.pdf'; paper: DashboardPaper };

/** What a worker tells: that it holds the calls, a piece of the file, that there is no more, or what went wrong. */
export type WorkerNews =
  | { is: 'opened' }
  | { is: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { is: 'done' }
  | { is: 'failed'; name: string; stack: string };
