import type { z } from 'zod';

/** Something small that this browser remembers. */
export interface Preference<T> {
  key: string;
  schema: z.ZodType<T>;
  /** Used when nothing is stored or what is stored makes no sense. */
  fallback: T;
}

/** Reads what is remembered. Never fails: storage may be switched off. */
export function readPreference<T>({ key, schema, fallback }: Preference<T>): T {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : fallback;
  } catch {
    return fallback;
  }
}

/** Remembers a value; tells whether that worked. */
export function writePreference<T>({ key }: Preference<T>, value: T): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
