import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallEventData, CallEventType, CallId, NewCallEvent, Speaker } from '@agent/protocol';
import type { ClaimedCall } from '@agent/store';
import type { CallClock, TrackAudio } from './audio/audio-frame.ts';
import type { BotMetrics } from './health/metrics.ts';
import type { Logger } from './log.ts';
import { type CallLog, createCallPublisher } from './publish/call-publisher.ts';
import { createDataSender } from './publish/data-sender.ts';
import { publishUpdate } from './publish/publish-update.ts';
import { stableId } from './publish/stable-id.ts';
import type { JoinedRoom, JoinRoomOptions } from './room/join-room.ts';
import { createPresence } from './room/presence.ts';
import { stayInRoom } from './room/stay-in-room.ts';
import { whileNotHeld } from './room/while-not-held.ts';
import type { WatchedTranscriber } from './transcribe/transcriber.ts';
import type { SegmentUpdate } from './transcript/segment-update.ts';
import { segments } from './transcript/segments.ts';
import { createUntranscribed } from './transcript/untranscribed.ts';
import { reportStatus } from './trouble/status-reporter.ts';
import { utterances } from './vad/utterances.ts';
import type { OpenVad } from './vad/vad.ts';

/** Joins the room of a call; the rest is up to the session. */
export type JoinCallRoom = (
  callId: CallId,
  options: Omit<JoinRoomOptions, 'url' | 'token'>,
) => Promise<JoinedRoom>;

/** What every session of a bot shares. */
export interface CallSessionDeps {
  join: JoinCallRoom;
  openVad: OpenVad;
  transcriber: WatchedTranscriber;
  interims: boolean;
  log: CallLog;
  metrics: BotMetrics;
  logger: Logger;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The bot's part in one call. */
export interface CallSession {
  readonly callId: CallId;
  readonly outboxDepth: number;
  /** Everything before this has become text or is known to be lost. */
  heardUntilMs(): number;
  setHeld(isHeld: boolean): void;
  /** Turns what was heard into text, stores it and leaves. Finishing twice is harmless. */
  finish(): Promise<void>;
  /** Leaves at once and says no more: the call is another bot's. */
  abandon(): Promise<void>;
}

/** How long people may wait for the last words once a call is over. */
const LAST_WORDS_MS = 3_000;
/** How long the log may be away at the end of a call before its last events are given up. */
const LAST_EVENTS_MS = 3_000;
/** A shorter absence of the room loses less than a word. */
const MIN_MEDIA_GAP_MS = 1_000;

/** Serves a call that this bot has just claimed. */
export function startCallSession(call: ClaimedCall, deps: CallSessionDeps): CallSession {
  const { callId, customerIdentity, agentIdentity } = call;
  const { metrics, transcriber, now } = deps;
  const logger = deps.logger.child({ callId });
  const clock: CallClock = () => Math.max(0, Math.round(now() - call.answeredAt.getTime()));
  const untranscribed = createUntranscribed();
  const giveUp = new AbortController();
  const leaving = new AbortController();
  const pipelines = new Set<Promise<void>>();
  let room: JoinedRoom | undefined;
  let isHeld = call.held;
  /** Since when nothing is heard; undefined while the bot is in the room. */
  let awayFromMs: number | undefined = call.heardUntilMs ?? 0;

  const publisher = createCallPublisher({
    callId,
    identities: { customer: customerIdentity, agent: agentIdentity },
    log: deps.log,
    send: createDataSender({
      room: () => room?.send,
      onUnsent: (reason) => metrics.unsentMessages.inc({ reason }),
    }),
    onAppended: (_event, tookMs) => metrics.appendSeconds.observe(tookMs / 1000),
    onLost(event, error) {
      metrics.lostEvents.inc();
      logger.error({ type: event.type, err: error }, 'An event could not be stored.');
    },
  });

  function append<T extends CallEventType>(
    type: T,
    data: CallEventData<T>,
    eventId: string = randomUUID(),
  ) {
    publisher.append({ eventId, actor: 'bot', type, data } as NewCallEvent);
  }

  function appendGaps(startMs: number, endMs: number, reason: 'bot-restarted' | 'media-lost') {
    for (const speaker of ['customer', 'agent'] as const) {
      append('transcript.gap', { speaker, startMs, endMs, reason });
    }
  }

  const presence = createPresence((speaker, change) => {
    if (change === 'left') return append('participant.left', { speaker });
    append('participant.joined', { speaker }, firstJoinId(speaker));
  });
  const joinedBefore = new Set<Speaker>();
  /** The first time has one id for all bots of a call, so that taking over does not repeat it. */
  function firstJoinId(speaker: Speaker): string {
    if (joinedBefore.has(speaker)) return randomUUID();
    joinedBefore.add(speaker);
    return stableId(`${callId} ${speaker} joined`);
  }

  /** One microphone, from frames to events. */
  async function transcribe(speaker: Speaker, audio: AsyncIterable<TrackAudio>) {
    const track = `${callId}:${speaker}`;
    const heard = whileNotHeld(audio, () => isHeld);
    const spoken = utterances(heard, { vad: deps.openVad(), newId: () => randomUUID() });
    const updates = segments(spoken, {
      decode: (purpose, samples, signal) =>
        transcriber.transcribe({ purpose, samples, signal, speaker, track }),
      interims: deps.interims,
      signal: giveUp.signal,
      clock,
      untranscribed,
    });
    for await (const update of updates) {
      count(metrics, speaker, update);
      publishUpdate(publisher, callId, speaker, update);
    }
  }

  function hear(speaker: Speaker, audio: AsyncIterable<TrackAudio>) {
    logger.info({ speaker }, 'Hearing a microphone.');
    const pipeline = transcribe(speaker, audio)
      .catch((err) => logger.error({ err, speaker }, 'A pipeline broke.'))
      .finally(() => pipelines.delete(pipeline));
    pipelines.add(pipeline);
  }

  const staying = stayInRoom({
    clock,
    signal: leaving.signal,
    join: () =>
      deps.join(callId, {
        clock,
        speakerOf: (identity) => speakerOf(identity, call),
        onAudio: hear,
        onPresence: (speaker, change) => presence[change](speaker),
        onDroppedMs: (droppedMs) => metrics.droppedAudioSeconds.inc(droppedMs / 1000),
      }),
    onJoined(joined) {
      logger.info('Joined the room.');
      room = joined;
      presence.are(joined.speakers);
      if (call.heardUntilMs !== null) appendGaps(call.heardUntilMs, clock(), 'bot-restarted');
      awayFromMs = undefined;
    },
    onReturned(fromMs, untilMs) {
      if (untilMs - fromMs >= MIN_MEDIA_GAP_MS) appendGaps(fromMs, untilMs, 'media-lost');
    },
    onAway() {
      room = undefined;
      awayFromMs = clock();
      if (!leaving.signal.aborted) logger.warn('Lost the room.');
    },
    onFailedJoin: (err) => logger.warn({ err }, 'Could not join the room.'),
  });

  const stopReporting = reportStatus({
    health: () => ({
      delayMs: untranscribed.delayMs(clock()),
      isReachable: transcriber.isReachable(),
    }),
    onChange(status, delayMs) {
      logger.info({ status, delayMs }, 'Transcription changed.');
      append('transcription.changed', { status, delayMs });
    },
    onLag: (delayMs) => publisher.say({ kind: 'transcription-lag', callId, delayMs }),
  });

  async function leave() {
    stopReporting();
    leaving.abort();
    await staying;
    publisher.stop();
    logger.info('Left the call.');
  }

  async function finish() {
    room?.stopHearing();
    await Promise.race([Promise.all(pipelines), sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    giveUp.abort();
    await Promise.all(pipelines);
    await Promise.race([publisher.drained(), sleep(LAST_EVENTS_MS, undefined, { ref: false })]);
    await leave();
  }

  let over: Promise<void> | undefined;
  return {
    callId,
    get outboxDepth() {
      return publisher.depth;
    },
    heardUntilMs: () => awayFromMs ?? untranscribed.settledUntilMs(clock()),
    setHeld(held) {
      isHeld = held;
    },
    finish() {
      over ??= finish();
      return over;
    },
    abandon() {
      publisher.stop();
      giveUp.abort();
      over ??= leave();
      return over;
    },
  };
}

function speakerOf(identity: string, call: ClaimedCall): Speaker | undefined {
  if (identity === call.customerIdentity) return 'customer';
  return identity === call.agentIdentity ? 'agent' : undefined;
}

function count(metrics: BotMetrics, speaker: Speaker, update: SegmentUpdate): void {
  switch (update.kind) {
    case 'interim':
      if (update.segment.revision === 1) metrics.utterances.inc({ speaker });
      metrics.segments.inc({ kind: 'interim', speaker });
      return;
    case 'final':
      metrics.segments.inc({ kind: 'final', speaker });
      return;
    case 'withdrawn':
      metrics.droppedSegments.inc({ reason: update.reason });
      return;
    case 'lost':
      metrics.droppedSegments.inc({ reason: update.gap.reason });
      return;
    default:
      update satisfies never;
  }
}
