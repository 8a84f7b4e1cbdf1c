import { type CallState, isTalking } from '@agent/calls';
import type { Conversation, Playbook } from '@agent/playbook';
import { errorPlace } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type {
  CallEventEnvelope,
  CallId,
  DataMessage,
  EventPage,
  QueueId,
  Sentiment,
} from '@agent/protocol';
import type { CustomerDirectory, LiveSettings } from '@agent/store';
import { createSerialQueue } from '../async/serial-queue.ts';
import type { CallClock } from '../audio/audio-frame.ts';
import type { SentimentAlerts } from '../sentiment/sentiment-alerts.ts';
import { type AppendEvent, createAssistEvents } from './assist-events.ts';
import { createCallFold } from './call-fold.ts';
import { createListener } from './listener.ts';
import { createModelAsker } from './model/model-asker.ts';
import type { WatchedSuggester } from './model/suggester.ts';
import { SuggesterError } from './model/suggester-error.ts';
import { createRecordReader } from './orders/customer-record.ts';
import { createOrderLookup } from './orders/order-lookup.ts';
import { createExpiryTimer } from './panel/expiry-timer.ts';
import { type SuggestionChange, suggestionChanges } from './panel/suggestion-changes.ts';
import { createResponder } from './responder.ts';
import { createScoring } from './scoring.ts';

/** What the help for the agent rests on, the same for every call of a bot. */
export interface AssistServices {
  /** The cards that apply in a queue, as they are now. */
  playbook: (queueId: QueueId) => Playbook;
  /** Undefined when no model is configured. */
  suggester: WatchedSuggester | undefined;
  directory: Pick<CustomerDirectory, 'find' | 'findOrders'>;
  scoreSentiment: (text: string) => Sentiment;
  alerts: SentimentAlerts;
  /** What admins have set. */
  settings: Pick<LiveSettings, 'current' | 'onChange'>;
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
  onFate: (change: SuggestionChange) => void;
  onFailure: () => void;
}

export interface AssistOptions {
  services: AssistServices;
  callId: CallId;
  queueId: QueueId;
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

/** More than a call's busiest seconds bring. */
const LANE_CAPACITY = 32;

/** Starts to help: with what the log has, and from then on after each thing said. */
export function startAssist(options: AssistOptions): Assist {
  const { services, callId, queueId, clock, append, sayToAgent, watcher, logger } = options;
  const { suggester, directory, settings, scoreSentiment, alerts, readLog } = services;
  const playbook = () => services.playbook(queueId);
  const events = createAssistEvents(callId, append);
  const noteFailure = failureNotes(watcher, logger);
  const queue = createSerialQueue({
    capacity: LANE_CAPACITY,
    onFailure: noteFailure('decision'),
    onDrop: () => noteFailure('a decision that waited too long')(undefined),
  });
  const fold = createCallFold({
    callId,
    readLog: (afterSeq) => readLog(callId, afterSeq),
    onRead: begin,
    onChange: follow,
    onFailure: noteFailure('log'),
  });
  const scoring = createScoring({
    events,
    alerts,
    scoreWords: scoreSentiment,
    lastAlertAtMs: () => lastAlertAtMs(fold.state),
  });
  const asker = suggester && askerOf(suggester, callId, sayToAgent, fold);
  const responder = createResponder({
    callId,
    clock,
    events,
    scoring,
    queue,
    playbook,
    settings: settings.current,
    model: asker && { name: suggester.name, asker },
    state: () => fold.state,
    match: (conversation) => timedMatch(playbook(), conversation, watcher.onMatched),
    onModelFailure: (error) => logModelFailure(logger, error),
  });
  const readRecord = createRecordReader({ directory, onFailure: noteFailure('record') });
  const namedOrders = createOrderLookup({ directory, onFailure: noteFailure('order') });
  const listener = createListener({
    clock,
    fold,
    queue,
    events,
    scoring,
    readRecord,
    namedOrders,
    asker,
    responder,
  });
  const expiryTimer = createExpiryTimer({ clock, settings, onOld: () => queue.add(expireOld) });
  const stopWatching = suggester?.watch(events.modelChanged);

  async function expireOld() {
    await responder.expireOld();
    expiryTimer.arm(fold.state);
  }

  /** The log has been read: deals with what no bot before has dealt with. */
  function begin(state: CallState) {
    const { status, reason } = suggester?.health() ?? { status: 'none', reason: null };
    const told = state.assist.model;
    if (told.status !== status || told.reason !== reason) events.modelChanged({ status, reason });
    else if (status === 'none') events.noModel();
    listener.catchUp(state.segments);
    expiryTimer.arm(state);
  }

  function follow(before: CallState, after: CallState) {
    for (const change of suggestionChanges(before, after)) watcher.onFate(change);
    if (before.assist.suggestions !== after.assist.suggestions) expiryTimer.arm(after);
    if (!isTalking(after)) asker?.cancel();
    if (before.segments === after.segments) return;
    for (const segment of after.segments) if (segment.seq > before.lastSeq) listener.hear(segment);
  }

  queue.add(fold.caughtUp);
  return {
    receive: (envelope) => attempt(() => fold.receive(envelope), noteFailure('event')),
    note: (lastSeq) => attempt(() => fold.note(lastSeq), noteFailure('event')),
    async finish() {
      expiryTimer.stop();
      stopWatching?.();
      asker?.cancel();
      await queue.close();
      asker?.cancel();
    },
  };
}

/** Counts what fails and names it in the log, by where it arose alone. */
function failureNotes(watcher: AssistWatcher, logger: Logger) {
  return (what: string) => (error: unknown) => {
    watcher.onFailure();
    logger.warn({ what, ...errorPlace(error) }, 'Helping the agent failed in part.');
  };
}

function attempt(work: () => void, onFailure: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    onFailure(error);
  }
}

function askerOf(
  suggester: WatchedSuggester,
  callId: CallId,
  sayToAgent: AssistOptions['sayToAgent'],
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

/** End of the words that the log's last alert is about: alerts are measured from words to words. */
function lastAlertAtMs({ assist, segments }: CallState): number | null {
  const last = assist.alerts.at(-1);
  return segments.find(({ id }) => id === last?.segmentId)?.endMs ?? last?.atMs ?? null;
}

function timedMatch(
  playbook: Playbook,
  conversation: Conversation,
  onMatched: AssistWatcher['onMatched'],
) {
  const beganAt = performance.now();
  const matches = playbook.match(conversation);
  onMatched((performance.now() - beganAt) / 1000);
  return matches;
}

function logModelFailure(logger: Logger, error: unknown): void {
  const isKnown = error instanceof SuggesterError;
  const why = isKnown && error.cause instanceof Error ? error.cause.message : undefined;
  const fields = isKnown
    ? { reason: error.reason, why }
    : { reason: 'fault', ...errorPlace(error) };
  logger.warn(fields, 'The model gave no suggestion.');
}
