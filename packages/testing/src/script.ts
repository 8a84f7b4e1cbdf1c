import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Side, sideSchema } from '@agent/protocol';
import { z } from 'zod';

const timeMs = z.number().min(0);
const heardWordSchema = z.object({ word: z.string().min(1), startMs: timeMs, endMs: timeMs });
const scriptSchema = z.object({
  name: z.string().min(1),
  durationMs: z.number().positive(),
  turns: z
    .array(
      z.object({
        speaker: sideSchema,
        startMs: timeMs,
        endMs: timeMs,
        text: z.string().min(1),
        heardWords: z.array(heardWordSchema),
      }),
    )
    .min(1),
});

/** One word of a turn and when its sound lies in the speaker's file. */
export type HeardWord = z.infer<typeof heardWordSchema>;
/** One turn of a script: who says what, and when in its own file. */
export type ScriptTurn = z.infer<typeof scriptSchema>['turns'][number];
/** A scripted call with the paths of its two recordings. */
export interface Script extends z.infer<typeof scriptSchema> {
  wavPaths: Record<Side, string>;
}

/** Folder of the speech fixtures of this package. */
export const SPEECH_DIR = fileURLToPath(new URL('../speech', import.meta.url));

/** A script folder that cannot be read; the message says which file and why. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** Names of the scripts in a folder (each a folder with a `script.json`), sorted. */
export async function listScripts(speechDir: string = SPEECH_DIR): Promise<string[]> {
  const entries = await readdir(speechDir, { withFileTypes: true }).catch((cause: Error) => {
    throw new ScriptError(`The speech folder ${speechDir} cannot be read: ${cause.message}`);
  });
  return entries
    .filter((entry) => existsSync(join(speechDir, entry.name, 'script.json')))
    .map((entry) => entry.name)
    .toSorted();
}

/** Loads one script of a folder laid out like `SPEECH_DIR`. */
export async function loadScript(name: string, speechDir: string = SPEECH_DIR): Promise<Script> {
  const path = join(speechDir, name, 'script.json');
  const parsed = scriptSchema.safeParse(await readJson(path));
  if (!parsed.success) {
    throw new ScriptError(`${path} is not a script: ${z.prettifyError(parsed.error)}`);
  }
  return {
    ...parsed.data,
    wavPaths: {
      customer: join(speechDir, name, 'customer.wav'),
      agent: join(speechDir, name, 'agent.wav'),
    },
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new ScriptError(`${path} cannot be read: ${(cause as Error).message}`);
  }
}
