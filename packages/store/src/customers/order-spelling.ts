import type { Fragment, Queryable } from '../database/connect.ts';

/**
 * The column of `orders` that has numbers as this one is said or typed: people leave the letters out,
 * so digits alone are compared with digits alone.
 */
export function orderSpelling(db: Queryable, said: string): Fragment {
  return /^\d+$/.test(said) ? db`digits` : db`letters_and_digits`;
}
