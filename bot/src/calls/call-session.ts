import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { CallListener, ClaimedCall } from '@agent/store';
import { type AssistServices, startAssist } from '../assist/assist.ts';
import { startCallClock } from '../audio/call-clock.ts';
import type { BotMetrics } from '../health/metrics.ts';
import { type BotEvents, createBotEvents } from '../publish/bot-events.ts';
import type { CallLog, CallPublisher } from '../publish/call-publisher.ts';
import { type CallRecording, noRecording } from '../record/call-recording.ts';
import { recordCall } from '../record/record-call.ts';
import type { RecordingServices } from '../record/recording-services.ts';
import { recallPatiently } from '../redact/recall-talk.ts';
import { createRedaction, type Redaction } from '../redact/redaction.ts';
import type { DataApi } from '../room/server-sender.ts';
import type { LiveQueues } from '../terms/live-queues.ts';
import type { WatchedTranscriber } from '../transcribe/transcriber.ts';
import { createUntranscribed } from '../transcript/untranscribed.ts';
import {
  reportStatus,
  type StatusReporterOptions,
} from '../transcription-status/status-reporter.ts';
import type { OpenVad } from '../vad/vad.ts';
import { attendCall, type JoinCallRoom } from './attendance.ts';
import { createEnding, type Ending } from './ending.ts';
import { createHearing, type Pipeline } from './hearing.ts';
import { createIdentities } from './identities.ts';
import type { ServedCall } from './served-call.ts';
import { createSessionPublisher } from './session-publisher.ts';
import { transcribeTrack } from './transcribe-track.ts';

/** What every session of a bot shares. */
export interface CallSessionDeps {
  join: JoinCallRoom;
  openVad: OpenVad;
  transcriber: WatchedTranscriber;
  /** Whether text of this language can be shown before it is final. */
  interims: (language: string | undefined) => boolean;
  queues: Pick<LiveQueues, 'of'>;
  log: CallLog;
  assist: AssistServices;
  dataApi: DataApi;
  /** Undefined where nothing can be recorded. */
  recordings: RecordingServices | undefined;
  metrics: BotMetrics;
  logger: Logger;
  /** Told when all that was heard of a call that is over is stored. */
  onFinished?: ((callId: CallId) => void) | undefined;
}

/** The bot's part in one call. */
export interface CallSession extends Ending {
  readonly callId: CallId;
  readonly outboxDepth: number;
  /** Everything before this is stored: as text, or as lost. */
  heardUntilMs(): number;
  setHeld(isHeld: boolean): void;
  /** Takes note since when the recording is paused, in ms since the call was answered; null: it is not. */
  setPaused(fromMs: number | null): void;
  /** Takes note under which identity the agent is in the room: another after it has signed in again. */
  setAgentIdentity(identity: string): void;
  /** Takes note of the supervisors who may follow the call now. */
  setListeners(listeners: readonly CallListener[]): void;
  /** Takes note of how long the call's log is now. */
  note(lastSeq: number): void;
}

/** Serves a call that this bot has just claimed. */
export function startCallSession(claimed: ClaimedCall, deps: CallSessionDeps): CallSession {
  const { callId, queueId, heardUntilMs, held } = claimed;
  const { join, log, dataApi, metrics, transcriber } = deps;
  const logger = deps.logger.child({ callId });
  const clock = startCallClock(claimed.elapsedMs);
  const call: ServedCall = { callId, clock, metrics, logger };
  const identities = createIdentities(claimed);
  const untranscribed = createUntranscribed();
  const leaving = new AbortController();

  const publisher = createSessionPublisher(call, {
    identities,
    log,
    dataApi,
    room: () => attendance.send,
    onStored: (envelope) => assist.receive(envelope),
  });
  const events = createBotEvents(callId, publisher, identities.speakers);
  const assist = startAssist({
    services: deps.assist,
    ...{ callId, queueId, clock, logger },
    append: publisher.append,
    sayToAgent: publisher.sayToAgent,
    watcher: metrics.assistWatcher,
  });

  const redaction = openRedaction(claimed, deps.assist, logger, leaving.signal);
  const recording = openRecording(call, claimed, deps.recordings, publisher, redaction);
  const pipeline = pipelineOf(call, claimed, deps, redaction, publisher, recording);
  const hearing = createHearing(call, {
    held,
    untranscribed,
    pipeline,
    publisher,
    events,
    recording,
  });
  const attendance = attendCall(call, {
    join,
    before: claimed,
    speakerOf: identities.speakerOf,
    onMicrophone: hearing.hear,
    tapOf: recording.tapOf,
    events,
    signal: leaving.signal,
  });

  const stopReporting = tellStatus(call, {
    isTakenOver: heardUntilMs !== null,
    health: () => ({
      delayMs: untranscribed.delayMs(clock()),
      isReachable: transcriber.isReachable() && hearing.isSound,
    }),
    events,
    publisher,
  });
  async function leave() {
    stopReporting();
    leaving.abort();
    await attendance.left;
  }
  const ending = createEnding({ attendance, hearing, publisher, assist, recording, leave });

  return {
    callId,
    get outboxDepth() {
      return publisher.depth;
    },
    heardUntilMs() {
      const settledMs = untranscribed.settledUntilMs(attendance.awayFromMs ?? clock());
      return Math.min(settledMs, publisher.unstoredFromMs ?? settledMs);
    },
    setHeld(isHeld) {
      hearing.setHeld(isHeld);
      recording.setHeld(isHeld);
    },
    setPaused: recording.setPaused,
    setAgentIdentity(identity) {
      if (!identities.setAgent(identity)) return;
      logger.info('The agent has another identity.');
      attendance.lookAgain();
    },
    setListeners(listeners) {
      if (identities.setListeners(listeners)) attendance.lookAgain();
    },
    note: assist.note,
    finish: () => ending.finish().finally(() => deps.onFinished?.(callId)),
    handOn: ending.handOn,
    hurry: ending.hurry,
    abandon: ending.abandon,
  };
}

interface StatusToTell extends Pick<StatusReporterOptions, 'isTakenOver' | 'health'> {
  events: BotEvents;
  publisher: CallPublisher;
}

/** Tells how well text keeps up, until the returned function is called. */
function tellStatus(
  { callId, logger }: ServedCall,
  { isTakenOver, health, events, publisher }: StatusToTell,
): () => void {
  return reportStatus({
    isTakenOver,
    health,
    onChange(status, delayMs) {
      logger.info({ status, delayMs }, 'Transcription changed.');
      events.transcriptionChanged(status, delayMs);
    },
    onLag: (delayMs) => publisher.say({ kind: 'transcription-lag', callId, delayMs }),
  });
}

/** Opens the redaction of a call, which recalls what another bot has heard as soon as it can be read. */
function openRedaction(
  { callId, heardUntilMs }: ClaimedCall,
  { readLog }: Pick<AssistServices, 'readLog'>,
  logger: Logger,
  signal: AbortSignal,
): Redaction {
  const isTakenOver = heardUntilMs !== null;
  const redaction = createRedaction({ isTakenOver });
  if (isTakenOver) {
    void recallPatiently(redaction, {
      readLog: (afterSeq) => readLog(callId, afterSeq),
      onFailure: (err) => logger.warn({ err }, 'Could not read what was said before.'),
      signal,
    });
  }
  return redaction;
}

/** Records the call if its customer agreed to that. */
function openRecording(
  call: ServedCall,
  claimed: ClaimedCall,
  services: RecordingServices | undefined,
  publisher: CallPublisher,
  redaction: Redaction,
): CallRecording {
  if (!claimed.recorded || !services) return noRecording;
  return recordCall({ call, claimed, services, publisher, redaction });
}

/** Ties the pipeline of each speaker to what the speakers of a call share. */
function pipelineOf(
  { callId, clock, metrics }: ServedCall,
  { queueId }: ClaimedCall,
  { openVad, transcriber, interims, queues }: CallSessionDeps,
  redaction: Redaction,
  publisher: CallPublisher,
  recording: CallRecording,
): Pipeline {
  return (speaker, audio, { isHeld, untranscribed, signal }) =>
    transcribeTrack(speaker, audio, {
      callId,
      clock,
      isHeld,
      openVad,
      transcriber,
      interims: () => interims(queues.of(queueId).language),
      language: () => queues.of(queueId).language,
      terms: () => queues.of(queueId).terms,
      untranscribed: recording.watch(speaker, untranscribed),
      redaction,
      publisher,
      onRedacted: (redacted) => recording.told(speaker, redacted),
      metrics,
      signal,
    });
}
