import * as z from 'zod';
import { wrapUpLineFates, wrapUpLineKinds } from './closed-lists.ts';
import { multiLine } from './text.ts';

/** Notes as they are stored have at most so many characters, the lines of the draft among them. */
export const MAX_NOTES_LENGTH = 10_000;
/** More lines than a draft has. */
export const MAX_WRAP_UP_LINES = 40;
/** A line may be edited up to so many characters. */
export const MAX_WRAP_UP_LINE_LENGTH = 1_000;
/** What a line may take in the notes beside its text: its kind, its moment, quotation marks. */
export const WRAP_UP_LINE_MARGIN = 40;

const lineTooLong = 'A line can have at most 1,000 characters.';

/** What a line of a drafted wrap-up is. */
export type WrapUpLineKind = (typeof wrapUpLineKinds)[number];
/** What the agent made of a line. */
export type WrapUpLineFate = (typeof wrapUpLineFates)[number];

/** A line of a drafted wrap-up as the agent leaves it. */
export const wrapUpLineSchema = z.object({
  /** As the draft names it: the same line of the same call has the same. */
  id: z.string().min(1).max(120),
  kind: z.enum(wrapUpLineKinds),
  text: multiLine(MAX_WRAP_UP_LINE_LENGTH, lineTooLong)
    .trim()
    .min(1, 'Write something, or remove the line.')
    .max(MAX_WRAP_UP_LINE_LENGTH, lineTooLong),
  /** Milliseconds since the call was answered; null for what belongs to no moment. */
  atMs: z.number().int().min(0).nullable(),
  fate: z.enum(wrapUpLineFates),
});
/** A line of a drafted wrap-up as the agent leaves it. */
export type WrapUpLine = z.infer<typeof wrapUpLineSchema>;

/** How many characters of the notes the lines may take that are left standing. */
export function lengthInNotes(lines: readonly Pick<WrapUpLine, 'fate' | 'text'>[]): number {
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
  lines: readonly Pick<WrapUpLine, 'fate' | 'text'>[];
}): boolean {
  const taken = lengthInNotes(lines);
  return taken === 0 || notes.length + taken <= MAX_NOTES_LENGTH;
}
