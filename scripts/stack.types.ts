import type { StackPorts } from './ports.ts';

/** A process of the local stack. */
export type ServiceName = 'postgres' | 'livekit' | 'whisper' | 'bot' | 'web' | 'demoCaller';

/** Where the parts of a running stack are reached. */
export interface StackUrls {
  /** The web app, as browsers open it. */
  web: string;
  /** LiveKit (`ws://…`). */
  livekit: string;
  /** Base URL of the OpenAI API that the bot transcribes with. */
  whisper: string;
  /** Postgres as the owner of the tables, password included. */
  database: string;
  /** Postgres as the user of web and bot, who may add to the log but not change it. */
  appDatabase: string;
  botHealth: string;
  demoCaller: string;
}

/** Process ids; one that is not running is missing. */
export type StackPids = { stack: number } & { [name in ServiceName]?: number };

/** A seeded account. */
export interface DemoUser {
  username: string;
  displayName: string;
  role: 'agent' | 'supervisor' | 'admin';
  password: string;
}

/** How to start a stack; every field has a default. */
export interface StackOptions {
  /** Folder for everything the stack writes. Default: `DATA_DIR`, else `.data` of the project. */
  dataDir?: string;
  /** `'free'` picks unused ports. Default: the ports of the environment. */
  ports?: 'free' | Partial<StackPorts>;
  /** Prints no progress. Default false. */
  quiet?: boolean;
  /** Copies the output of every process to the screen. Default false. */
  verbose?: boolean;
  /** Starts these services only. Default: all that are not given by the environment. */
  only?: readonly ServiceName[];
  /** Variables that win over the environment of this process, for settings and for every child. */
  env?: Readonly<Record<string, string>>;
  /** Stops what is being started. */
  signal?: AbortSignal;
}

/** A running stack; its starter closes it. */
export interface Stack {
  readonly urls: StackUrls;
  /** Up to date at each reading: a restarted service has a new pid. */
  readonly pids: StackPids;
  readonly users: readonly DemoUser[];
  readonly databaseUrl: string;
  readonly livekit: { url: string; apiKey: string; apiSecret: string };
  readonly dataDir: string;
  readonly ports: StackPorts;
  /** Services that this stack runs itself. */
  readonly services: readonly ServiceName[];
  /** Stops a service and starts it again; resolves when it is ready. */
  restart(service: ServiceName): Promise<void>;
  /** Sends a signal, as a fault would; the supervisor starts the service again (see `waitFor`). */
  kill(service: ServiceName, signal: NodeJS.Signals): void;
  /** Stops a service and keeps it down. */
  stop(service: ServiceName): Promise<void>;
  /** Starts a stopped service; resolves when it is ready. */
  start(service: ServiceName): Promise<void>;
  /** Resolves when the service answers that it is ready. */
  waitFor(service: ServiceName): Promise<void>;
  /** Stops everything in reverse order; calling it twice is harmless. */
  close(): Promise<void>;
}
