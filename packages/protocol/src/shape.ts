/**
 * Reads a value of unknown making: gives what is expected and leaves out what is not part of it, or
 * throws a `MisfitError`. What browsers check is described by shapes, as zod would be more than twice
 * of what they load besides to follow a call (docs/decisions/0010).
 */
export type Shape<T> = (value: unknown) => T;

/** What a shape reads. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** A value is not what was expected. */
export class MisfitError extends Error {
  override readonly name = 'MisfitError';
  readonly #expected: string;
  /** Names of the fields that lead to the value, from the outside in. */
  readonly path: readonly string[];

  constructor(expected: string, path: readonly string[] = []) {
    super(`Expected ${expected}.`);
    this.#expected = expected;
    this.path = path;
  }

  /** The same, seen from the object that has the value in this field. */
  in(field: string): MisfitError {
    return new MisfitError(this.#expected, [field, ...this.path]);
  }
}
