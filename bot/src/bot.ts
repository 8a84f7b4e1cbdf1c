import { untilSignal } from '@agent/process';
import { serveHealth } from '@agent/process/health';
import { createLog, type Logger } from '@agent/process/log';
import {
  closeDatabase,
  createSteadyClock,
  type Database,
  databaseUrl,
  followDatabaseClock,
  isDatabaseReachable,
  listen,
  openDatabase,
  openQueues,
  readSchemaState,
  requireSchema,
  type SteadyClock,
} from '@agent/store';
import { dispose } from '@livekit/rtc-node';
import { openAssistServices } from './assist-services.ts';
import type { Source } from './async/follow-stored.ts';
import type { JoinCallRoom } from './calls/attendance.ts';
import { startCallSession } from './calls/call-session.ts';
import { createCallStore } from './calls/call-store.ts';
import { watchCalls } from './calls/call-watch.ts';
import { catchFaults } from './catch-faults.ts';
import type { BotEnv } from './env-schema.ts';
import { isLiveKitReachable } from './health/livekit-reachable.ts';
import { type BotMetrics, createMetrics } from './health/metrics.ts';
import { openRecordingServices } from './recording-services.ts';
import { mintBotToken } from './room/bot-token.ts';
import { joinRoom } from './room/join-room.ts';
import { openDataApi } from './room/server-sender.ts';
import { followQueues, type StoredQueue } from './terms/live-queues.ts';
import { guardTranscriber } from './transcribe/guarded-transcriber.ts';
import { measureTranscriber } from './transcribe/measured-transcriber.ts';
import { createOpenAiTranscriber } from './transcribe/openai-transcriber.ts';
import { writesInterims } from './transcribe/writes-interims.ts';
import { loadSilero } from './vad/silero.ts';

const BYTES_PER_MB = 1024 * 1024;
/** Draining takes at most 6 s for words and events; what hangs beyond is left behind. */
const MAX_DRAIN_MS = 9_500;

/** Runs one bot until it is told to stop or has grown too big. */
export async function runBot(env: BotEnv, botId: string): Promise<void> {
  const logger = createLog({ part: 'bot', level: env.LOG_LEVEL });
  const metrics = createMetrics();
  const db = openDatabase(databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD), {
    max: 4,
    applicationName: 'bot',
  });
  await requireSchema(db);
  const following = new AbortController();
  const clock = await followClock(db, logger, following.signal);
  const store = createCallStore(db, botId, {
    onUnreadable(events) {
      metrics.unreadableEvents.inc(events.length);
      logger.error({ events: events.slice(0, 10) }, 'Stored events cannot be read.');
    },
  });
  const transcriber = createTranscriber(env, metrics);
  const openVad = await loadSilero();
  const { readLog } = store;
  const assist = await openAssistServices({
    ...{ env, db, readLog, metrics, logger },
    append: store.append,
  });
  const queues = await followQueues({ store: queuesStore(db), logger });
  const recordings = openRecordingServices({ env, db, botId, metrics, logger });
  const livekit = {
    url: env.LIVEKIT_URL,
    apiKey: env.LIVEKIT_API_KEY,
    apiSecret: env.LIVEKIT_API_SECRET,
    now: clock.now,
  };

  const dataApi = openDataApi(livekit);

  const watch = await watchCalls({
    store,
    logger,
    maxCalls: env.BOT_MAX_CALLS,
    isTooBig: () => process.memoryUsage.rss() > env.BOT_MAX_RSS_MB * BYTES_PER_MB,
    onSpent: () => void stop('This process has grown too big.'),
    startSession: (call) =>
      startCallSession(call, {
        openVad,
        transcriber,
        metrics,
        logger,
        interims: (language) => writesInterims(env.TRANSCRIBE_INTERIM_MODEL, language),
        queues,
        log: store,
        assist: assist.services,
        dataApi,
        recordings: recordings?.services,
        onFinished: assist.summaries?.add,
        join: joinWith(livekit),
      }),
  });
  metrics.watch(env.BOT_MAX_CALLS, () => watch.sessions);

  const health = await serveHealth({
    host: env.BOT_HOST,
    port: env.BOT_PORT,
    registry: metrics.registry,
    missing: () => whatIsMissing(db, livekit.url),
  });
  logger.info({ botId, port: env.BOT_PORT, maxCalls: env.BOT_MAX_CALLS }, 'The bot is ready.');

  let stopping: Promise<void> | undefined;
  function stop(why: string, exitCode = 0): Promise<void> {
    stopping ??= (async () => {
      logger.info({ why, calls: watch.sessions.length }, 'The bot stops.');
      setTimeout(() => process.exit(1), MAX_DRAIN_MS).unref();
      await watch.drain();
      following.abort();
      await recordings?.close();
      await assist.summaries?.close();
      await Promise.all([assist.close(), queues.close()]).catch((err) =>
        logger.warn({ err }, 'Could not stop listening.'),
      );
      health.close();
      await dispose();
      await closeDatabase(db);
      process.exit(exitCode);
    })();
    return stopping;
  }
  catchFaults(process, {
    logger,
    onRejection: () => metrics.faults.inc(),
    onException: () => void stop('This process has a fault.', 1),
  });
  void untilSignal().then((signal) => stop(signal));
}

function joinWith(livekit: Parameters<typeof mintBotToken>[0] & { url: string }): JoinCallRoom {
  return async (callId, options) => {
    const token = await mintBotToken(livekit, callId);
    return joinRoom({ url: livekit.url, token }, options);
  };
}

function queuesStore(db: Database): Source<readonly StoredQueue[]> {
  return {
    async read() {
      return (await openQueues(db)).map(({ id, language, terms }) => ({ id, language, terms }));
    },
    watch: (onSign) => listen(db, 'queue', onSign, onSign),
  };
}

async function followClock(
  db: Database,
  logger: Logger,
  signal: AbortSignal,
): Promise<SteadyClock> {
  const clock = createSteadyClock(Date.now());
  await followDatabaseClock(clock, {
    db,
    signal,
    onSetRight: (offByMs) => logger.warn({ offByMs }, 'The clock was set right.'),
    onUnreadable: (err) => logger.warn({ err }, 'The clock of Postgres could not be read.'),
  });
  return clock;
}

/** Names what a bot cannot do without and does not have now. */
async function whatIsMissing(db: Database, livekitUrl: string): Promise<string[]> {
  const database = await isDatabaseReachable(db);
  const schema = database ? await readSchemaState(db) : 'current';
  const media = await isLiveKitReachable(livekitUrl);
  return [
    ...(database ? [] : ['postgres']),
    ...(schema === 'current' ? [] : [`schema (${schema})`]),
    ...(media ? [] : ['livekit']),
  ];
}

function createTranscriber(env: BotEnv, metrics: BotMetrics) {
  const hosted = createOpenAiTranscriber({
    baseUrl: env.OPENAI_BASE_URL,
    apiKey: env.OPENAI_API_KEY,
    models: { interim: env.TRANSCRIBE_INTERIM_MODEL, final: env.TRANSCRIBE_FINAL_MODEL },
  });
  const measured = measureTranscriber(hosted, (purpose, outcome, seconds) => {
    metrics.transcriberSeconds.observe({ purpose, outcome }, seconds);
  });
  return guardTranscriber(measured);
}
