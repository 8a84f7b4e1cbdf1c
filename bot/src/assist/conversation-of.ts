import type { CallState, FinalSegment } from '@agent/calls';
import type { Conversation, Said } from '@agent/playbook';
import type { CustomerRecord } from '@agent/protocol';
import type { OwnedOrder } from '@agent/store';
import { orderInQuestion } from './orders/order-in-question.ts';

/** Matching and prompts look back no further. */
const MAX_SAID = 60;

/** What else is known when a segment has been said. */
export interface Circumstance {
  record: CustomerRecord | undefined;
  /** Score of this segment, which the log may not have yet. */
  sentiment: number | null;
  /** Orders named in this segment, which the log may not have yet. */
  named: readonly OwnedOrder[];
}

/** The conversation up to and with a segment of the call. */
export function conversationOf(
  call: CallState,
  last: FinalSegment,
  { record, sentiment, named }: Circumstance,
): Conversation {
  const { segments, assist, customerName } = call;
  const before = segments.filter(({ seq }) => seq < last.seq).slice(-MAX_SAID);
  const scoreOf = ({ id }: FinalSegment) => assist.sentiment.get(id)?.score ?? null;
  const [first, ...rest] = before.map((segment) => asSaid(segment, scoreOf(segment)));
  const latest = asSaid(last, sentiment);
  const said: Conversation['said'] = first ? [first, ...rest, latest] : [latest];
  return {
    said,
    customerName,
    record,
    isVerified: assist.isCustomerVerified,
    orderNumber: orderInQuestion(call, last, named),
    namedOrders: [...assist.mentionedOrders, ...named.map(({ orderNumber }) => orderNumber)],
  };
}

function asSaid({ id, speaker, text, endMs }: FinalSegment, sentiment: number | null): Said {
  return { segmentId: id, speaker, text, endMs, sentiment };
}
