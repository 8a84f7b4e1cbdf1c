type Key = string | number;
type Fields = Record<Key, unknown>;

/** What a field of a value is spoilt with; `leftOut`: there is no field. */
const spoilings = { leftOut: undefined, null: null, object: {}, list: [] } as const;

/** A way to spoil one field of a value. */
export type Spoiling = keyof typeof spoilings;

/**
 * Which fields of a value may be spoilt without its being refused, by their paths (`call.endedAt`, of
 * a list its elements by number).
 */
export function stillTaken(
  isTaken: (value: unknown) => boolean,
  sample: unknown,
  spoiling: Spoiling,
): string[] {
  return pathsIn(sample)
    .filter((path) => says(spoiling, sample, path))
    .filter((path) => isTaken(spoilt(sample, path, spoiling)))
    .map((path) => path.join('.'));
}

/** A list may hold any number, and one kind of thing in the place of the same kind is none. */
function says(spoiling: Spoiling, sample: unknown, path: readonly Key[]): boolean {
  const value = path.reduce((inner, key) => (inner as Fields)[key], sample);
  switch (spoiling) {
    case 'leftOut':
      return typeof path.at(-1) === 'string';
    case 'null':
      return value !== null;
    case 'list':
      return !Array.isArray(value);
    case 'object':
      return typeof value !== 'object' || value === null || Array.isArray(value);
    default:
      return spoiling satisfies never;
  }
}

function pathsIn(value: unknown, before: readonly Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...before, Array.isArray(value) ? Number(name) : name];
    return [path, ...pathsIn(inner, path)];
  });
}

function spoilt(value: unknown, [key, ...rest]: readonly Key[], spoiling: Spoiling): unknown {
  if (key === undefined) return spoilings[spoiling];
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Fields;
  if (rest.length === 0 && spoiling === 'leftOut') delete copy[key];
  else copy[key] = spoilt(copy[key], rest, spoiling);
  return copy;
}
