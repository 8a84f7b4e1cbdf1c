import { type FinalSegment, hasCustomerGoneOn, isBackchannel, isTalking } from '@agent/calls';
import type { SerialQueue } from '../async/serial-queue.ts';
import type { CallClock } from '../audio/audio-frame.ts';
import { isAnswered } from './answered.ts';
import type { AssistEvents } from './assist-events.ts';
import type { CallFold } from './call-fold.ts';
import { conversationOf } from './conversation-of.ts';
import { readCustomerContext } from './customer-context.ts';
import type { ModelAsker } from './model/model-asker.ts';
import type { ReadRecord } from './orders/customer-record.ts';
import type { FindNamedOrders } from './orders/order-lookup.ts';
import type { Responder } from './responder.ts';
import type { Scoring } from './scoring.ts';
import { textJustBefore } from './text-just-before.ts';

export interface ListenerOptions {
  clock: CallClock;
  fold: Pick<CallFold, 'state' | 'caughtUp'>;
  queue: Pick<SerialQueue, 'add'>;
  events: Pick<AssistEvents, 'mentioned'>;
  scoring: Pick<Scoring, 'byWords'>;
  readRecord: ReadRecord;
  namedOrders: FindNamedOrders;
  asker: ModelAsker | undefined;
  responder: Pick<Responder, 'respond'>;
}

/** Takes in what is said. */
export interface AssistListener {
  /** A segment that has just been stored. */
  hear(segment: FinalSegment): void;
  /** The segments that were there before this bot: those no bot has dealt with. */
  catchUp(segments: readonly FinalSegment[]): void;
}

/** Cards are for what was just said; what a bot finds older than that is past. */
const RECENT_MS = 15_000;

/** Creates the listener of one call: sentiment and orders at once, cards one decision after another. */
export function createListener(options: ListenerOptions): AssistListener {
  const { clock, fold, queue, events, scoring, readRecord, namedOrders, asker, responder } =
    options;
  const isRecent = ({ endMs }: FinalSegment) => clock() - endMs < RECENT_MS;

  function hear(segment: FinalSegment) {
    const isCustomer = segment.speaker === 'customer';
    const sentiment = isCustomer ? scoring.byWords(segment, isRecent(segment)) : null;
    giveUpQuestionBefore(segment);
    const naming = nameOrders(segment);
    queue.add(async () => {
      await fold.caughtUp();
      if (!isTalking(fold.state) || (isCustomer && hasCustomerGoneOn(fold.state, segment))) return;
      const { record, named } = await readCustomerContext(fold.state.assist, naming, readRecord);
      const conversation = conversationOf(fold.state, segment, { record, sentiment, named });
      await responder.respond(segment, conversation);
    });
  }

  /** The customer who goes on asks again; the agent who has answered needs no words any more. */
  function giveUpQuestionBefore({ speaker, text }: FinalSegment) {
    if (!asker || isBackchannel(text)) return;
    const { unseen } = asker;
    const isTooLate = unseen !== undefined && isAnswered(fold.state, unseen);
    if (speaker === 'customer' || isTooLate) asker.cancel();
  }

  async function nameOrders(segment: FinalSegment) {
    const { id, text } = segment;
    const before = textJustBefore(fold.state.segments, segment);
    const orders = await namedOrders({ before, text }, fold.state.assist);
    for (const order of orders) events.mentioned(id, order);
    return orders;
  }

  return {
    hear,
    catchUp(segments) {
      const isScored = ({ id }: FinalSegment) => fold.state.assist.sentiment.has(id);
      for (const segment of segments) {
        const isCustomer = segment.speaker === 'customer';
        const isNew = isCustomer ? !isScored(segment) : segment === segments.at(-1);
        if (isNew && isRecent(segment)) hear(segment);
        else if (isNew && isCustomer) scoring.byWords(segment, false);
      }
    },
  };
}
