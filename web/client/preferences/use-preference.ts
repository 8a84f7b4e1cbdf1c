'use client';
import { useCallback, useEffect, useState } from 'react';
import { type Preference, readPreference, writePreference } from './preference.ts';

/** A remembered value. The first render has the fallback, as on the server. */
export function usePreference<T>(preference: Preference<T>): [T, (next: T) => void] {
  const [value, setValue] = useState(preference.fallback);
  useEffect(() => setValue(readPreference(preference)), [preference]);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      writePreference(preference, next);
    },
    [preference],
  );
  return [value, change];
}
