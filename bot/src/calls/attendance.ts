import type { CallId, Speaker } from '@agent/protocol';
import type { ClaimedCall } from '@agent/store';
import type { FrameTap } from '../audio/frame-tap.ts';
import type { Microphone } from '../audio/microphone.ts';
import type { BotEvents } from '../publish/bot-events.ts';
import type { SendBytes } from '../publish/data-sender.ts';
import { without } from '../record/call-span.ts';
import type { JoinedRoom, JoinRoomOptions } from '../room/join-room.ts';
import { createPresence } from '../room/presence.ts';
import { stayInRoom } from '../room/stay-in-room.ts';
import type { ServedCall } from './served-call.ts';

/** Joins the room of a call; the rest is up to the session. */
export type JoinCallRoom = (callId: CallId, options: JoinRoomOptions) => Promise<JoinedRoom>;

export interface AttendanceOptions {
  join: JoinCallRoom;
  /**
   * Until when a bot before this one has heard the call (null: nobody has), and when the call waited for
   * another agent: nothing was to be heard then.
   */
  before: Pick<ClaimedCall, 'heardUntilMs' | 'lastWait'>;
  /** Asked again whenever somebody is to be told apart. */
  speakerOf: (identity: string) => Speaker | undefined;
  onMicrophone: (speaker: Speaker, microphone: Microphone) => void;
  /** What hears the frames of a speaker beside the pipeline. */
  tapOf: (speaker: Speaker) => FrameTap;
  /** Who comes and goes, and the spans in which nobody was heard, are told the log. */
  events: Pick<BotEvents, 'joined' | 'left' | 'gap'>;
  /** Ends the attendance. */
  signal: AbortSignal;
}

/** The bot's place in the room of a call, which may be lost and found again. */
export interface Attendance {
  /** The way to the people in the room; undefined while the bot is not in it. */
  readonly send: SendBytes | undefined;
  /** Since when nothing is heard; undefined while the bot is in the room. */
  readonly awayFromMs: number | undefined;
  /** Takes note that participants may be others than they were taken for. */
  lookAgain(): void;
  /** Hears no more and looks for no lost room, but stays for what is still to be said. */
  stopHearing(): void;
  /** Resolves when the bot has left for good. */
  readonly left: Promise<void>;
}

/**
 * A shorter absence of the room loses less than a word. A bot that takes a call over tells any, but for
 * the moment that it needs when the call has another agent: nobody has said much by then.
 */
const MIN_MEDIA_GAP_MS = 1_000;

/** Attends a call until told to leave. */
export function attendCall(call: ServedCall, options: AttendanceOptions): Attendance {
  const { callId, clock, metrics, logger } = call;
  const { speakerOf, events, signal } = options;
  const { heardUntilMs, lastWait } = options.before;
  const presence = createPresence((side, change) => events[change](side));
  const over = new AbortController();
  let room: JoinedRoom | undefined;
  let awayFromMs: number | undefined = heardUntilMs ?? 0;
  let isTakingOver = heardUntilMs !== null;

  const staying = stayInRoom({
    clock,
    signal,
    over: over.signal,
    unheardFromMs: heardUntilMs ?? undefined,
    join: () =>
      options.join(callId, {
        clock,
        speakerOf,
        onMicrophone: options.onMicrophone,
        tapOf: options.tapOf,
        onPresence: (side, change) => presence[change](side),
        onGap: (startMs, endMs) => events.gap(startMs, endMs, 'media-lost'),
        onDroppedMs: (droppedMs) => metrics.droppedAudioSeconds.inc(droppedMs / 1000),
      }),
    onJoined(joined) {
      logger.info('Joined the room.');
      room = joined;
      awayFromMs = undefined;
      presence.are(joined.sides);
    },
    onAway() {
      room = undefined;
      awayFromMs ??= clock();
      if (!signal.aborted) logger.info('The room is gone.');
    },
    onReturned(fromMs, toMs) {
      const reason = isTakingOver ? 'bot-restarted' : 'media-lost';
      const isShortTold = isTakingOver && lastWait === null;
      for (const lost of without({ fromMs, toMs }, lastWait ? [lastWait] : [])) {
        const isShort = lost.toMs - lost.fromMs < MIN_MEDIA_GAP_MS;
        if (!isShort || isShortTold) events.gap(lost.fromMs, lost.toMs, reason);
      }
      isTakingOver = false;
    },
    onFailedJoin: (err) => logger.warn({ err }, 'Could not join the room.'),
  });

  return {
    get send() {
      return room?.send;
    },
    get awayFromMs() {
      return awayFromMs;
    },
    lookAgain() {
      room?.lookAgain();
      if (room) presence.are(room.sides);
    },
    stopHearing() {
      over.abort();
      awayFromMs ??= clock();
      room?.stopHearing();
    },
    left: staying.then(() => logger.info('Left the call.')),
  };
}
