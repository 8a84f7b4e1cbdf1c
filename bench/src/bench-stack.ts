import { readRunningStack } from '@agent/demo/running-stack';
import { startStack } from '@agent/scripts/stack';
import {
  FAKE_ANSWER_MS,
  type FakeSpeechToText,
  startFakeSpeechToText,
} from '@agent/testing/fake-speech-to-text';

/** The stack that is measured. */
export interface BenchStack {
  webUrl: string;
  databaseUrl: string;
  /** Base URL of the bot's health server; undefined when it is not known. */
  botUrl: string | undefined;
  /** What turns speech into text, in words. */
  speechToText: string;
  /** Process ids as they are now. */
  pids(): { bot: number | undefined; whisper: number | undefined };
  /** Stops what was started here, nothing else. */
  close(): Promise<void>;
}

/** A stack whose bot asks a model for suggestions. */
export interface ModelStack extends BenchStack {
  /** Starts the bot again, so that it knows nothing of how the model did before. */
  restartBot(): Promise<void>;
}

/** A folder of its own, so that the bench neither needs nor changes the data of `npm start`. */
export const DATA_DIR = '.data/bench';

/** Uses the running stack, or starts one of its own. With speech-to-text faked it starts one in any case. */
export async function openBenchStack(options: {
  fakeSpeechToText: boolean;
  signal: AbortSignal;
}): Promise<BenchStack> {
  if (options.fakeSpeechToText) return startFakedStack(options.signal);
  return (await runningStack()) ?? (await startOwnStack(options.signal, withoutModel));
}

/** Starts a stack of the bench's own with the model at `modelUrl`. */
export async function openModelStack(options: {
  modelUrl: string;
  signal: AbortSignal;
}): Promise<ModelStack> {
  return startOwnStack(options.signal, {
    SUGGEST_MODEL: 'bench',
    SUGGEST_BASE_URL: options.modelUrl,
    SUGGEST_API_KEY: 'bench',
  });
}

/** Whatever the environment of the bench says. */
const withoutModel = { SUGGEST_MODEL: '' };

async function runningStack(): Promise<BenchStack | undefined> {
  const stack = await readRunningStack();
  if (!stack) return undefined;
  const { bot, whisper } = stack.pids;
  return {
    webUrl: stack.urls.web,
    databaseUrl: stack.urls.database,
    botUrl: stack.urls.botHealth ?? undefined,
    speechToText: whisper ? 'local Whisper' : (stack.urls.whisper ?? 'unknown'),
    pids: () => ({ bot: bot ?? undefined, whisper: whisper ?? undefined }),
    close: async () => undefined,
  };
}

async function startFakedStack(signal: AbortSignal): Promise<BenchStack> {
  const fake: FakeSpeechToText = await startFakeSpeechToText();
  try {
    const stack = await startOwnStack(signal, { ...withoutModel, OPENAI_BASE_URL: fake.url });
    return {
      webUrl: stack.webUrl,
      databaseUrl: stack.databaseUrl,
      botUrl: stack.botUrl,
      pids: stack.pids,
      speechToText: `faked, ${FAKE_ANSWER_MS} ms for any sound`,
      close: async () => {
        await stack.close();
        await fake.close();
      },
    };
  } catch (cause) {
    await fake.close();
    throw cause;
  }
}

async function startOwnStack(
  signal: AbortSignal,
  env: Record<string, string>,
): Promise<ModelStack> {
  const stack = await startStack({ dataDir: DATA_DIR, ports: 'free', env, signal });
  return {
    webUrl: stack.urls.web,
    databaseUrl: stack.databaseUrl,
    botUrl: stack.urls.botHealth,
    speechToText: 'local Whisper',
    pids: () => ({ bot: stack.pids.bot, whisper: stack.pids.whisper }),
    restartBot: () => stack.restart('bot'),
    close: () => stack.close(),
  };
}
