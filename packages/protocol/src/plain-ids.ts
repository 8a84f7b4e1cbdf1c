import type * as v from 'valibot';

/**
 * A type with a plain text wherever it has a branded id: what somebody writes who knows no ids of
 * ours, in another desk or before anything is parsed.
 */
export type PlainIds<T> = T extends { [v.BrandSymbol]: unknown }
  ? string
  : T extends object
    ? { [K in keyof T]: PlainIds<T[K]> }
    : T;
