import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseVocabulary, type Vocabulary } from './vocabulary.ts';

/** The models that come with the package. */
export const BUNDLED_MODEL_DIR = fileURLToPath(new URL('../../models', import.meta.url));

/** The parts of one model as they lie on the disk, checked. */
export interface ModelFiles {
  readonly logMel: Buffer;
  readonly encoder: Buffer;
  readonly decoder: Buffer;
  readonly vocabulary: Vocabulary;
}

/** A model directory that misses something or holds a changed file. */
export class ModelFilesError extends Error {
  override readonly name = 'ModelFilesError';
}

const suppressSchema = z.object({
  suppress: z.array(z.int().nonnegative()),
  begin: z.array(z.int().nonnegative()),
});

/** Names of the models in a directory: each folder that holds an encoder of its own name. */
export function listModels(modelDir: string): string[] {
  if (!existsSync(modelDir)) throw new ModelFilesError(`No model directory at ${modelDir}.`);
  const names = readdirSync(modelDir)
    .filter((name) => existsSync(join(modelDir, name, `${name}-encoder.int8.onnx`)))
    .sort();
  if (names.length === 0) throw new ModelFilesError(`No model in ${modelDir}.`);
  return names;
}

/** Reads one model, comparing each file with SHA256SUMS where the directory has one. */
export function readModelFiles(modelDir: string, name: string): ModelFiles {
  const sums = readChecksums(modelDir);
  const read = (...path: string[]) => readChecked(modelDir, join(modelDir, ...path), sums);
  const suppress = JSON.parse(read(name, `${name}-suppress.json`).toString('utf8'));
  return {
    logMel: read('logmel.onnx'),
    encoder: read(name, `${name}-encoder.int8.onnx`),
    decoder: read(name, `${name}-decoder.int8.onnx`),
    vocabulary: parseVocabulary(
      read(name, `${name}-tokens.txt`).toString('utf8'),
      suppressSchema.parse(suppress),
    ),
  };
}

function readChecked(modelDir: string, path: string, sums: ReadonlyMap<string, string>): Buffer {
  if (!existsSync(path)) throw new ModelFilesError(`The model file ${path} is missing.`);
  const bytes = readFileSync(path);
  const expected = sums.get(relative(modelDir, path).split(sep).join('/'));
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (expected !== undefined && expected !== actual) {
    throw new ModelFilesError(`The model file ${path} does not match its checksum.`);
  }
  return bytes;
}

function readChecksums(modelDir: string): Map<string, string> {
  const path = join(modelDir, 'SHA256SUMS');
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
