import { type CallState, type FinalSegment, openSuggestions } from '@agent/calls';
import type { CallEventEnvelope, CallId, DataMessage, EventPage, Sentiment } from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';
import type { CallClock } from '../audio/audio-frame.ts';
import type { Logger } from '../log.ts';
import type { SentimentAlerts } from '../sentiment/sentiment-alerts.ts';
import { wait } from '../wait.ts';
import { type AppendEvent, createAssistEvents } from './assist-events.ts';
import { isBackchannel } from './backchannel.ts';
import { createCallFold } from './call-fold.ts';
import type { Conversation } from './conversation.ts';
import { conversationOf } from './conversation-of.ts';
import { createRecordReader } from './customer-record.ts';
import { MAX_AGE_MS } from './expiry.ts';
import { type FateChange, fatesBetween } from './fates-between.ts';
import { createLane } from './lane.ts';
import { isTalking } from './may-offer.ts';
import { createModelAsker } from './model-asker.ts';
import { createOrderLookup } from './order-lookup.ts';
import type { Playbook } from './playbook.ts';
import { createResponder } from './responder.ts';
import { createScoring } from './scoring.ts';
import type { WatchedSuggester } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

/** What the help for the agent rests on, the same for every call of a bot. */
export interface AssistServices {
  playbook: () => Playbook;
  /** Undefined when no model is configured. */
  suggester: WatchedSuggester | undefined;
  directory: Pick<CustomerDirectory, 'find' | 'ownerOfOrder'>;
  scoreSentiment: (text: string) => Sentiment;
  alerts: SentimentAlerts;
  /** The numbers in a text that may be those of orders. */
  orderNumbersIn: (text: string) => readonly string[];
  /** Reads what staff may see of a call's log after this `seq`. */
  readLog: (callId: CallId, afterSeq: number) => Promise<EventPage>;
}

/** What is only said to the agent, and never stored. */
export type DraftMessage = Extract<
  DataMessage,
  { kind: 'suggestion-draft' | 'suggestion-withdrawn' }
>;

/** Told of what happens, for the metrics. */
export interface AssistWatcher {
  onMatched: (seconds: number) => void;
  onFate: (change: FateChange) => void;
  onFailure: () => void;
}

export interface AssistOptions extends AssistServices {
  callId: CallId;
  clock: CallClock;
  append: AppendEvent;
  sayToAgent: (message: DraftMessage) => void;
  watcher: AssistWatcher;
  logger: Logger;
}

/** Helps the agent of one call. Nothing that goes wrong in here reaches its caller. */
export interface Assist {
  /** Takes in an event that was just stored. */
  receive(envelope: CallEventEnvelope): void;
  /** Takes note of how long the log is now; what others appended is read. */
  note(lastSeq: number): void;
  /** Deals with what was said so far, then stops. Finishing twice is harmless. */
  finish(): Promise<void>;
}

/** Cards are for what was just said; what a bot finds older than that is past. */
const RECENT_MS = 15_000;
/** Cards wait no longer to learn whose order was named. */
const MAX_LOOKUP_MS = 100;
/** More than a call's busiest seconds bring. */
const LANE_CAPACITY = 32;

/** Starts to help: with what the log has, and from then on after each thing said. */
export function startAssist(options: AssistOptions): Assist {
  const { callId, clock, suggester, watcher } = options;
  const events = createAssistEvents(callId, options.append);
  const noteFailure = (what: string) => (err: unknown) => {
    watcher.onFailure();
    options.logger.warn({ err, what }, 'Helping the agent failed in part.');
  };
  const lane = createLane({
    capacity: LANE_CAPACITY,
    onFailure: noteFailure('decision'),
    onDrop: () => noteFailure('a decision that waited too long')(undefined),
  });
  const fold = createCallFold({
    callId,
    readLog: (afterSeq) => options.readLog(callId, afterSeq),
    onRead: begin,
    onChange: follow,
    onFailure: noteFailure('log'),
  });
  const scoring = createScoring({
    ...options,
    events,
    scoreWords: options.scoreSentiment,
    lastAlertAtMs: () => fold.state.assist.alerts.at(-1)?.atMs ?? null,
  });
  const readRecord = createRecordReader({ ...options, onFailure: noteFailure('record') });
  const namedOrders = createOrderLookup({ ...options, onFailure: noteFailure('order') });
  const model = suggester && { name: suggester.name, asker: askerOf(suggester, options, fold) };
  const responder = createResponder({
    ...options,
    events,
    scoring,
    lane,
    model,
    state: () => fold.state,
    match: (conversation) => timedMatch(options, conversation),
    onModelFailure: (error) => logModelFailure(options, error),
  });
  const stopWatching = suggester?.watch(events.modelChanged);
  let ageing: NodeJS.Timeout | undefined;
  let isFinished = false;

  /** The log has been read: deals with what no bot before has dealt with. */
  function begin(state: CallState) {
    const { status, reason } = suggester?.health() ?? { status: 'none', reason: null };
    const told = state.assist.model;
    if (told.status !== status || told.reason !== reason) events.modelChanged({ status, reason });
    else if (status === 'none') events.noModel();
    const last = state.segments.at(-1);
    for (const segment of state.segments) {
      if (segment.speaker === 'agent' || state.assist.sentiment.has(segment.id)) continue;
      if (segment === last && isRecent(segment)) hear(segment);
      else scoring.byWords(segment, isRecent(segment));
    }
    armAgeing(state);
  }

  function follow(before: CallState, after: CallState) {
    for (const change of fatesBetween(before, after)) watcher.onFate(change);
    if (before.assist.suggestions !== after.assist.suggestions) armAgeing(after);
    if (!isTalking(after)) model?.asker.cancel();
    if (before.segments === after.segments) return;
    for (const segment of after.segments) if (segment.seq > before.lastSeq) hear(segment);
  }

  function hear(segment: FinalSegment) {
    const isCustomer = segment.speaker === 'customer';
    const sentiment = isCustomer ? scoring.byWords(segment, isRecent(segment)) : null;
    if (isCustomer && !isBackchannel(segment.text)) model?.asker.cancel();
    const naming = nameOrders(segment);
    lane.add(async () => {
      await fold.caughtUp();
      if (!isTalking(fold.state) || isOvertaken(fold.state, segment)) return;
      const [record] = await Promise.all([
        readRecord(fold.state.assist.customerId),
        Promise.race([naming, wait(MAX_LOOKUP_MS)]),
      ]);
      const conversation = conversationOf(fold.state, segment, { record, sentiment });
      await responder.respond(segment, conversation);
    });
  }

  async function nameOrders({ id, text }: FinalSegment) {
    const orders = await namedOrders(text, fold.state.assist.mentionedOrders);
    await Promise.all(orders.map((order) => events.mentioned(id, order)));
  }

  function armAgeing(state: CallState) {
    clearTimeout(ageing);
    const oldest = openSuggestions(state)[0];
    if (!oldest || isFinished) return;
    const dueInMs = Math.max(0, oldest.offeredAtMs + MAX_AGE_MS - clock());
    ageing = setTimeout(() => lane.add(responder.expireOld), dueInMs);
  }

  function isRecent({ endMs }: FinalSegment): boolean {
    return clock() - endMs < RECENT_MS;
  }

  lane.add(fold.caughtUp);
  return {
    receive: (envelope) => guarded(() => fold.receive(envelope)),
    note: (lastSeq) => guarded(() => fold.note(lastSeq)),
    async finish() {
      isFinished = true;
      clearTimeout(ageing);
      stopWatching?.();
      model?.asker.cancel();
      await lane.close();
    },
  };

  function guarded(work: () => void) {
    try {
      work();
    } catch (error) {
      noteFailure('event')(error);
    }
  }
}

/** Whether the customer has gone on: then the newer segment is answered, with this one in view. */
function isOvertaken({ segments }: CallState, { speaker, seq }: FinalSegment): boolean {
  return (
    speaker === 'customer' && segments.some((other) => other.speaker === speaker && other.seq > seq)
  );
}

function askerOf(
  suggester: WatchedSuggester,
  { callId, sayToAgent }: AssistOptions,
  fold: { readonly state: CallState },
) {
  return createModelAsker({
    suggester,
    wantsDrafts: () => isTalking(fold.state) && fold.state.assist.density === 'all',
    onDraft: (draft) => sayToAgent({ kind: 'suggestion-draft', callId, draft }),
    onWithdrawn: (suggestionId) =>
      sayToAgent({ kind: 'suggestion-withdrawn', callId, suggestionId }),
  });
}

function timedMatch({ playbook, watcher }: AssistOptions, conversation: Conversation) {
  const beganAt = performance.now();
  const matches = playbook().match(conversation);
  watcher.onMatched((performance.now() - beganAt) / 1000);
  return matches;
}

function logModelFailure({ logger }: AssistOptions, error: unknown): void {
  const { reason, cause } =
    error instanceof SuggesterError ? error : { reason: 'fault', cause: error };
  const why = cause instanceof Error ? cause.message : undefined;
  logger.warn({ reason, why }, 'The model gave no suggestion.');
}
