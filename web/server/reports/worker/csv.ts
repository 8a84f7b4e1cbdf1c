import { stringify } from 'csv-stringify/sync';

/**
 * RFC 4180, for spreadsheets: they run what begins like a formula, unless an apostrophe stands before it. Numbers
 * are none, whatever their sign.
 */
const rules = {
  ...{ escape_formulas: true, record_delimiter: 'windows' },
  cast: { boolean: (flag: boolean) => String(flag) },
} as const;

/** The names of the columns, marked as UTF-8: without it spreadsheets take it for Latin-1. */
export function csvHead(columns: readonly string[]): string {
  return stringify([[...columns]], { ...rules, bom: true });
}

/** Lines of cells; null is an empty one. */
export function csvLines(lines: readonly (readonly unknown[])[]): string {
  return stringify(lines as unknown[][], rules);
}
