import { wait } from '@agent/process';
import { patiently } from '../async/patiently.ts';
import type { CallClock } from '../audio/audio-frame.ts';
import type { JoinedRoom } from './join-room.ts';

export interface StayInRoomOptions {
  join: () => Promise<JoinedRoom>;
  /** Told when the bot is in the room, and again each time it has come back. */
  onJoined: (room: JoinedRoom) => void;
  /** Told before `onJoined`, with the span in which nothing was heard. */
  onReturned: (awayFromMs: number, awayUntilMs: number) => void;
  onAway: () => void;
  onFailedJoin: (error: unknown) => void;
  clock: CallClock;
  /** Since when nobody has heard the call, when a bot before this one did. */
  unheardFromMs: number | undefined;
  /** Ends the stay: the call is over or is no longer ours. */
  signal: AbortSignal;
  /** The call is over: who loses the room from now on does not look for it any more. */
  over: AbortSignal;
}

/** A room that was lost is not looked for at once. */
const RETURN_AFTER_MS = 250;
const LAST_RETRY_MS = 2_000;

/**
 * Stays in a call's room until told to leave. A restarted media server makes the room vanish until a
 * browser asks the web app for a token, so joining is tried again for as long as the call is ours.
 */
export async function stayInRoom(options: StayInRoomOptions): Promise<void> {
  const { join, signal, over, clock, onJoined, onReturned, onAway, onFailedJoin } = options;
  const ended = AbortSignal.any([signal, over]);
  let awayFromMs = options.unheardFromMs;

  while (!ended.aborted) {
    const room = await patiently(join, {
      onFailure: onFailedJoin,
      signal: ended,
      lastRetryMs: LAST_RETRY_MS,
    });
    if (!room) return;
    if (awayFromMs !== undefined) onReturned(awayFromMs, clock());
    onJoined(room);
    await Promise.race([room.left, aborted(signal)]);
    // The way to the server may have been gone for long before LiveKit gave it up.
    awayFromMs = room.deafSinceMs() ?? clock();
    onAway();
    await room.leave();
    // The room closes with its call, most often before it is known here that the call has ended.
    await wait(RETURN_AFTER_MS, ended);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
