/** How a test WAV is stored. */
export interface WavOptions {
  readonly sampleRate?: number;
  readonly channels?: 1 | 2;
  /** Bits of PCM, or 'float' for 32-bit float. */
  readonly bits?: 8 | 16 | 24 | 32 | 'float';
  readonly extensible?: boolean;
}

/** Writes samples between −1 and 1 as a WAV file; with two channels both carry the same. */
export function wavFile(samples: ArrayLike<number>, options: WavOptions = {}): Buffer {
  const { sampleRate = 16_000, channels = 1, bits = 16, extensible = false } = options;
  const bytes = bits === 'float' ? 4 : bits / 8;
  const codec = bits === 'float' ? 3 : 1;
  const format = Buffer.alloc(extensible ? 40 : 16);
  format.writeUInt16LE(extensible ? 0xfffe : codec, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * channels * bytes, 8);
  format.writeUInt16LE(channels * bytes, 12);
  format.writeUInt16LE(bytes * 8, 14);
  if (extensible) format.writeUInt16LE(codec, 24);
  const data = Buffer.alloc(samples.length * channels * bytes);
  for (let at = 0; at < samples.length * channels; at += 1) {
    writeSample(data, at * bytes, samples[Math.floor(at / channels)] ?? 0, bits);
  }
  return Buffer.concat([
    Buffer.from('RIFF'),
    uint32(4 + 8 + format.length + 8 + data.length),
    Buffer.from('WAVE'),
    ...chunk('fmt ', format),
    ...chunk('data', data),
  ]);
}

/** A chunk of a RIFF file: name, size, body. */
export function chunk(name: string, body: Buffer): Buffer[] {
  return [Buffer.from(name), uint32(body.length), body];
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function writeSample(
  data: Buffer,
  at: number,
  value: number,
  bits: NonNullable<WavOptions['bits']>,
): void {
  if (bits === 'float') data.writeFloatLE(value, at);
  else if (bits === 8) data.writeUInt8(Math.round(value * 127) + 128, at);
  else data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), at, bits / 8);
}
