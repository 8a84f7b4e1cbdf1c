import { databaseUrl } from '@agent/store';
import type { Environment } from './env.ts';
import type { ScriptsEnv } from './env-schema.ts';
import type { StackPorts } from './ports.ts';
import type { Secrets } from './secrets.ts';
import type { ServiceName, StackUrls } from './stack.types.ts';

/** Everything the services of one stack are started from; computed once. */
export interface StackConfig {
  dataDir: string;
  logDir: string;
  bindAddress: string;
  ports: StackPorts;
  secrets: Secrets;
  settings: ScriptsEnv;
  /** What children inherit. */
  environment: Environment;
  urls: StackUrls;
  /** LiveKit as browsers reach it. */
  livekitPublicUrl: string;
  livekitKey: { apiKey: string; apiSecret: string };
  services: readonly ServiceName[];
}

/** What the config is computed from. */
export interface StackConfigInput {
  dataDir: string;
  ports: StackPorts;
  secrets: Secrets;
  settings: ScriptsEnv;
  environment: Environment;
  only: readonly ServiceName[] | undefined;
}

/** Every service in the order of starting. */
export const serviceNames = [
  'postgres',
  'livekit',
  'whisper',
  'bot',
  'web',
  'demoCaller',
] as const satisfies readonly ServiceName[];

/** Decides addresses, keys and which services run; parts given by the environment are not started. */
export function stackConfig(input: StackConfigInput): StackConfig {
  const { dataDir, ports, secrets, settings, environment } = input;
  const host = settings.BIND_ADDRESS;
  const webHost = host === '127.0.0.1' ? 'localhost' : host;
  const livekit = settings.LIVEKIT_URL ?? `ws://${host}:${ports.livekit}`;
  return {
    dataDir,
    logDir: `${dataDir}/logs`,
    bindAddress: host,
    ports,
    secrets,
    settings,
    environment,
    urls: {
      web: `http://${webHost}:${ports.web}`,
      livekit,
      whisper: settings.OPENAI_BASE_URL ?? `http://127.0.0.1:${ports.whisper}/v1`,
      ...databaseUrls(input),
      botHealth: `http://127.0.0.1:${ports.bot}`,
      demoCaller: `http://127.0.0.1:${ports.demo}`,
    },
    livekitPublicUrl: settings.LIVEKIT_PUBLIC_URL ?? livekit,
    livekitKey: {
      apiKey: settings.LIVEKIT_API_KEY ?? secrets.livekitApiKey,
      apiSecret: settings.LIVEKIT_API_SECRET ?? secrets.livekitApiSecret,
    },
    services: serviceNames.filter((name) => isStarted(name, input)),
  };
}

function isStarted(name: ServiceName, { settings, only }: StackConfigInput): boolean {
  if (only !== undefined && !only.includes(name)) return false;
  if (name === 'postgres') return settings.DATABASE_URL === undefined;
  if (name === 'livekit') return settings.LIVEKIT_URL === undefined;
  if (name === 'whisper') return settings.OPENAI_BASE_URL === undefined;
  return true;
}

/** A database that is given may have a user for web and bot besides its owner. */
function databaseUrls({ ports, secrets, settings }: StackConfigInput) {
  if (settings.DATABASE_URL === undefined) {
    const address = (user: string) => `postgres://${user}@127.0.0.1:${ports.postgres}/call_centre`;
    return {
      database: databaseUrl(address('postgres'), secrets.postgresPassword),
      appDatabase: databaseUrl(address('call_centre_app'), secrets.appDatabasePassword),
    };
  }
  const { DATABASE_URL, DATABASE_PASSWORD, APP_DATABASE_URL, APP_DATABASE_PASSWORD } = settings;
  const database = databaseUrl(DATABASE_URL, DATABASE_PASSWORD);
  const app = APP_DATABASE_URL && databaseUrl(APP_DATABASE_URL, APP_DATABASE_PASSWORD);
  return { database, appDatabase: app ?? database };
}
