import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { CallClock } from '../audio/audio-frame.ts';
import type { BotMetrics } from '../health/metrics.ts';

/** What every part of a session goes by. */
export interface ServedCall {
  callId: CallId;
  clock: CallClock;
  metrics: BotMetrics;
  /** Names the call in each line. */
  logger: Logger;
}
