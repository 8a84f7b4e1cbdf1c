import { readFile, writeFile } from 'node:fs/promises';
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

/** Writes samples as `readRecording` reads them. */
export async function writeRecording(path: string, samples: Int16Array): Promise<void> {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(16_000, 24);
  header.writeUInt32LE(32_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  const body = Buffer.alloc(samples.byteLength);
  for (const [index, sample] of samples.entries()) body.writeInt16LE(sample, index * 2);
  await writeFile(path, Buffer.concat([header, body]));
}

function chunkOf(bytes: Buffer, name: string): Buffer | undefined {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === name) return bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}
