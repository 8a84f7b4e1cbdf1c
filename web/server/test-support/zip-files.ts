const FILE_MARK = 0x02014b50;
const END_MARK = 0x06054b50;
const END_BYTES = 22;

/** The files in a zip that compresses nothing, by name, as its table of contents has them. */
export function zipFiles(zip: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_BYTES;
  if (view.getUint32(end, true) !== END_MARK) throw new Error('It is no whole zip file.');
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== FILE_MARK) throw new Error('Its table of contents is broken.');
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameBytes));
    const place = view.getUint32(at + 42, true);
    const begin = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    files.set(name, zip.subarray(begin, begin + view.getUint32(at + 24, true)));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
