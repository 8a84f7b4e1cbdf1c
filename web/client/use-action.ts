'use client';
import { useCallback, useState } from 'react';
import { messageOf } from './request-error.ts';

/** A request started by a button. */
export interface Action<Args extends unknown[]> {
  run(...args: Args): Promise<boolean>;
  pending: boolean;
  /** What went wrong the last time, in words. */
  problem: string | null;
  clear(): void;
}

/** Runs a request, keeping whether it is under way and what went wrong. `run` tells whether it worked. */
export function useAction<Args extends unknown[]>(
  work: (...args: Args) => Promise<unknown>,
): Action<Args> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const clear = useCallback(() => setProblem(null), []);
  const run = async (...args: Args) => {
    setPending(true);
    setProblem(null);
    try {
      await work(...args);
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      return false;
    } finally {
      setPending(false);
    }
  };
  return { run, pending, problem, clear };
}
