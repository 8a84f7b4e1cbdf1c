import { useEffect, useState } from 'react';

/** The time in epoch milliseconds, renewed every `intervalMs`; `nowMs` replaces the clock. */
export function useNow(intervalMs: number, nowMs?: number): number {
  const [ownMs, setOwnMs] = useState(() => Date.now());
  const injected = nowMs !== undefined;
  useEffect(() => {
    if (injected) return;
    setOwnMs(Date.now());
    const timer = setInterval(() => setOwnMs(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs, injected]);
  return nowMs ?? ownMs;
}
