'use client';
import {
  type Deletions,
  type SettingChange,
  type SettingsView,
  type SettingView,
  settingDefinitions,
} from '@agent/protocol';
import { useState } from 'react';
import { isShorter } from '#client/admin/settings/setting-text.ts';
import { changeSetting, countDeletions } from '#client/admin/settings/settings-api.ts';
import type { SettingDraft } from '#client/admin/settings/use-settings.ts';
import { RequestError } from '#client/http/request-error.ts';
import { useAction } from '#client/http/use-action.ts';

/** A change that deletes what cannot be had back, to be asked for a second time. */
export interface ShorterChange {
  change: SettingChange;
  deletions: Deletions;
}

/** How a setting is saved. */
export interface Saving {
  /** Saves, or asks a second time where that would delete something. */
  ask(change: SettingChange): Promise<void>;
  /** What is asked a second time. */
  shorter: ShorterChange | null;
  confirm(): Promise<void>;
  giveUp(): void;
  pending: boolean;
  problem: string | null;
  /** What is wrong with the value. */
  fault: string | undefined;
  isSaved: boolean;
  clear(): void;
}

interface SavingOptions {
  view: SettingView;
  onDraftChange(draft: SettingDraft | undefined): void;
  onSaved(settings: SettingsView): void;
  onStale(): void;
}

/** Saves a setting; what would be deleted by it is counted before. */
export function useSaving({ view, onDraftChange, onSaved, onStale }: SavingOptions): Saving {
  const [shorter, setShorter] = useState<ShorterChange | null>(null);
  const [isSaved, setSaved] = useState(false);
  const saving = useAction(async (change: SettingChange, isConfirmed: boolean) => {
    setSaved(false);
    const deletions = isConfirmed ? undefined : await deletionsOf(view, change);
    if (deletions) return setShorter({ change, deletions });
    try {
      onSaved(await changeSetting(change));
    } catch (error) {
      if (error instanceof RequestError && error.code === 'conflict') onStale();
      throw error;
    } finally {
      setShorter(null);
    }
    onDraftChange(undefined);
    setSaved(true);
  });
  const fault = saving.fields[view.key];
  return {
    ask: async (change) => void (await saving.run(change, false)),
    shorter,
    confirm: async () => void (shorter && (await saving.run(shorter.change, true))),
    giveUp: () => setShorter(null),
    pending: saving.pending,
    problem: fault === undefined ? saving.problem : null,
    fault,
    isSaved,
    clear: () => {
      saving.clear();
      setSaved(false);
    },
  };
}

/** What a change would delete; undefined when it keeps things for as long or longer. */
async function deletionsOf(
  { key, value, preset }: SettingView,
  change: SettingChange,
): Promise<Deletions | undefined> {
  if (settingDefinitions[key].group !== 'keeping') return undefined;
  const next = change.value ?? preset;
  return isShorter(next, value) ? countDeletions({ [key]: Number(next) }) : undefined;
}
