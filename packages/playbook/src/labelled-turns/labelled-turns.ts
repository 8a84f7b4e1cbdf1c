import { recordFactSchema } from '@agent/protocol';
import { z } from 'zod';
import development from './development.json' with { type: 'json' };
import heldOut from './held-out.json' with { type: 'json' };

const words = z.string().trim().min(1);

const labelledTurnSchema = z.strictObject({
  kind: z.enum(['in-domain', 'out-of-domain', 'small-talk']),
  before: z
    .array(z.union([z.strictObject({ agent: words }), z.strictObject({ customer: words })]))
    .default([]),
  customer: words,
  sentiment: z.number().min(-1).max(1).default(0),
  facts: z.array(recordFactSchema).default([]),
  /** Any one is right; empty: none may come up. */
  expect: z.array(z.string()),
});
/** A customer's turn with the cards that may come up; `README.md` beside this file tells of them. */
export type LabelledTurn = z.infer<typeof labelledTurnSchema>;

/** The parts of the labelled turns; nobody tunes on the held-out one. */
export const labelledParts = ['development', 'held-out'] as const;
/** A part of the labelled turns. */
export type LabelledPart = (typeof labelledParts)[number];

const stored: Record<LabelledPart, unknown> = { development, 'held-out': heldOut };

/** The turns of one part. */
export function labelledTurns(part: LabelledPart): LabelledTurn[] {
  return z.array(labelledTurnSchema).parse(stored[part]);
}
