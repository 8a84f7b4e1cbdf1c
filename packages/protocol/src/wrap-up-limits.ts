import type { wrapUpLineFates, wrapUpLineKinds } from './closed-lists.ts';

/** Notes as they are stored have at most so many characters, the lines of the draft among them. */
export const MAX_NOTES_LENGTH = 10_000;
/** More lines than a draft has. */
export const MAX_WRAP_UP_LINES = 40;
/** A line may be edited up to so many characters. */
export const MAX_WRAP_UP_LINE_LENGTH = 1_000;
/** What a line may take in the notes beside its text: its kind, its moment, quotation marks. */
export const WRAP_UP_LINE_MARGIN = 40;

/** What a line of a drafted wrap-up is. */
export type WrapUpLineKind = (typeof wrapUpLineKinds)[number];
/** What the agent made of a line. */
export type WrapUpLineFate = (typeof wrapUpLineFates)[number];

/** Of a line what decides how long the notes become. */
export interface LineInNotes {
  text: string;
  fate: WrapUpLineFate;
}

/** How many characters of the notes the lines may take that are left standing. */
export function lengthInNotes(lines: readonly LineInNotes[]): number {
  return lines
    .filter(({ fate }) => fate !== 'removed')
    .reduce((sum, { text }) => sum + text.length + WRAP_UP_LINE_MARGIN, 0);
}

/** Whether lines may stand beside notes: together they are no longer than notes may be. */
export function fitsNotes({
  notes,
  lines,
}: {
  notes: string;
  lines: readonly LineInNotes[];
}): boolean {
  const taken = lengthInNotes(lines);
  return taken === 0 || notes.length + taken <= MAX_NOTES_LENGTH;
}
