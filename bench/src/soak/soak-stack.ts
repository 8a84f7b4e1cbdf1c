import { randomBytes } from 'node:crypto';
import { type Stack, startStack } from '@agent/scripts/stack';
import { FAKE_ANSWER_MS, startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { DATA_DIR } from '../bench-stack.ts';

/** The stack that is soaked: always one of its own, so that nobody else's calls are counted. */
export interface SoakStack {
  stack: Stack;
  /** What turns speech into text, in words. */
  speechToText: string;
  /** Bearer token of the web app's meters. */
  metricsToken: string;
  close(): Promise<void>;
}

/** Starts it; Whisper's part can be faked. */
export async function openSoakStack(options: {
  fakeSpeechToText: boolean;
  signal: AbortSignal;
}): Promise<SoakStack> {
  const metricsToken = randomBytes(24).toString('base64url');
  const fake = options.fakeSpeechToText ? await startFakeSpeechToText() : undefined;
  const env = {
    SUGGEST_MODEL: '',
    METRICS_TOKEN: metricsToken,
    ...(fake ? { OPENAI_BASE_URL: fake.url } : {}),
  };
  try {
    const { signal } = options;
    const stack = await startStack({ dataDir: DATA_DIR, ports: 'free', env, signal });
    return {
      stack,
      speechToText: fake ? `faked, ${FAKE_ANSWER_MS} ms for any sound` : 'local Whisper',
      metricsToken,
      close: async () => {
        await stack.close();
        await fake?.close();
      },
    };
  } catch (cause) {
    await fake?.close();
    throw cause;
  }
}
