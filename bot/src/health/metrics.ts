import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { recordingMetrics } from './recording-metrics.ts';

const latencyBuckets = [0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.5, 2, 4, 8];

/** Everything the bot counts, with the registry that `/metrics` prints. */
export type BotMetrics = ReturnType<typeof createMetrics>;

/** Creates the bot's metrics on a registry of their own. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });

  return {
    registry,
    ...assistMetrics(registry),
    ...recordingMetrics(registry),
    /** Reads the calls a bot holds whenever metrics are asked for. */
    watch(maxCalls: number, sessions: () => readonly { outboxDepth: number }[]) {
      gauge(registry, 'bot_capacity_calls', 'Calls this bot may hold', () => maxCalls);
      gauge(registry, 'bot_calls', 'Calls this bot holds', () => sessions().length);
      gauge(registry, 'bot_outbox_events', 'Events waiting for the log, over all calls', () =>
        sessions().reduce((sum, { outboxDepth }) => sum + outboxDepth, 0),
      );
    },
    utterances: new Counter({
      registers,
      name: 'bot_utterances_total',
      help: 'Utterances that have become text, or have been dropped or lost',
      labelNames: ['speaker'] as const,
    }),
    segments: new Counter({
      registers,
      name: 'bot_segments_total',
      help: 'Segments published',
      labelNames: ['kind', 'speaker'] as const,
    }),
    droppedSegments: new Counter({
      registers,
      name: 'bot_dropped_segments_total',
      help: 'Transcriptions that were not speech, or audio that never became text',
      labelNames: ['reason'] as const,
    }),
    transcriberSeconds: new Histogram({
      registers,
      name: 'bot_transcriber_seconds',
      help: 'Time from request to answer of the transcriber',
      labelNames: ['purpose', 'outcome'] as const,
      buckets: latencyBuckets,
    }),
    droppedAudioSeconds: new Counter({
      registers,
      name: 'bot_dropped_audio_seconds_total',
      help: 'Audio dropped because the bot was too busy to hear it',
    }),
    appendSeconds: new Histogram({
      registers,
      name: 'bot_event_append_seconds',
      help: 'Time to append one event to the log',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    }),
    lostEvents: new Counter({
      registers,
      name: 'bot_lost_events_total',
      help: 'Events given up: refused, failed too often, without room, or left at the end',
    }),
    takenEventIds: new Counter({
      registers,
      name: 'bot_taken_event_ids_total',
      help: 'Events refused because the log has another with the same id',
    }),
    unreadableEvents: new Counter({
      registers,
      name: 'bot_unreadable_events_total',
      help: 'Stored events that were left out because they do not fit their schema',
    }),
    pipelineFailures: new Counter({
      registers,
      name: 'bot_pipeline_failures_total',
      help: 'Pipelines of a microphone that failed and were started again',
      labelNames: ['speaker'] as const,
    }),
    faults: new Counter({
      registers,
      name: 'bot_faults_total',
      help: 'Errors that nobody handled, after which the bot went on',
    }),
    unsentMessages: new Counter({
      registers,
      name: 'bot_unsent_messages_total',
      help: 'Data messages that did not go out',
      labelNames: ['reason'] as const,
    }),
  };
}

function assistMetrics(registry: Registry) {
  const registers = [registry];
  const suggestions = new Counter({
    registers,
    name: 'bot_suggestions_total',
    help: 'Suggestions offered, and what became of them',
    labelNames: ['source', 'fate'] as const,
  });
  const playbookSeconds = new Histogram({
    registers,
    name: 'bot_playbook_seconds',
    help: 'Time to match the playbook on what was said',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
  });
  const assistFailures = new Counter({
    registers,
    name: 'bot_assist_failures_total',
    help: 'Parts of the help for an agent that failed, while the call went on',
  });
  return {
    suggestions,
    playbookSeconds,
    assistFailures,
    summaries: new Counter({
      registers,
      name: 'bot_summaries_total',
      help: 'Calls that were over, by whether a summary of them is shown, or why none is',
      labelNames: ['outcome'] as const,
    }),
    modelSeconds: new Histogram({
      registers,
      name: 'bot_model_seconds',
      help: 'Time from request to the whole answer of the model for suggestions',
      labelNames: ['outcome'] as const,
      buckets: latencyBuckets,
    }),
    /** Counts what happens in the calls. */
    assistWatcher: {
      onMatched: (seconds: number) => playbookSeconds.observe(seconds),
      onFate: (change: { source: string; fate: string }) => suggestions.inc(change),
      onFailure: () => assistFailures.inc(),
    },
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): Gauge {
  return new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
