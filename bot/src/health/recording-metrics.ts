import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What is counted of recordings. */
export function recordingMetrics(registry: Registry) {
  const registers = [registry];
  return {
    recordingLostSeconds: new Counter({
      registers,
      name: 'bot_recording_lost_seconds_total',
      help: 'Sound that is not in a recording, though the call was recorded',
      labelNames: ['reason'] as const,
    }),
    recordingMasks: new Counter({
      registers,
      name: 'bot_recording_masks_total',
      help: 'Stretches left out for a card number',
    }),
    recordingLateMasks: new Counter({
      registers,
      name: 'bot_recording_late_masks_total',
      help: 'Stretches that were written, sealed, before they had to be left out',
    }),
    recordingFailures: new Counter({
      registers,
      name: 'bot_recording_failures_total',
      help: 'Recordings that could not be begun, went wrong, or could not be stored yet',
      labelNames: ['what'] as const,
    }),
    recordingsEnded: new Counter({
      registers,
      name: 'bot_recordings_total',
      help: 'Recordings that were stored, or of which nothing was left',
      labelNames: ['outcome'] as const,
    }),
    recordingsWaiting: new Gauge({
      registers,
      name: 'bot_recordings_waiting',
      help: 'Recordings in the spool that nobody goes on with and that are not stored yet',
    }),
    finishRecordingSeconds: new Histogram({
      registers,
      name: 'bot_recording_finish_seconds',
      help: 'Time to make one sound of the parts of a call and to store it',
      buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16],
    }),
  };
}
