import { MisfitError, type Shape } from './shape.ts';

/** Any value at all, for what another shape reads. */
export const anything: Shape<unknown> = (value) => value;

/** A boolean. */
export const flag: Shape<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new MisfitError('a boolean');
  return value;
};

/** A string, also an empty one. */
export const text: Shape<string> = (value) => {
  if (typeof value !== 'string') throw new MisfitError('a string');
  return value;
};

/** A string so many characters long. */
export function textOf(min: number, max = Number.POSITIVE_INFINITY): Shape<string> {
  return (value) => {
    const read = text(value);
    const { length } = [...read];
    if (length < min || length > max) throw new MisfitError(`${min} to ${max} characters`);
    return read;
  };
}

/** The same once white space at its ends is taken off. */
export function trimmedText(min: number, max: number): Shape<string> {
  const measured = textOf(min, max);
  return (value) => measured(text(value).trim());
}

/** A string of a pattern; `what` names it. */
export function matching(pattern: RegExp, what: string): Shape<string> {
  return (value) => {
    const read = text(value);
    if (!pattern.test(read)) throw new MisfitError(what);
    return read;
  };
}

/** A UUID as RFC 9562 has it. */
export const uuid = matching(
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i,
  'a UUID',
);

const isoPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A time as ISO 8601 writes it, with its offset. */
export const isoTime: Shape<string> = (value) => {
  const read = text(value);
  if (!isoPattern.test(read) || Number.isNaN(Date.parse(read))) throw new MisfitError('a time');
  return read;
};

/** A number between these, both included; any without them. */
export function number(min = -Number.MAX_VALUE, max = Number.MAX_VALUE): Shape<number> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= min && value <= max)) {
      throw new MisfitError(`a number from ${min} to ${max}`);
    }
    return value;
  };
}

/** A whole number between these, both included. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  const between = number(min, max);
  return (value) => {
    if (!Number.isInteger(value)) throw new MisfitError('a whole number');
    return between(value);
  };
}

/** One of a closed list of words. */
export function oneOf<const W extends string>(words: readonly W[]): Shape<W> {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new MisfitError(`one of ${words.join(', ')}`);
    return word;
  };
}

/** What the shape reads, or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}
