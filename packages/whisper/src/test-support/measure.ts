import { cpuUsage, memoryUsage } from 'node:process';
import { parseArgs } from 'node:util';
import { sumWordErrors, type WordErrors, wordErrors } from '@agent/testing/word-errors';
import { paddingMsFor } from '../decode/padding.ts';
import type { EngineResult } from '../engine/engine.ts';
import { createWorkerEngine } from '../engine/worker-engine.ts';
import { BUNDLED_MODEL_DIR } from '../model/model-files.ts';
import type { Priority } from '../queue/ticket.ts';
import { speechTurns } from './speech-turns.ts';

/**
 * Prints milliseconds and processor time of a pass over the speech fixtures, and word errors:
 *   node packages/whisper/src/test-support/measure.ts --model base --tier final --threads 2
 */
const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'base' },
    tier: { type: 'string', default: 'final' },
    threads: { type: 'string', default: '2' },
  },
});
const tier: Priority = options.tier === 'interim' ? 'interim' : 'final';
const engine = createWorkerEngine({
  modelDir: BUNDLED_MODEL_DIR,
  warmModels: [options.model],
  threads: Number(options.threads),
});
await engine.start();
const turns = await speechTurns(0);
for (const seconds of [2, 4, 6]) await measureLength(seconds);
await measureWholeTurns();
await engine.close();

async function measureLength(seconds: number): Promise<void> {
  const samples = seconds * 16_000;
  const fitting = turns.filter((turn) => turn.samples.length >= Math.min(samples, 5.3 * 16_000));
  const plain: number[] = [];
  const drafted: number[] = [];
  const cpu = cpuUsage();
  for (const turn of fitting) {
    const earlier = await pass(turn.samples.subarray(0, samples - 4800));
    const piece = turn.samples.subarray(0, samples);
    plain.push((await pass(piece)).decodeMs);
    drafted.push((await pass(piece, earlier.text)).decodeMs);
  }
  const { user, system } = cpuUsage(cpu);
  report(`${seconds} s`, {
    n: fitting.length,
    'median ms': median(plain),
    'with draft': median(drafted),
    'cpu ms': (user + system) / 1000 / (3 * fitting.length),
  });
}

async function measureWholeTurns(): Promise<void> {
  const errors: WordErrors[] = [];
  const times: number[] = [];
  for (const turn of await speechTurns()) {
    const heard = await pass(turn.samples);
    errors.push(wordErrors(turn.text, heard.text));
    times.push(heard.decodeMs);
  }
  report('turns', {
    n: times.length,
    'median ms': median(times),
    'word errors %': 100 * sumWordErrors(errors).rate,
    'rss MB': memoryUsage().rss / 1e6,
  });
}

function pass(samples: Float32Array, draft?: string): Promise<EngineResult> {
  const { model } = options;
  const paddingMs = paddingMsFor(tier, samples.length / 16);
  const request = { model, samples, paddingMs, languages: ['en'] as const, draft };
  return engine.transcribe(request, new AbortController().signal);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(what: string, figures: Record<string, number>): void {
  const list = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  process.stdout.write(`${options.model} ${tier} ${what}: ${list.join(', ')}\n`);
}
