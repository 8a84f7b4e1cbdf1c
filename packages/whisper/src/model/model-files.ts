import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseVocabulary, type Vocabulary } from './vocabulary.ts';

/** The models that come with the package. */
export const BUNDLED_MODEL_DIR = fileURLToPath(new URL('../../models', import.meta.url));

/** One model on the disk, checked: where its graphs lie, and its words. */
export interface ModelFiles {
  readonly logMelPath: string;
  readonly encoderPath: string;
  readonly decoderPath: string;
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

/** Finds one model, comparing each file with SHA256SUMS where the directory has one. */
export function readModelFiles(modelDir: string, name: string): ModelFiles {
  const sums = readChecksums(modelDir);
  const checked = (...path: string[]) => checkedPath(modelDir, join(modelDir, ...path), sums);
  const suppress = JSON.parse(readFileSync(checked(name, `${name}-suppress.json`), 'utf8'));
  const table = readFileSync(checked(name, `${name}-tokens.txt`), 'utf8');
  return {
    logMelPath: checked('logmel.onnx'),
    encoderPath: checked(name, `${name}-encoder.int8.onnx`),
    decoderPath: checked(name, `${name}-decoder.int8.onnx`),
    vocabulary: parseVocabulary(table, suppressSchema.parse(suppress)),
  };
}

function checkedPath(modelDir: string, path: string, sums: ReadonlyMap<string, string>): string {
  if (!existsSync(path)) throw new ModelFilesError(`The model file ${path} is missing.`);
  const expected = sums.get(relative(modelDir, path).split(sep).join('/'));
  if (expected !== undefined && expected !== sha256(path)) {
    throw new ModelFilesError(`The model file ${path} does not match its checksum.`);
  }
  return path;
}

/** Reads piece by piece, so that 50 MB of model never become memory of the process. */
function sha256(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = -1; read !== 0; ) {
      read = readSync(file, piece);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function readChecksums(modelDir: string): Map<string, string> {
  const path = join(modelDir, 'SHA256SUMS');
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
