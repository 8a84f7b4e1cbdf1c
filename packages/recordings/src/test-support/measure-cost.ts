import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage, memoryUsage } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { loadSpeech } from '@agent/testing/speech';
import { assembleRecording } from '../assemble/assemble-recording.ts';
import { createCallRecorder } from '../call-recorder.ts';
import type { PartFiles } from '../parts/part-file.ts';
import { createPartFolder } from '../parts/part-folder.ts';
import { readParts } from '../parts/read-parts.ts';
import { createDataKey } from '../seal/data-key.ts';
import { sealBytes } from '../seal/seal.ts';
import { sha256Of } from '../seal/sha256.ts';

/** Measures what an hour of a call costs: `node measure-cost.ts [MINUTES]`. */
const minutes = Number(process.argv[2] ?? 60);
const frameMs = 32;
const HELD_MS = 20_000;
const { recordings } = await loadSpeech('double-charge');
const length = recordings.customer.length - (recordings.customer.length % (frameMs * 16));
const files = createPartFolder(await mkdtemp(join(tmpdir(), 'measure-')));
const counted: PartFiles = {
  ...files,
  async create(name) {
    const file = await files.create(name);
    const append = async (bytes: Uint8Array) => {
      await file.append(bytes);
      if (name.endsWith('.ogg')) pages += 1;
    };
    return { ...file, append };
  },
};
let pages = 0;
const key = createDataKey();

const onLost = () => {
  throw new Error('Some of it was lost: the figures would be too good.');
};
const before = { ...cpuUsage(), rss: memoryUsage().rss };
const recorder = createCallRecorder({ fromMs: 0, files: counted, key, onLost });
for (let atMs = 0; atMs < minutes * 60_000; atMs += frameMs) {
  const from = (atMs * 16) % length;
  const to = from + frameMs * 16;
  recorder.place('customer', recordings.customer.subarray(from, to), atMs);
  recorder.place('agent', recordings.agent.subarray(from, to), atMs);
  recorder.settle(atMs - HELD_MS);
  recorder.advance(atMs + frameMs);
  // The call goes by faster than it would, the disk does not: a minute of pages may wait for it.
  while (pages < atMs / 1000 - HELD_MS / 1000 - 30) await wait(1);
}
recorder.settle(Number.MAX_SAFE_INTEGER);
await recorder.close();
const recorded = { ...cpuUsage(), rss: memoryUsage().rss };

const { parts } = await readParts(files, key);
const recording = await assembleRecording(parts);
if (!recording) throw new Error('Nothing was recorded.');
const stored = sealBytes(recording.webm, key);
sha256Of(stored);
await files.remove();
const assembled = { ...cpuUsage(), rss: memoryUsage().rss };

const perHour = 60 / minutes;
const megabytes = (from: number, to: number) => `${((to - from) / 1e6).toFixed(0)} MB`;
const seconds = (from: NodeJS.CpuUsage, to: NodeJS.CpuUsage) =>
  ((to.user + to.system - from.user - from.system) / 1e6) * perHour;
const rows = [
  ['recording', `${seconds(before, recorded).toFixed(1)} CPU s`],
  ['of a core', `${(seconds(before, recorded) / 36).toFixed(2)} %`],
  ['assembling, sealing, SHA-256', `${seconds(recorded, assembled).toFixed(1)} CPU s`],
  ['memory while assembling', megabytes(recorded.rss, assembled.rss)],
  ['file', `${((stored.length * perHour) / 1e6).toFixed(1)} MB`],
  ['waveform', `${((recording.waveform.length * perHour) / 1e3).toFixed(0)} kB`],
];
for (const [what, figure] of rows) process.stdout.write(`${what?.padEnd(32)}${figure}\n`);
