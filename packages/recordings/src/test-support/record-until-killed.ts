import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCallRecorder } from '../call-recorder.ts';
import { createPartFolder } from '../parts/part-folder.ts';
import { clicks } from './clicks.ts';

/**
 * A process for tests to kill: `node record-until-killed.ts FOLDER KEY FROM_MS`. It records a call
 * faster than it could be spoken and prints up to where it has got, in milliseconds.
 */
const [folder, key, fromMs] = process.argv.slice(2);
const recorder = createCallRecorder({
  fromMs: Number(fromMs),
  files: createPartFolder(folder ?? ''),
  key: Buffer.from(key ?? '', 'hex'),
  onLost: () => process.exit(1),
});
const longestMs = 600_000;
const samples = clicks(longestMs, 1000);

for (let atMs = Number(fromMs); atMs < longestMs; atMs += 40) {
  const frame = samples.subarray(atMs * 16, (atMs + 40) * 16);
  recorder.place('customer', frame, atMs);
  recorder.place('agent', frame, atMs);
  recorder.settle(atMs);
  recorder.advance(atMs + 40);
  await nextTurn();
  if (atMs % 1000 === 0) process.stdout.write(`${atMs}\n`);
}
