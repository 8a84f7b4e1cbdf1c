import { createPlaybook } from '@agent/playbook';
import { errorFields } from '@agent/process';
import type { Logger } from '@agent/process/log';
import {
  createCustomerDirectory,
  createLiveSettings,
  type Database,
  type LiveSettings,
  listen,
  openQueues,
  readPlaybook,
} from '@agent/store';
import type { AssistServices } from './assist/assist.ts';
import { followPlaybook, type StoredCards } from './assist/live-playbook.ts';
import { guardSuggester } from './assist/model/guarded-suggester.ts';
import { measureSuggester } from './assist/model/measured-suggester.ts';
import { createOpenAiSuggester } from './assist/model/openai-suggester.ts';
import type { WatchedSuggester } from './assist/model/suggester.ts';
import { createOpenAiSummariser } from './assist/summary/openai-summariser.ts';
import {
  createSummaries,
  type Summaries,
  type SummariesOptions,
} from './assist/summary/summaries.ts';
import type { Source } from './async/follow-stored.ts';
import type { BotEnv } from './env-schema.ts';
import type { BotMetrics } from './health/metrics.ts';
import { scoreSentiment } from './sentiment/score-sentiment.ts';
import { createSentimentAlerts } from './sentiment/sentiment-alerts.ts';

export interface AssistServicesOptions {
  env: BotEnv;
  db: Database;
  readLog: AssistServices['readLog'];
  append: SummariesOptions['append'];
  metrics: BotMetrics;
  logger: Logger;
}

/** Opens all that the help for agents rests on. */
export async function openAssistServices(options: AssistServicesOptions): Promise<{
  services: AssistServices;
  /** Closed by the opener, before the rest. */
  summaries: Summaries | undefined;
  /** Follows nothing any more. */
  close(): Promise<void>;
}> {
  const { env, db, readLog, metrics, logger } = options;
  const settings = await followSettings(options);
  const playbook = await followPlaybook({
    store: playbookStore(db),
    logger,
    compile: (cards) =>
      createPlaybook(cards, {
        leastConfidence: () => settings.current().cardConfidence,
        onFaulty: (faulty) => logger.warn({ faulty }, 'A phrase of the playbook is faulty.'),
      }),
  });
  const services: AssistServices = {
    playbook: playbook.of,
    suggester: createSuggester(env, metrics),
    directory: createCustomerDirectory(db),
    scoreSentiment,
    alerts: createSentimentAlerts(settings.current),
    settings,
    readLog,
  };
  const summaries = createSummariesOf(options, services.suggester);
  return {
    services,
    summaries,
    async close() {
      await settings.close();
      await playbook.close();
    },
  };
}

async function followSettings({
  db,
  logger,
}: Pick<AssistServicesOptions, 'db' | 'logger'>): Promise<LiveSettings> {
  const settings = createLiveSettings(db, {
    onUnusable: (unusable) => logger.warn({ ...unusable }, 'A setting cannot be used.'),
    onUnreadable: (error) => logger.warn(errorFields(error), 'Could not read the settings.'),
  });
  await settings.follow();
  return settings;
}

function playbookStore(db: Database): Source<StoredCards> {
  return {
    async read() {
      const queues = (await openQueues(db)).map(({ id, cardIds }) => ({ id, cardIds }));
      return { ...(await readPlaybook(db)), queues };
    },
    async watch(onSign) {
      const cards = await listen(db, 'playbook', onSign, onSign);
      const queues = await listen(db, 'queue', onSign, onSign);
      return {
        async close() {
          await cards.close();
          await queues.close();
        },
      };
    },
  };
}

function createSuggester(env: BotEnv, metrics: BotMetrics): WatchedSuggester | undefined {
  if (env.SUGGEST_MODEL === '') return undefined;
  const model = createOpenAiSuggester({
    baseUrl: env.SUGGEST_BASE_URL,
    apiKey: env.SUGGEST_API_KEY,
    model: env.SUGGEST_MODEL,
  });
  const measured = measureSuggester(model, (outcome, seconds) => {
    metrics.modelSeconds.observe({ outcome }, seconds);
  });
  return guardSuggester(measured);
}

/** Sums calls up by the model that also suggests, where there is one. */
function createSummariesOf(
  { env, readLog, append, metrics, logger }: AssistServicesOptions,
  suggester: WatchedSuggester | undefined,
): Summaries | undefined {
  if (!suggester) return undefined;
  return createSummaries({
    summariser: createOpenAiSummariser({
      baseUrl: env.SUGGEST_BASE_URL,
      apiKey: env.SUGGEST_API_KEY,
      model: env.SUGGEST_MODEL,
    }),
    isWell: () => suggester.health().status !== 'off',
    readLog,
    append,
    onDone: (outcome) => metrics.summaries.inc({ outcome }),
    logger,
  });
}
