import { type CallCell, callColumns } from '@agent/store/calls-export';
import writeExcelFile from 'write-excel-file/node';
import type { PagesOfCalls } from './calls-lines.ts';

/** A cell as the library has it; none is a formula, whatever a name looks like. */
type Cell =
  | { type: StringConstructor; value: string; fontWeight?: 'bold' }
  | { type: NumberConstructor; value: number }
  | { type: BooleanConstructor; value: boolean }
  | { type: DateConstructor; value: Date; format: string }
  | null;

/** Excel knows no zones: times stand as the clocks of the reporting zone showed them, which the name says. */
const timeFormat = 'yyyy-mm-dd hh:mm:ss';

/** A sheet with a line for each call, cells of their kind, and a head that stays. */
export async function callsWorkbook(calls: PagesOfCalls): Promise<Uint8Array<ArrayBuffer>> {
  const head = callColumns.map(
    ({ name }): Cell => ({ type: String, value: name, fontWeight: 'bold' }),
  );
  const lines: Cell[][] = [head];
  for await (const page of calls.pages()) {
    for (const cells of page) {
      lines.push(callColumns.map(({ kind }, index) => cellOf(kind, cells[index] ?? null)));
    }
  }
  const sheet = `Calls (${calls.zone.replaceAll('/', ' ')})`.slice(0, 31);
  const columns = callColumns.map(({ kind, name }) => ({
    width: kind === 'time' ? 20 : Math.max(8, name.length + 2),
  }));
  const bytes = await writeExcelFile(lines, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(bytes);
}

function cellOf(kind: (typeof callColumns)[number]['kind'], cell: CallCell): Cell {
  if (cell === null) return null;
  // Without its offset: `2026-11-30T14:00:00.000`.
  if (kind === 'time') {
    const value = new Date(`${String(cell).slice(0, 23)}Z`);
    return { type: Date, value, format: timeFormat };
  }
  if (kind === 'day') {
    return { type: Date, value: new Date(`${String(cell)}T00:00:00Z`), format: 'yyyy-mm-dd' };
  }
  switch (typeof cell) {
    case 'string':
      return cell === '' ? null : { type: String, value: cell };
    case 'number':
      return { type: Number, value: cell };
    case 'boolean':
      return { type: Boolean, value: cell };
    default:
      return cell satisfies never;
  }
}
