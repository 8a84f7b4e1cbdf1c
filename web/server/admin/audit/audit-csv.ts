import type { AuditRow } from '@agent/store';
import { stringify } from 'csv-stringify/sync';
import { detailsOf } from './audit-details.ts';
import { sentenceOf } from './audit-sentence.ts';

const columns = [
  ...['time', 'local time', 'time zone', 'who', 'who (id)', 'from where', 'act', 'what happened'],
  ...['details', 'about', 'about (id)', 'about (name)', 'data'],
];
/** Spreadsheets run what begins like a formula, and take text for Latin-1 without a mark. */
const safely = { escape_formulas: true } as const;

/** The names of the columns. */
export function csvHead(): string {
  return stringify([columns], { ...safely, bom: true });
}

/** Entries as lines. */
export function csvRows(rows: readonly AuditRow[], zone: string): string {
  const local = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'medium' },
  } as const);
  return stringify(
    rows.map((row) => [
      ...[row.at.toISOString(), local.format(row.at), zone, row.actorName, row.actorId],
      ...[row.address, row.action],
      sentenceOf(row, zone)
        .map(({ text }) => text)
        .join(''),
      detailsOf(row).join('; '),
      ...[row.subjectKind, row.subjectId, row.subjectName, JSON.stringify(row.data)],
    ]),
    safely,
  );
}

/** A line that says something about the others. */
export function csvNote(note: string): string {
  return stringify([columns.map((name) => (name === 'what happened' ? note : ''))], safely);
}
