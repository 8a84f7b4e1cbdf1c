import { segmentIdSchema } from '@agent/protocol';
import type { Conversation, Said } from '../conversation.ts';
import { recordWith } from '../record-with.ts';
import type { LabelledTurn } from './labelled-turns.ts';

/** Each segment takes so long, pauses included. */
const SEGMENT_MS = 3_000;

/** The conversation in which a labelled turn was just said, `nowMs` being the time of day. */
export function turnConversation(turn: LabelledTurn, nowMs: number): Conversation {
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
  const segmentId = segmentIdSchema.parse(
    `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  );
  return { segmentId, speaker, text, endMs: (index + 1) * SEGMENT_MS, sentiment };
}
