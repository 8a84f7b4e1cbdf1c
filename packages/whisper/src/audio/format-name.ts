const SIGNATURES: ReadonlyArray<readonly [offset: number, text: string, name: string]> = [
  [0, 'ID3', 'MP3'],
  [0, '\xff\xfb', 'MP3'],
  [0, '\xff\xf3', 'MP3'],
  [0, 'OggS', 'Ogg'],
  [0, 'fLaC', 'FLAC'],
  [0, '\x1aE\xdf\xa3', 'WebM or Matroska'],
  [4, 'ftyp', 'MP4 or M4A'],
  [0, 'FORM', 'AIFF'],
  [0, 'RF64', 'RF64 (WAV beyond 4 GB)'],
  [0, '#!AMR', 'AMR'],
];

/** Names a well-known audio format by its first bytes, so that an error can say what was sent. */
export function formatNameOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return SIGNATURES.find(([offset, text]) => head.startsWith(text, offset))?.[2];
}
