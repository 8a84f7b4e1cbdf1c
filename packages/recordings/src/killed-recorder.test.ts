import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { assembleRecording } from './assemble/assemble-recording.ts';
import { createPartFolder } from './parts/part-folder.ts';
import { readParts } from './parts/read-parts.ts';
import { createDataKey } from './seal/data-key.ts';
import { clickTimesMs } from './test-support/clicks.ts';
import { decodeWebm } from './test-support/decode-webm.ts';

const program = fileURLToPath(new URL('test-support/record-until-killed.ts', import.meta.url));
let folder = '';

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Records in a process of its own from `fromMs` on and kills it once it has got to `untilMs`. */
async function recordAndKill(key: Uint8Array, fromMs: number, untilMs: number): Promise<number> {
  const keyText = Buffer.from(key).toString('hex');
  const child = spawn(process.execPath, [program, folder, keyText, String(fromMs)]);
  let gotMs = 0;
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  for await (const line of createInterface({ input: child.stdout })) {
    gotMs = Number(line);
    if (gotMs >= untilMs) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return gotMs;
}

it('leaves all but the last seconds when its process is killed, for the next one to go on', async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const key = createDataKey();
  const firstMs = await recordAndKill(key, 1240, 8000);
  const fromMs = Math.ceil(firstMs / 1000) * 1000 + 5240;
  await recordAndKill(key, fromMs, fromMs + 4000);

  const { parts } = await readParts(createPartFolder(folder), key);
  expect(parts.map((part) => part.fromMs)).toEqual([1240, fromMs]);
  const recording = await assembleRecording(parts);
  const { customer, agent } = await decodeWebm(recording?.webm ?? new Uint8Array());
  const times = clickTimesMs(customer);
  expect(clickTimesMs(agent)).toEqual(times);
  for (const time of times) expect(Math.abs(time - Math.round(time / 1000) * 1000)).toBeLessThan(1);
  const inFirst = times.filter((time) => time < fromMs).length;
  // What is lost: 200 ms of the tape, a page that was not full, and pages the disk had yet to take.
  expect(inFirst).toBeGreaterThanOrEqual(5);
  expect(times.length - inFirst).toBeGreaterThanOrEqual(2);
});
