'use client';
import type { CardTrial, CardTrialRequest } from '@agent/protocol';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../http/request-error.ts';
import { tryCard } from './playbook-api.ts';

/** What is said in a trial, the last of it just now. */
export type TrialTurn = CardTrialRequest['turns'][number];

/** A trial that is asked for by a button; another one takes its place. */
export interface Trial {
  result: CardTrial | null;
  isRunning: boolean;
  problem: string | null;
  run(request: Partial<CardTrialRequest>): void;
}

/** Runs trials, the newest only. */
export function useTrial(): Trial {
  const [result, setResult] = useState<CardTrial | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  const run = async (request: Partial<CardTrialRequest>) => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setRunning(true);
    setProblem(null);
    try {
      const trial = await tryCard(request, own.signal);
      if (!own.signal.aborted) setResult(trial);
    } catch (error) {
      if (!own.signal.aborted) setProblem(messageOf(error));
    } finally {
      if (current.current === own) setRunning(false);
    }
  };
  return { result, isRunning, problem, run: (request) => void run(request) };
}
