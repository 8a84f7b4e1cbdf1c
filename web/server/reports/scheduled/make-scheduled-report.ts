import 'server-only';
import { keepReport, noteReportFailure, type ReportToMake, readReportToMake } from '@agent/store';
import { z } from 'zod';
import { figuresOfPerson } from '../../figures/whose-figures.ts';
import { isProblem, Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { callsCsvPieces } from '../calls-csv.ts';
import { makeCallsXlsx } from '../calls-xlsx.ts';
import { makeDashboardPdf } from '../dashboard-pdf.ts';
import { makeFiguresCsv } from '../figures-csv.ts';
import { openCalls } from '../open-calls.ts';
import { recordReport } from '../report-asked.ts';

/** A file that is kept is in the database: so large at most. */
export const mostKeptBytes = 16 * 1024 * 1024;

/** What the job of a report says: which, and of which day. */
export const scheduledReportSchema = z.object({ scheduleId: z.uuid(), dueDay: z.iso.date() });

type Parts = Pick<Services, 'db' | 'env' | 'exportDb' | 'log' | 'now'>;

/**
 * Makes a report on the day on which it is due, with the figures that its owner may see now. Done again, or by
 * two at once, there is one file and one entry in the audit log. What cannot be made says why; only what may pass
 * is tried again.
 */
export async function makeScheduledReport(
  services: Parts,
  due: z.infer<typeof scheduledReportSchema>,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { db, log } = services;
  const report = await readReportToMake(db, due);
  if (!report) return;
  try {
    const made = await make(services, report, signal);
    await db.begin(async (tx) => {
      if (!(await keepReport(tx, due, report, made))) return;
      const { from, to, filter, kind, owner } = report;
      const query = { ...filter, from, to, scheduled: report.name };
      await recordReport({ db: tx }, { ...owner, address: null }, { kind, query, rows: made.rows });
    });
    log.info({ kind: report.kind, scheduleId: due.scheduleId }, 'a scheduled report was made');
  } catch (error) {
    const isFinal = isProblem(error) && error.code === 'invalid-input';
    const why = isFinal ? error.message : 'Something went wrong on our side. It is tried again.';
    await noteReportFailure(db, due, report, why);
    if (!isFinal) throw error;
  }
}

async function make(services: Parts, report: ReportToMake, signal: AbortSignal) {
  const { kind, filter, from, to, owner } = report;
  const whose = await figuresOfPerson(services.db, owner, filter);
  const range = { from, to };
  switch (kind) {
    case 'calls.csv': {
      const open = await openCalls(services, whose, range);
      const pieces = callsCsvPieces(services, open, signal);
      return { rows: open.calls.count, content: await collect(pieces) };
    }
    case 'calls.xlsx': {
      const open = await openCalls(services, whose, range);
      try {
        const content = await makeCallsXlsx(services, open, signal);
        return { rows: open.calls.count, content: keepable(content) };
      } finally {
        await open.calls.close();
      }
    }
    case 'figures.csv': {
      const by = from === to ? 'hour' : 'day';
      const { text, rows } = await makeFiguresCsv(services, whose, { ...range, by });
      return { rows, content: keepable(new TextEncoder().encode(text)) };
    }
    case 'dashboard.pdf': {
      const content = await makeDashboardPdf(services, whose, range, signal);
      return { rows: null, content: keepable(content) };
    }
    default:
      return kind satisfies never;
  }
}

async function collect(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    all.push(piece);
    bytes += piece.length;
    if (bytes > mostKeptBytes) throw tooLarge();
  }
  return Buffer.concat(all);
}

function keepable(content: Uint8Array): Uint8Array {
  if (content.length > mostKeptBytes) throw tooLarge();
  return content;
}

function tooLarge(): Problem {
  const mb = mostKeptBytes / 1024 / 1024;
  return Problem.invalidInput(`It is larger than ${mb} MB. Narrow it to a queue or an outcome.`);
}
