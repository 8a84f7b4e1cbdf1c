import type { DataKey } from '@agent/recordings';
import { createCallRecorder, type PartFiles } from '@agent/recordings/record';

/** Writes a part, as a bot does that hears both sides hum from and to these milliseconds. */
export async function writePart(files: PartFiles, key: DataKey, fromMs: number, toMs: number) {
  const recorder = createCallRecorder({ fromMs, files, key, onLost: () => undefined });
  for (let atMs = fromMs; atMs < toMs; atMs += 20) {
    const samples = Int16Array.from({ length: 320 }, (_, index) => 6_000 * Math.sin(index / 3));
    recorder.place('customer', samples, atMs);
    recorder.place('agent', samples, atMs);
    recorder.advance(atMs + 20);
  }
  recorder.settle(toMs + 1_000);
  await recorder.close();
}
