import { type Reports, reportsSchema } from '@agent/protocol';

/** A regular report of `fakeReports`. */
export const FAKE_SCHEDULE = '0193d5d2-8a4e-4a3e-9c39-00000000e001';
/** A file that it made. */
export const FAKE_FILE = '0193d5d2-8a4e-4a3e-9c39-00000000f001';

/** One report that is made regularly, a file that came of it, and one that could not be made. */
export function fakeReports(part: Partial<Reports> = {}): Reports {
  const file = {
    ...{ id: FAKE_FILE, scheduleId: FAKE_SCHEDULE, name: 'Week of orders', kind: 'dashboard.pdf' },
    ...{ from: '2026-11-23', to: '2026-11-29', at: '2026-11-30T06:00:20.000Z', state: 'made' },
    ...{ rows: null, bytes: 43_132, failure: null, isNew: true },
  };
  const why = 'These are 34,112 calls; a workbook holds 20,000.';
  const owner = { userId: '0193d5d2-8a4e-4a3e-9c39-00000000a001', name: 'Alex Agent' };
  return reportsSchema.parse({
    zone: 'Europe/Berlin',
    schedules: [
      {
        ...{ id: FAKE_SCHEDULE, name: 'Week of orders', kind: 'dashboard.pdf', every: 'week' },
        ...{ weekday: 1, hour: 7, filter: { queue: 'billing' }, owner },
        ...{ isOn: true, nextAt: '2026-12-07T06:00:00.000Z', files: 1 },
      },
    ],
    files: [
      file,
      {
        ...file,
        id: FAKE_SCHEDULE,
        kind: 'calls.xlsx',
        state: 'failed',
        bytes: null,
        failure: why,
      },
    ],
    ...part,
  });
}
