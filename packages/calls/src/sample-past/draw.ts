/** Chance that is the same for the same seed. */
export interface Draw {
  /** From 0 to below 1. */
  share(): number;
  /** Whether something happens that happens in so many cases of 1. */
  isOne(probability: number): boolean;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** One of a list that has some. */
  one<T>(list: readonly T[]): T;
  /** Around 0 with deviation 1. */
  normal(): number;
  /** A duration whose median this is; `spread` is the deviation of its logarithm. */
  duration(medianMs: number, spread: number): number;
  /** How often something happens that happens so often on average. */
  times(mean: number): number;
  /** A UUID as random ones are. */
  id(): string;
}

/** A source of chance; the parts of the seed may be numbers or words. */
export function createDraw(...seed: readonly (number | string)[]): Draw {
  const share = seededShares(hashOf(seed.join('/')));
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    normal,
    isOne: (probability) => share() < probability,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    one: (list) => {
      const found = list[Math.floor(share() * list.length)];
      if (found === undefined) throw new RangeError('There is nothing to draw from.');
      return found;
    },
    duration: (medianMs, spread) => Math.max(1, Math.round(medianMs * Math.exp(spread * normal()))),
    times: (mean) => timesOf(mean, share, normal),
    id: () => uuidOf(share),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededShares(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number of 32 bits for a text (FNV-1a, mixed once more). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Poisson: counted one by one where it is rare, by the normal curve where it is not. */
function timesOf(mean: number, share: () => number, normal: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = share(); product > least; product *= share()) count += 1;
  return count;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** As random ones are: version 4, and the variant of RFC 9562. */
function uuidOf(share: () => number): string {
  let text = '';
  for (let byte = 0; byte < 16; byte += 1) {
    let value = Math.floor(share() * 256);
    if (byte === 6) value = (value & 0x0f) | 0x40;
    if (byte === 8) value = (value & 0x3f) | 0x80;
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) text += '-';
    text += hexOfByte[value];
  }
  return text;
}
