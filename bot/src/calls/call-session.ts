import { wait } from '@agent/process';
import type { Logger } from '@agent/process/log';
import {
  type CallEventEnvelope,
  type CallId,
  type RoomIdentities,
  readersOf,
  type Speaker,
} from '@agent/protocol';
import { type ClaimedCall, isStoreError } from '@agent/store';
import { type AssistServices, startAssist } from '../assist/assist.ts';
import { startCallClock } from '../audio/call-clock.ts';
import type { Microphone } from '../audio/microphone.ts';
import type { BotMetrics } from '../health/metrics.ts';
import { createBotEvents } from '../publish/bot-events.ts';
import {
  type CallLog,
  type CallPublisher,
  createCallPublisher,
} from '../publish/call-publisher.ts';
import { createDataSender, type SendBytes, type UnsentReason } from '../publish/data-sender.ts';
import { recallPatiently } from '../redact/recall-talk.ts';
import { createRedaction } from '../redact/redaction.ts';
import type { JoinedRoom, JoinRoomOptions } from '../room/join-room.ts';
import { createPresence } from '../room/presence.ts';
import { createServerSender, type DataApi } from '../room/server-sender.ts';
import { stayInRoom } from '../room/stay-in-room.ts';
import type { WatchedTranscriber } from '../transcribe/transcriber.ts';
import { createUntranscribed } from '../transcript/untranscribed.ts';
import { reportStatus } from '../transcription-status/status-reporter.ts';
import type { OpenVad } from '../vad/vad.ts';
import { hearMicrophone } from './hear-microphone.ts';
import { transcribeTrack } from './transcribe-track.ts';

/** Joins the room of a call; the rest is up to the session. */
export type JoinCallRoom = (callId: CallId, options: JoinRoomOptions) => Promise<JoinedRoom>;

/** What every session of a bot shares. */
export interface CallSessionDeps {
  join: JoinCallRoom;
  openVad: OpenVad;
  transcriber: WatchedTranscriber;
  interims: boolean;
  log: CallLog;
  assist: AssistServices;
  dataApi: DataApi;
  metrics: BotMetrics;
  logger: Logger;
}

/** The bot's part in one call. */
export interface CallSession {
  readonly callId: CallId;
  readonly outboxDepth: number;
  /** Everything before this is stored: as text, or as lost. */
  heardUntilMs(): number;
  setHeld(isHeld: boolean): void;
  /** Takes note under which identity the agent is in the room: another after it has signed in again. */
  setAgentIdentity(identity: string): void;
  /** Takes note of how long the call's log is now. */
  note(lastSeq: number): void;
  /** Turns what was heard into text, stores it and leaves. Finishing twice is harmless. */
  finish(): Promise<void>;
  /** The process is about to end: what cannot be stored within seconds of the end is given up. */
  hurry(): void;
  /** Leaves at once and says no more: the call is another bot's. */
  abandon(): Promise<void>;
}

/** How long people may wait for the last words once a call is over. */
const LAST_WORDS_MS = 3_000;
/** How long the bot stays in the room for the sake of the last events. */
const LAST_EVENTS_MS = 3_000;
/** How long they are tried to be stored after that. */
const LATE_EVENTS_MS = 60_000;
/** A shorter absence of the room loses less than a word. */
const MIN_MEDIA_GAP_MS = 1_000;

/** Under which identity each side is in the room, as far as the bot knows. */
interface Identities extends RoomIdentities {
  agentIdentity: string;
}

/** Serves a call that this bot has just claimed. */
export function startCallSession(call: ClaimedCall, deps: CallSessionDeps): CallSession {
  const { callId } = call;
  const { metrics, transcriber } = deps;
  const logger = deps.logger.child({ callId });
  const clock = startCallClock(call.elapsedMs);
  const untranscribed = createUntranscribed();
  const giveUp = new AbortController();
  const leaving = new AbortController();
  const hurrying = new AbortController();
  const finishing = new AbortController();
  const pipelines = new Set<Promise<void>>();
  /** One for each pipeline that has failed and is not sound again. */
  const faults = new Set<object>();
  let room: JoinedRoom | undefined;
  const { customerIdentity, agentIdentity } = call;
  const identities: Identities = { customerIdentity, agentIdentity };
  let isHeld = call.held;
  let isTakingOver = call.heardUntilMs !== null;
  const redaction = createRedaction({ isTakenOver: isTakingOver });
  /** Since when nothing is heard; undefined while the bot is in the room. */
  let awayFromMs: number | undefined = call.heardUntilMs ?? 0;

  const publisher: CallPublisher = publisherOf(
    callId,
    identities,
    { log: deps.log, dataApi: deps.dataApi, metrics, logger },
    {
      room: () => room?.send,
      onStored: (envelope) => assist.receive(envelope),
    },
  );
  const assist = startAssist({
    services: deps.assist,
    callId,
    clock,
    logger,
    append: publisher.append,
    sayToAgent: publisher.sayToAgent,
    watcher: metrics.assistWatcher,
  });
  if (isTakingOver) {
    void recallPatiently(redaction, {
      readLog: (afterSeq) => deps.assist.readLog(callId, afterSeq),
      onFailure: (err) => logger.warn({ err }, 'Could not read what was said before.'),
      signal: leaving.signal,
    });
  }
  const events = createBotEvents(callId, publisher);
  const presence = createPresence((speaker, change) => events[change](speaker));

  function hear(speaker: Speaker, microphone: Microphone) {
    logger.info({ speaker }, 'Hearing a microphone.');
    const fault = {};
    const { signal } = giveUp;
    const pipeline = hearMicrophone(microphone, {
      transcribe: (audio, ofPipeline) =>
        transcribeTrack(speaker, audio, {
          callId,
          clock,
          isHeld: () => isHeld,
          openVad: deps.openVad,
          transcriber,
          interims: deps.interims,
          untranscribed: ofPipeline,
          redaction,
          publisher,
          metrics,
          signal,
        }),
      clock,
      untranscribed,
      signal,
      onWithdrawn: (segmentId) => publisher.say({ kind: 'interim-withdrawn', callId, segmentId }),
      onBroke(err) {
        faults.add(fault);
        metrics.pipelineFailures.inc({ speaker });
        logger.error({ err, speaker }, 'A pipeline broke and is started again.');
      },
      onSound: () => faults.delete(fault),
      onGap: (fromMs, untilMs) => events.gapOf(speaker, fromMs, untilMs, 'pipeline-failed'),
    }).finally(() => pipelines.delete(pipeline));
    pipelines.add(pipeline);
  }

  const staying = stayInRoom({
    clock,
    signal: leaving.signal,
    over: finishing.signal,
    unheardFromMs: call.heardUntilMs ?? undefined,
    join: () =>
      deps.join(callId, {
        clock,
        speakerOf: (identity) => speakerOf(identity, identities),
        onMicrophone: hear,
        onPresence: (speaker, change) => presence[change](speaker),
        onGap: (startMs, endMs) => events.gap(startMs, endMs, 'media-lost'),
        onDroppedMs: (droppedMs) => metrics.droppedAudioSeconds.inc(droppedMs / 1000),
      }),
    onJoined(joined) {
      logger.info('Joined the room.');
      room = joined;
      awayFromMs = undefined;
      presence.are(joined.speakers);
    },
    onAway() {
      room = undefined;
      awayFromMs = clock();
      if (!leaving.signal.aborted) logger.info('The room is gone.');
    },
    onReturned(fromMs, untilMs) {
      if (isTakingOver) events.gap(fromMs, untilMs, 'bot-restarted');
      else if (untilMs - fromMs >= MIN_MEDIA_GAP_MS) events.gap(fromMs, untilMs, 'media-lost');
      isTakingOver = false;
    },
    onFailedJoin: (err) => logger.warn({ err }, 'Could not join the room.'),
  });

  const stopReporting = reportStatus({
    isTakenOver: isTakingOver,
    health: () => ({
      delayMs: untranscribed.delayMs(clock()),
      isReachable: transcriber.isReachable() && faults.size === 0,
    }),
    onChange(status, delayMs) {
      logger.info({ status, delayMs }, 'Transcription changed.');
      events.transcriptionChanged(status, delayMs);
    },
    onLag: (delayMs) => publisher.say({ kind: 'transcription-lag', callId, delayMs }),
  });

  async function leave() {
    stopReporting();
    leaving.abort();
    await staying;
    logger.info('Left the call.');
  }

  function stopHelping() {
    publisher.stop();
    void assist.finish();
  }

  async function finish() {
    finishing.abort();
    room?.stopHearing();
    await Promise.race([Promise.all(pipelines), wait(LAST_WORDS_MS)]);
    giveUp.abort();
    await Promise.all(pipelines);
    const stored = lastEvents();
    await Promise.race([stored, wait(LAST_EVENTS_MS)]);
    await leave();
    await Promise.race([stored, wait(LATE_EVENTS_MS, hurrying.signal)]);
    stopHelping();
  }

  /** What was said last is helped with too: its sentiment belongs to the record of the call. */
  async function lastEvents() {
    await publisher.drained();
    await assist.finish();
    await publisher.drained();
  }

  let over: Promise<void> | undefined;
  return {
    callId,
    get outboxDepth() {
      return publisher.depth;
    },
    heardUntilMs() {
      const heardMs = awayFromMs ?? untranscribed.settledUntilMs(clock());
      return Math.min(heardMs, publisher.unstoredFromMs ?? heardMs);
    },
    setHeld(held) {
      isHeld = held;
    },
    setAgentIdentity(identity) {
      if (identity === identities.agentIdentity) return;
      identities.agentIdentity = identity;
      logger.info('The agent has another identity.');
      room?.lookAgain();
      if (room) presence.are(room.speakers);
    },
    note: assist.note,
    finish() {
      over ??= finish();
      return over;
    },
    hurry: () => hurrying.abort(),
    abandon() {
      publisher.stop();
      giveUp.abort();
      hurrying.abort();
      over ??= leave().then(stopHelping);
      return over;
    },
  };
}

function publisherOf(
  callId: CallId,
  identities: Identities,
  {
    log,
    dataApi,
    metrics,
    logger,
  }: Pick<CallSessionDeps, 'log' | 'dataApi' | 'metrics' | 'logger'>,
  ways: {
    room: () => SendBytes | undefined;
    onStored: (envelope: CallEventEnvelope) => void;
  },
): CallPublisher {
  const onUnsent = (reason: UnsentReason) => metrics.unsentMessages.inc({ reason });
  const toAgent = createServerSender(dataApi, callId);
  return createCallPublisher({
    callId,
    readers: () => readersOf(identities),
    log,
    send: createDataSender({ room: ways.room, onUnsent }),
    sendToStaff: createDataSender({ room: () => toAgent, onUnsent }),
    onStored: ways.onStored,
    onAppended: (_event, tookMs) => metrics.appendSeconds.observe(tookMs / 1000),
    onLost({ type }, err) {
      metrics.lostEvents.inc();
      if (isStoreError(err, 'event-id-taken')) metrics.takenEventIds.inc();
      logger.error({ type, err }, 'An event could not be stored.');
    },
  });
}

function speakerOf(identity: string, identities: Identities): Speaker | undefined {
  return readersOf(identities).find((reader) => reader.identity === identity)?.role;
}
