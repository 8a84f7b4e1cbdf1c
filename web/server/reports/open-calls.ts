import 'server-only';
import { metricOf } from '@agent/calls';
import type { CallsFileQuery } from '@agent/protocol';
import { type CallsExport, type CallsExportAsked, openCallsExport } from '@agent/store';
import type { FiguresOfViewer } from '../figures/whose-figures.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Calls that are held as of one moment, and what was asked for. */
export interface OpenCalls {
  calls: CallsExport;
  asked: CallsExportAsked;
}

/** Opens the calls of a filter, or those behind one of its figures; whoever asked closes them. */
export async function openCalls(
  { exportDb, now }: Pick<Services, 'exportDb' | 'now'>,
  whose: FiguresOfViewer,
  { metric, period, from, to }: CallsFileQuery,
): Promise<OpenCalls> {
  if (metric && !metricOf(metric).calls) {
    const why = 'Agents’ time is no calls.';
    throw Problem.invalidInput(why, { metric: why });
  }
  const asked = { ...whose, range: { period, from, to }, metric, now: now() };
  return { calls: await openCallsExport(exportDb, asked), asked };
}
