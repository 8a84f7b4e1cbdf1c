import { wait } from '@agent/process';
import type { Assist } from '../assist/assist.ts';
import type { CallPublisher } from '../publish/call-publisher.ts';
import type { CallRecording } from '../record/call-recording.ts';
import type { Attendance } from './attendance.ts';
import type { Hearing } from './hearing.ts';

export interface EndingOptions {
  attendance: Pick<Attendance, 'stopHearing'>;
  hearing: Pick<Hearing, 'finish' | 'giveUp'>;
  publisher: Pick<CallPublisher, 'drained' | 'stop'>;
  assist: Pick<Assist, 'finish'>;
  recording: Pick<CallRecording, 'finish' | 'abandon'>;
  /** Takes the bot out of the room. */
  leave: () => Promise<void>;
}

/** How a session ends: whichever way comes first, and once. */
export interface Ending {
  /** Turns what was heard into text, stores it and leaves. Finishing twice is harmless. */
  finish(): Promise<void>;
  /** The same for a call that is not over: another bot, or this one, goes on with it. */
  handOn(): Promise<void>;
  /** The process is about to end: what cannot be stored within seconds of the end is given up. */
  hurry(): void;
  /** Leaves at once and says no more: the call is another bot's. */
  abandon(): Promise<void>;
}

/** How long the bot stays in the room for the sake of the last events. */
const LAST_EVENTS_MS = 3_000;
/** How long they are tried to be stored after that. */
const LATE_EVENTS_MS = 60_000;

/** Prepares the end of a session that serves its call for now. */
export function createEnding(options: EndingOptions): Ending {
  const { attendance, hearing, publisher, assist, recording, leave } = options;
  const hurrying = new AbortController();
  let over: Promise<void> | undefined;

  async function finish(isOver: boolean) {
    attendance.stopHearing();
    await hearing.finish();
    await recording.finish({ isOver });
    const stored = lastEvents();
    await Promise.race([stored, wait(LAST_EVENTS_MS)]);
    await leave();
    await Promise.race([stored, wait(LATE_EVENTS_MS, hurrying.signal)]);
    sayNoMore();
  }

  /** What was said last is helped with too: its sentiment belongs to the record of the call. */
  async function lastEvents() {
    await publisher.drained();
    await assist.finish();
    await publisher.drained();
  }

  function sayNoMore() {
    publisher.stop();
    void assist.finish();
  }

  return {
    finish() {
      over ??= finish(true);
      return over;
    },
    handOn() {
      over ??= finish(false);
      return over;
    },
    hurry: () => hurrying.abort(),
    abandon() {
      publisher.stop();
      hearing.giveUp();
      recording.abandon();
      hurrying.abort();
      over ??= leave().then(sayNoMore);
      return over;
    },
  };
}
