import { readFile } from 'node:fs/promises';
import { ScriptError } from './script.ts';

/** Reads the samples of a recording of a script: a WAV file of 16 kHz, mono, 16 bit. */
export async function readRecording(path: string): Promise<Int16Array> {
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new ScriptError(`${path} cannot be read: ${cause.message}`);
  });
  const isWav = bytes.length > 12 && bytes.toString('latin1', 0, 4) === 'RIFF';
  const format = isWav ? chunkOf(bytes, 'fmt ') : undefined;
  const data = isWav ? chunkOf(bytes, 'data') : undefined;
  if (!format || !data) throw new ScriptError(`${path} is not a WAV file.`);
  const known = format.readUInt16LE(0) === 1 && format.readUInt16LE(2) === 1;
  if (!known || format.readUInt32LE(4) !== 16_000 || format.readUInt16LE(14) !== 16) {
    throw new ScriptError(`${path} must be 16 kHz, mono, 16 bit PCM.`);
  }
  const samples = new Int16Array(data.length >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = data.readInt16LE(index * 2);
  return samples;
}

function chunkOf(bytes: Buffer, name: string): Buffer | undefined {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === name) return bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}
