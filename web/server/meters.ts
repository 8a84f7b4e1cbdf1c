import 'server-only';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { processSingleton } from './process-singleton.ts';

/** Meters of this process, shown on `/metrics`. */
export const meters = processSingleton('meters', () => {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'web_http_request_seconds',
      help: 'Duration of answers by route pattern (streams: until the first byte)',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    calls: new Gauge({
      ...{ name: 'calls', help: 'Calls by status, over all servers' },
      labelNames: ['status'] as const,
      registers,
    }),
    openStreams: new Gauge({
      ...{ name: 'web_open_streams', help: 'Open event streams' },
      labelNames: ['stream'] as const,
      registers,
    }),
    turnedAwayStreams: new Counter({
      name: 'web_turned_away_streams_total',
      help: 'Event streams closed for a newer one of the same person, or refused for want of places',
      labelNames: ['stream', 'reason'] as const,
      registers,
    }),
    wallLookSeconds: new Histogram({
      name: 'web_wall_look_seconds',
      help: 'How long a look at what has changed in all calls takes, for all walls together',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    queueReads: new Counter({
      name: 'web_queue_reads_total',
      help: 'Times the queue was read for all streams together',
      registers,
    }),
    dispatchSeconds: new Histogram({
      name: 'web_dispatch_seconds',
      help: 'Duration of one round of matching and cleaning up',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    dispatchFailures: new Counter({
      ...{ name: 'web_dispatch_failures_total', help: 'Rounds of matching that failed' },
      registers,
    }),
    retentionDeleted: new Counter({
      name: 'web_retention_deleted_total',
      help: 'Calls whose sound was deleted, whose text was erased, or of which nothing is left, as they were old',
      labelNames: ['kind'] as const,
      registers,
    }),
    retentionFailures: new Counter({
      name: 'web_retention_failures_total',
      help: 'Looks for what is old that failed, the store of recordings included',
      registers,
    }),
    retentionFinished: new Gauge({
      name: 'web_retention_finished_timestamp_seconds',
      help: 'When this process last deleted all that was old; 0: it has not',
      registers,
    }),
    failedJobs: new Counter({
      ...{ name: 'web_failed_jobs_total', help: 'Jobs that failed; they are tried again' },
      labelNames: ['task'] as const,
      registers,
    }),
    takenEventIds: new Counter({
      name: 'web_taken_event_ids_total',
      help: 'Events refused because the log has another with the same id',
      registers,
    }),
    unreadableEvents: new Counter({
      name: 'web_unreadable_events_total',
      help: 'Stored events that were left out because they do not fit their schema',
      registers,
    }),
    draftLines: new Counter({
      name: 'web_wrap_up_draft_lines_total',
      help: 'Lines of drafted wrap-ups, by what their agents made of them until they finished',
      labelNames: ['fate'] as const,
      registers,
    }),
    deliveryFailures: new Counter({
      name: 'web_delivery_failures_total',
      help: 'Data messages that LiveKit did not take; readers refetch',
      registers,
    }),
  };
});

/** Meters of this process. */
export type Meters = typeof meters;
