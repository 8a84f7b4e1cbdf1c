import { AudioError } from './audio-error.ts';
import { formatNameOf } from './format-name.ts';
import { type SampleFormat, sampleReader } from './sample-reader.ts';

/** Speech as one channel of samples between −1 and 1. */
export interface MonoAudio {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

interface WavFormat {
  readonly sampleFormat: SampleFormat;
  readonly channels: number;
  readonly sampleRate: number;
}

const PCM = 1;
const IEEE_FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** Writers that stream cannot know the size and leave one of these (0 counts as such, too). */
const UNKNOWN_SIZE_FROM = 0x7fff0000;
const MIN_RATE = 4000;
const MAX_RATE = 192_000;

/** Reads a WAV file: any rate, 8/16/24/32-bit PCM or 32-bit float, mono or stereo (mixed down). */
export function parseWav(bytes: Uint8Array): MonoAudio {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') {
    throw AudioError.notWav(formatNameOf(bytes));
  }
  const { format, dataStart, dataEnd } = findChunks(view);
  const samples = mixDown(view, dataStart, dataEnd, format);
  return { samples, sampleRate: format.sampleRate };
}

function findChunks(view: DataView): { format: WavFormat; dataStart: number; dataEnd: number } {
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    const name = tag(view, at);
    if (name === 'fmt ') format = readFormat(view, body, size);
    if (name === 'data') {
      if (format === undefined) throw AudioError.brokenHeader('"data" comes before "fmt "');
      return { format, dataStart: body, dataEnd: endOfData(view, body, size) };
    }
    at = body + size + (size % 2);
  }
  throw AudioError.brokenHeader(format === undefined ? 'no "fmt " chunk' : 'no "data" chunk');
}

function endOfData(view: DataView, start: number, size: number): number {
  if (size === 0 || size >= UNKNOWN_SIZE_FROM) return view.byteLength;
  if (start + size <= view.byteLength) return start + size;
  throw new AudioError(
    'truncated',
    `The WAV file is cut off: its header announces ${size} bytes of audio, ${view.byteLength - start} follow.`,
  );
}

function readFormat(view: DataView, at: number, size: number): WavFormat {
  if (size < 16 || at + size > view.byteLength)
    throw AudioError.brokenHeader('"fmt " is too short');
  const announced = view.getUint16(at, true);
  if (announced === EXTENSIBLE && size < 26) throw AudioError.brokenHeader('"fmt " is too short');
  const codec = announced === EXTENSIBLE ? view.getUint16(at + 24, true) : announced;
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  if (channels !== 1 && channels !== 2) {
    throw new AudioError('unsupported-layout', `${channels} channels; send one or two.`);
  }
  if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
    throw new AudioError(
      'unsupported-layout',
      `A sample rate of ${sampleRate} Hz; send between ${MIN_RATE} and ${MAX_RATE} Hz.`,
    );
  }
  return { sampleFormat: sampleFormat(codec, view.getUint16(at + 14, true)), channels, sampleRate };
}

function sampleFormat(codec: number, bits: number): SampleFormat {
  if (codec === IEEE_FLOAT && bits === 32) return 'float32';
  if (codec === PCM) {
    if (bits === 8) return 'uint8';
    if (bits === 16) return 'int16';
    if (bits === 24) return 'int24';
    if (bits === 32) return 'int32';
  }
  throw AudioError.unsupportedCodec(`format tag ${codec} with ${bits} bits a sample`);
}

function mixDown(view: DataView, start: number, end: number, format: WavFormat): Float32Array {
  const { read, bytes } = sampleReader(format.sampleFormat);
  const frameBytes = bytes * format.channels;
  const samples = new Float32Array(Math.floor((end - start) / frameBytes));
  for (let frame = 0; frame < samples.length; frame += 1) {
    const at = start + frame * frameBytes;
    const left = read(view, at);
    samples[frame] = format.channels === 1 ? left : (left + read(view, at + bytes)) / 2;
  }
  if (format.sampleFormat === 'float32') checkFinite(samples);
  return samples;
}

function checkFinite(samples: Float32Array): void {
  if (samples.every(Number.isFinite)) return;
  throw new AudioError('not-a-number', 'The WAV file holds samples that are not finite numbers.');
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
