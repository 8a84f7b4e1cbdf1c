import * as z from 'zod';
import { wrapUpLineFates, wrapUpLineKinds } from './closed-lists.ts';
import { multiLine } from './text.ts';
import { MAX_WRAP_UP_LINE_LENGTH } from './wrap-up-limits.ts';

const lineTooLong = 'A line can have at most 1,000 characters.';

/** A line of a drafted wrap-up as the agent leaves it. */
export const wrapUpLineSchema = z.object({
  /** As the draft names it: the same line of the same call has the same. */
  id: z.string().min(1).max(120),
  kind: z.enum(wrapUpLineKinds),
  /** Empty where the agent took all of its words away: as good as removed. */
  text: multiLine(MAX_WRAP_UP_LINE_LENGTH, lineTooLong).max(MAX_WRAP_UP_LINE_LENGTH, lineTooLong),
  /** Milliseconds since the call was answered; null for what belongs to no moment. */
  atMs: z.number().int().min(0).nullable(),
  fate: z.enum(wrapUpLineFates),
});
/** A line of a drafted wrap-up as the agent leaves it. */
export type WrapUpLine = z.infer<typeof wrapUpLineSchema>;
