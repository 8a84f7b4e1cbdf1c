'use client';
import { settingKeys } from '@agent/protocol';
import { Button, EmptyState, Notice, Skeleton } from '@agent/ui';
import { SlidersHorizontal } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import {
  useKnownSettings,
  useSettingDrafts,
  useSettings,
} from '#client/admin/settings/use-settings.ts';
import { messageOf } from '#client/http/request-error.ts';
import { SampleDataSection } from './sample-data-section.tsx';
import { SettingEditor } from './setting-editor.tsx';
import { SettingList } from './setting-list.tsx';

const ofAddress = parseAsStringLiteral(settingKeys).withOptions({ history: 'push' });

/** The settings at the left, the one that is looked at at the right. */
export function SettingsPage() {
  const [selected, select] = useQueryState('setting', ofAddress);
  const { data, error, isPaused, refetch } = useSettings();
  const known = useKnownSettings();
  const drafts = useSettingDrafts();
  const view = data?.settings.find(({ key }) => key === selected);
  return (
    <div className="admin-panes" data-editing={selected !== null}>
      <section className="admin-list" aria-labelledby="settings-title">
        <h1 id="settings-title">Settings</h1>
        <p className="settings-muted">
          What you save is in force within two seconds, also for calls that are going on.
        </p>
        {error ? (
          <Notice
            tone={data ? 'warning' : 'error'}
            title={data ? 'These settings may be old' : 'The settings could not be fetched'}
            action={
              <Button size="sm" onClick={() => void refetch()}>
                Try again
              </Button>
            }
          >
            {messageOf(error)}
          </Notice>
        ) : null}
        {data ? (
          <SettingList
            settings={data.settings}
            selected={selected}
            isTyped={(key) => drafts.of(key) !== undefined}
            onSelect={(key) => void select(key)}
          />
        ) : null}
        {data ? <SampleDataSection /> : null}
        {!data && isPaused ? <Notice tone="warning" title="You are offline" /> : null}
        {!data && !error && !isPaused ? <Skeleton lines={10} height="40px" /> : null}
      </section>
      <section className="admin-edit" aria-label="Setting">
        {view ? (
          <SettingEditor
            key={view.key}
            view={view}
            draft={drafts.of(view.key)}
            onDraftChange={(draft) => drafts.set(view.key, draft)}
            onSaved={known}
            onStale={() => void refetch()}
            onClose={() => void select(null)}
          />
        ) : (
          <EmptyState
            icon={<SlidersHorizontal />}
            title="Choose a setting"
            description="What it changes, its default and who has set it are shown here."
          />
        )}
      </section>
    </div>
  );
}
