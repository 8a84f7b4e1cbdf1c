'use client';
import { useCallback, useState } from 'react';
import { messageOf, RequestError } from './request-error.ts';

/** A request started by a button. */
export interface Action<Args extends unknown[]> {
  run(...args: Args): Promise<boolean>;
  pending: boolean;
  /** What went wrong the last time, in words. */
  problem: string | null;
  /** What to mend in a form, by field. */
  fields: Readonly<Record<string, string>>;
  clear(): void;
}

/** Runs a request, keeping whether it is under way and what went wrong. `run` tells whether it worked. */
export function useAction<Args extends unknown[]>(
  work: (...args: Args) => Promise<unknown>,
): Action<Args> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const clear = useCallback(() => {
    setProblem(null);
    setFields({});
  }, []);
  const run = async (...args: Args) => {
    setPending(true);
    clear();
    try {
      await work(...args);
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      if (error instanceof RequestError) setFields(error.fields);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { run, pending, problem, fields, clear };
}
