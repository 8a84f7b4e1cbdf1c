'use client';
import type { SettingKey, SettingsView } from '@agent/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { readSettings } from './settings-api.ts';

const queryKey = ['settings'];

/** All settings; looked at anew whenever the page is opened. */
export function useSettings() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => readSettings(signal),
    staleTime: 0,
  });
}

/** Lets the page know what the server has just answered. */
export function useKnownSettings(): (view: SettingsView) => void {
  const client = useQueryClient();
  return useCallback((view) => client.setQueryData(queryKey, view), [client]);
}

/** What is typed for a setting, and the version that was in sight then. */
export interface SettingDraft {
  text: string;
  version: number;
}

/** What is typed for each setting, so that looking at another one loses nothing. */
export function useSettingDrafts() {
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<SettingKey, SettingDraft>>>>({});
  const isAnyTyped = Object.values(drafts).some((draft) => draft !== undefined);
  useEffect(() => {
    if (!isAnyTyped) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAnyTyped]);
  return {
    of: (key: SettingKey) => drafts[key],
    set: (key: SettingKey, draft: SettingDraft | undefined) =>
      setDrafts((before) => ({ ...before, [key]: draft })),
  };
}
