'use client';
import { useEffect, useState } from 'react';

/** What is shown for a while goes within so long of its time. */
const STEP_MS = 1_000;

/** The time, in milliseconds since 1970, a second at a time. */
export function useSteadyClock(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
