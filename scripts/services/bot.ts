import { nodeBinary, projectRoot } from '../project.ts';
import { answersOk } from '../wait-until-ready.ts';
import { fromProject, recordingEnvironment } from './recording-environment.ts';
import type { Service } from './service.ts';

/** The hidden participant that hears and transcribes. */
export function botService(): Service {
  return {
    name: 'bot',
    title: 'Bot',
    readyTimeoutMs: 60_000,
    process: ({ dataDir, environment, livekitKey, ports, secrets, settings, urls }) => ({
      command: nodeBinary(),
      args: [`${projectRoot}/bot/src/main.ts`],
      cwd: `${projectRoot}/bot`,
      env: {
        ...environment,
        NODE_ENV: 'production',
        DATABASE_URL: urls.appDatabase,
        // Whose it is, the address says; one of the environment is the owner's.
        DATABASE_PASSWORD: '',
        LIVEKIT_URL: urls.livekit,
        LIVEKIT_API_KEY: livekitKey.apiKey,
        LIVEKIT_API_SECRET: livekitKey.apiSecret,
        OPENAI_BASE_URL: urls.whisper,
        // The local server asks for none, but the SDK insists on one.
        OPENAI_API_KEY: settings.OPENAI_API_KEY ?? 'local',
        BOT_PORT: String(ports.bot),
        ...recordingEnvironment(dataDir, secrets, environment),
        RECORDING_SPOOL: fromProject(environment.RECORDING_SPOOL || `${dataDir}/recordings-spool`),
        // Fewer pools of memory in the media library's threads: some tens of MB less.
        MALLOC_ARENA_MAX: '2',
      },
    }),
    isReady: ({ urls }) => answersOk(`${urls.botHealth}/readyz`),
  };
}
