import 'server-only';

/** Bytes of something; `to` is after the last one. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The bytes that a `Range` header asks for of something of `size` bytes. Undefined: all of it, also where
 * the header makes no sense or asks for several ranges, as RFC 9110 allows; `unsatisfiable`: none of
 * them exist.
 */
export function byteRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '') {
    if (last === '') return undefined;
    const count = Math.min(Number(last), size);
    return count === 0 ? 'unsatisfiable' : { from: size - count, to: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return undefined;
  if (from >= size) return 'unsatisfiable';
  return { from, to: last === '' ? size : Math.min(Number(last) + 1, size) };
}
