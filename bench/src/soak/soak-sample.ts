/** The processes of the product that a soak watches. */
export const watchedProcesses = ['bot', 'web', 'livekit', 'postgres', 'whisper'] as const;
export type WatchedProcess = (typeof watchedProcesses)[number];

/** What one process with its children holds. */
export interface ProcessHoldings {
  rssMb: number;
  /** Open file descriptors: files, sockets, pipes, timers of the kernel. */
  handles: number;
}

/** All that is held at one moment. */
export interface SoakSample {
  /** Since the calls of the soak began. */
  atMs: number;
  processes: Partial<Record<WatchedProcess, ProcessHoldings>>;
  /** Event streams the web app has open, from its meter. */
  streams: number;
  /** Calls the bot holds, from its meter. */
  botCalls: number;
  /** Events that wait in the bot for the log, from its meter. */
  outboxEvents: number;
  /** Connections to our database by the name their program gives, ours not counted. */
  connections: Record<string, number>;
  livekitRooms: number;
  /** Rows by table. */
  rows: Record<string, number>;
  /** Rows that should be gone by now, by what they are. */
  leftovers: Record<string, number>;
}
