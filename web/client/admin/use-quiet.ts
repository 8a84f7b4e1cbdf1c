import { useEffect, useState } from 'react';

/** Quiet time after a key before a list is asked for. */
const QUIET_MS = 250;

/** A text once nobody has typed for a moment. */
export function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
