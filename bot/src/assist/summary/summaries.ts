import { type CallState, isTalkOver } from '@agent/calls';
import { errorPlace } from '@agent/process';
import type { Logger } from '@agent/process/log';
import { type CallId, type EventPage, firstName, type NewCallEvent } from '@agent/protocol';
import { stableEventId } from '@agent/store';
import { createSerialQueue } from '../../async/serial-queue.ts';
import { createCallFold } from '../call-fold.ts';
import { SuggesterError } from '../model/suggester-error.ts';
import type { Talk } from './is-faithful.ts';
import type { Summariser } from './summariser.ts';

export interface SummariesOptions {
  summariser: Summariser;
  /** Whether the model does well; while it does not, it is not bothered. */
  isWell: () => boolean;
  /** Reads what staff may see of a call's log after this `seq`. */
  readLog: (callId: CallId, afterSeq: number) => Promise<EventPage>;
  append: (callId: CallId, event: NewCallEvent) => Promise<unknown>;
  /** Told of each: `shown`, or why not. */
  onDone: (outcome: string) => void;
  logger: Logger;
}

/** Sums calls up after their end, one after another. Nobody waits for it. */
export interface Summaries {
  /** A call is over and all of its words are stored. The same again changes nothing. */
  add(callId: CallId): void;
  /** Gives up what is under way. Closing twice is harmless. */
  close(): Promise<void>;
}

/** More calls than end while one is summed up; beyond it the oldest goes without. */
const CAPACITY = 20;
/** With fewer lines the draft of the wrap-up says it all. */
const MIN_LINES = 4;
/** Of a long call its beginning and its end. */
const FIRST_LINES = 60;
const LAST_LINES = 140;

/** Opens the summaries of a bot. */
export function createSummaries(options: SummariesOptions): Summaries {
  const { summariser, isWell, readLog, append, onDone, logger } = options;
  const closing = new AbortController();
  const waiting = new Set<CallId>();
  const queue = createSerialQueue({
    capacity: CAPACITY,
    onFailure: (error) => {
      onDone(error instanceof SuggesterError ? error.reason : 'fault');
      logger.warn(failureFields(error), 'A call was not summed up.');
    },
    onDrop: () => onDone('dropped'),
  });

  async function sumUp(callId: CallId) {
    waiting.delete(callId);
    if (closing.signal.aborted || !isWell()) return onDone('skipped');
    const state = await read(callId);
    if (!state || !isTalkOver(state) || state.assist.summary) return onDone('skipped');
    const talk = talkOf(state);
    if (talk.said.length < MIN_LINES) return onDone('skipped');
    const text = await summariser.summarise({ ...talk, signal: closing.signal });
    await append(callId, {
      eventId: stableEventId('summary', callId),
      actor: 'bot',
      type: 'call.summarised',
      data: { text, source: { kind: 'model', name: summariser.name.slice(0, 120) } },
    });
    onDone('shown');
  }

  /** The whole log; undefined when it cannot be read now. */
  async function read(callId: CallId): Promise<CallState | undefined> {
    let failure: unknown;
    const fold = createCallFold({
      callId,
      readLog: (afterSeq) => readLog(callId, afterSeq),
      onRead: () => undefined,
      onChange: () => undefined,
      onFailure: (error) => {
        failure = error;
      },
    });
    await fold.caughtUp();
    if (failure !== undefined) throw failure;
    return fold.state.missing ? undefined : fold.state;
  }

  return {
    add(callId) {
      if (waiting.has(callId)) return;
      waiting.add(callId);
      queue.add(() => sumUp(callId));
    },
    close() {
      closing.abort();
      return queue.close();
    },
  };
}

/** What a model is told of a call, and is held to. */
export function talkOf({ segments, customerName, agentName }: CallState): Talk {
  const isLong = segments.length > FIRST_LINES + LAST_LINES;
  const told = isLong
    ? [...segments.slice(0, FIRST_LINES), ...segments.slice(-LAST_LINES)]
    : segments;
  return {
    said: told.map(({ speaker, text }) => ({ speaker, text })),
    names: { customer: shortName(customerName), agent: shortName(agentName) },
  };
}

function shortName(name: string | null): string | null {
  return firstName(name ?? '') || null;
}

function failureFields(error: unknown) {
  const isKnown = error instanceof SuggesterError;
  const why = isKnown && error.cause instanceof Error ? error.cause.message : undefined;
  return isKnown ? { reason: error.reason, why } : { reason: 'fault', ...errorPlace(error) };
}
