import { readFileSync } from 'node:fs';
import type { Conversation, Said } from '@agent/playbook';
import { recordWith } from '@agent/playbook/test-support/record-with';
import { recordFactSchema } from '@agent/protocol';
import { aSegmentId } from '@agent/testing/ids';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().trim().min(1);

/** A customer's turn with the cards that may come up, as in `../labelled-turns`. */
export const labelledTurnSchema = z.strictObject({
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
export type LabelledTurn = z.infer<typeof labelledTurnSchema>;

/** Reads one part of the labelled turns. */
export function loadLabelledTurns(part: 'development' | 'held-out'): LabelledTurn[] {
  const file = new URL(`../labelled-turns/${part}.yaml`, import.meta.url);
  return z.array(labelledTurnSchema).parse(parse(readFileSync(file, 'utf8')));
}

/** Each segment takes so long, pauses included. */
const SEGMENT_MS = 3_000;

/** The conversation in which a labelled turn was just said. */
export function conversationOf(turn: LabelledTurn, nowMs: number): Conversation {
  const before = turn.before.map((segment, index) =>
    'agent' in segment
      ? said(index, 'agent', segment.agent, null)
      : said(index, 'customer', segment.customer, 0),
  );
  const last = said(before.length, 'customer', turn.customer, turn.sentiment);
  const [first = last, ...rest] = [...before, last];
  return {
    said: [first, ...rest],
    customerName: 'Anna Becker',
    isVerified: false,
    record: recordWith(turn.facts, nowMs),
    orderNumber: undefined,
    namedOrders: [],
  };
}

function said(
  index: number,
  speaker: Said['speaker'],
  text: string,
  sentiment: number | null,
): Said {
  const segmentId = aSegmentId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  return { segmentId, speaker, text, endMs: (index + 1) * SEGMENT_MS, sentiment };
}
