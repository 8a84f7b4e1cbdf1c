/** How one sample of one channel is stored in a WAV file. */
export type SampleFormat = 'uint8' | 'int16' | 'int24' | 'int32' | 'float32';

interface SampleReader {
  /** Bytes that one sample of one channel takes. */
  readonly bytes: number;
  /** The sample at a byte offset as a number between −1 and 1. */
  readonly read: (view: DataView, at: number) => number;
}

const READERS = {
  uint8: { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) / 128 },
  int16: { bytes: 2, read: (view, at) => view.getInt16(at, true) / 32_768 },
  int24: {
    bytes: 3,
    read: (view, at) => (view.getInt8(at + 2) * 65_536 + view.getUint16(at, true)) / 8_388_608,
  },
  int32: { bytes: 4, read: (view, at) => view.getInt32(at, true) / 2_147_483_648 },
  float32: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
} as const satisfies Record<SampleFormat, SampleReader>;

/** The reader for one stored form of samples. */
export function sampleReader(format: SampleFormat): SampleReader {
  return READERS[format];
}
