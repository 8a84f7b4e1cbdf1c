import { MisfitError, type Shape, type Shaped } from './shape.ts';
import { anything } from './value-shape.ts';

/** Shapes by the name of their field. */
export type Fields = Readonly<Record<string, Shape<unknown>>>;

/** What an object of these fields holds. */
export type Shapes<F extends Fields> = { [N in keyof F]: Shaped<F[N]> };

/** An object with these fields; others are left out. */
export function record<F extends Fields>(fields: F): Shape<Shapes<F>> {
  const names = Object.keys(fields) as (keyof F & string)[];
  return (value) => {
    const given = fieldsOf(value);
    const read = names.map((name) => [name, readField(given, name, fields[name] ?? anything)]);
    return Object.fromEntries(read);
  };
}

/** An object whose field `tag` says which of these fields it has besides. */
export function tagged<T extends string, K extends Readonly<Record<string, Fields>>>(
  tag: T,
  kinds: K,
): Shape<Tagged<T, K>> {
  const shapes = Object.entries(kinds).map(([kind, fields]) => [kind, record(fields)] as const);
  const shapeOf = new Map<unknown, Shape<unknown>>(shapes);
  return (value) => {
    const kind = fieldsOf(value)[tag];
    const shape = shapeOf.get(kind);
    if (!shape) throw new MisfitError(`one of ${[...shapeOf.keys()].join(', ')}`, [tag]);
    return Object.assign({ [tag]: kind }, shape(value)) as Tagged<T, K>;
  };
}

/** Every object that `tagged` reads. */
export type Tagged<T extends string, K extends Readonly<Record<string, Fields>>> = {
  [N in keyof K]: { [P in T]: N } & Shapes<K[N]>;
}[keyof K];

/** Reads one field of an object; a misfit says where it is. */
export function readField<T>(
  given: Readonly<Record<string, unknown>>,
  name: string,
  shape: Shape<T>,
): T {
  try {
    return shape(given[name]);
  } catch (error) {
    throw error instanceof MisfitError ? error.in(name) : error;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MisfitError('an object');
  }
  return value as Record<string, unknown>;
}
