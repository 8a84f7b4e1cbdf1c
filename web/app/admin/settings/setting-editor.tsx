'use client';
import {
  type SettingsView,
  type SettingView,
  settingDefinitions,
  settingFault,
  settingInWords,
} from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import { RotateCcw } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import { textOfValue, valueOfText } from '#client/admin/settings/setting-text.ts';
import type { SettingDraft } from '#client/admin/settings/use-settings.ts';
import { NewerNotice } from './newer-notice.tsx';
import { SettingField } from './setting-field.tsx';
import { SettingHistory } from './setting-history.tsx';
import { ShorterRetention } from './shorter-retention.tsx';
import { useSaving } from './use-saving.ts';

interface SettingEditorProps {
  view: SettingView;
  draft: SettingDraft | undefined;
  onDraftChange(draft: SettingDraft | undefined): void;
  onSaved(settings: SettingsView): void;
  /** Somebody else was faster. */
  onStale(): void;
  onClose(): void;
}

/** One setting: what it changes, what is in force, who has set it, and another value for it. */
export function SettingEditor(props: SettingEditorProps) {
  const { view, draft, onDraftChange, onClose } = props;
  const { key, value, preset, history } = view;
  const definition = settingDefinitions[key];
  const saving = useSaving(props);
  const [fault, setFault] = useState<string>();
  const text = draft?.text ?? textOfValue(value);
  const isOverridden = history[0] !== undefined && (history[0].value !== null || view.isUnusable);
  const change = (next: string) => {
    setFault(undefined);
    saving.clear();
    const isAsBefore = next === textOfValue(value);
    onDraftChange(isAsBefore ? undefined : { text: next, version: draft?.version ?? view.version });
  };
  const save = (version: number) => {
    const entered = valueOfText(key, text);
    const found = settingFault(key, entered);
    setFault(found);
    if (found === undefined) void saving.ask({ key, value: entered, version });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && !saving.pending) save(draft.version);
  };
  return (
    <form className="setting-form" onSubmit={submit} noValidate>
      <BackToList onBack={onClose}>All settings</BackToList>
      <h2>{definition.label}</h2>
      <p>{definition.changes}</p>
      {view.isUnusable ? (
        <Notice tone="warning" title="What is stored cannot be used">
          Somebody wrote it to the database by hand. The default is in force.
        </Notice>
      ) : null}
      <NewerNotice
        view={view}
        draft={draft}
        pending={saving.pending}
        onTheirs={() => {
          saving.clear();
          onDraftChange(undefined);
        }}
        onMine={() => save(view.version)}
      />
      <SettingField settingKey={key} text={text} error={fault ?? saving.fault} onChange={change} />
      <p className="settings-muted">
        Default: {settingInWords(key, preset)}. In force: {settingInWords(key, value)}.
      </p>
      {saving.problem ? <Notice tone="error" title={saving.problem} /> : null}
      {saving.isSaved && !draft ? (
        <Notice tone="success" title="Saved">
          In force within two seconds.
        </Notice>
      ) : null}
      <div className="settings-buttons">
        {isOverridden ? (
          <Button
            icon={<RotateCcw />}
            pending={saving.pending}
            onClick={() => void saving.ask({ key, value: null, version: view.version })}
          >
            Back to the default
          </Button>
        ) : null}
        <Button type="submit" variant="primary" pending={saving.pending} disabled={!draft}>
          Save
        </Button>
      </div>
      <ShorterRetention saving={saving} view={view} />
      <SettingHistory view={view} />
    </form>
  );
}
