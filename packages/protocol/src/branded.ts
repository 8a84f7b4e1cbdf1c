import type * as v from 'valibot';

/** What reads an id of this name from a text. */
export type IdSchema<Name extends string> = v.GenericSchema<string, string & v.Brand<Name>>;

/**
 * Gives what a schema reads a name of its own, in the type alone: valibot's `brand` does the same with
 * code that every desk of @agent/ui would load.
 */
export function branded<Name extends string>(schema: v.GenericSchema<string>): IdSchema<Name> {
  return schema as v.GenericSchema as IdSchema<Name>;
}
