import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const runningStackSchema = z.object({
  urls: z.object({
    web: z.url(),
    livekit: z.string(),
    whisper: z.string().nullish(),
    database: z.string(),
    botHealth: z.string().nullish(),
  }),
  pids: z.record(z.string(), z.number().int().positive().nullish()),
});

/** What the running local stack says of itself in `.data/stack.json`. */
export type RunningStack = z.infer<typeof runningStackSchema>;

/** Where `npm start` leaves its description while it runs. */
export const STACK_FILE = fileURLToPath(new URL('../../.data/stack.json', import.meta.url));

/** Reads the running stack; undefined when none runs. */
export async function readRunningStack(path = STACK_FILE): Promise<RunningStack | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const parsed = runningStackSchema.safeParse(text === undefined ? undefined : parseJson(text));
  if (!parsed.success) return undefined;
  const pid = parsed.data.pids.stack;
  return pid && !isRunning(pid) ? undefined : parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
