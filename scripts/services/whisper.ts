import { nodeBinary, projectRoot } from '../project.ts';
import { answersOk } from '../wait-until-ready.ts';
import type { Service } from './service.ts';

/** Speech-to-text on this machine, spoken to as the OpenAI API. */
export function whisperService(): Service {
  return {
    name: 'whisper',
    title: 'Speech-to-text (Whisper)',
    readyTimeoutMs: 120_000,
    process: ({ environment, ports }) => ({
      command: nodeBinary(),
      args: [`${projectRoot}/packages/whisper/src/main.ts`],
      cwd: `${projectRoot}/packages/whisper`,
      env: { ...environment, WHISPER_PORT: String(ports.whisper), NODE_ENV: 'production' },
    }),
    isReady: ({ ports }) => answersOk(`http://127.0.0.1:${ports.whisper}/readyz`),
  };
}
