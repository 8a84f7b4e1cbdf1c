'use client';
import { type SettingView, settingInWords } from '@agent/protocol';
import { Button, Notice, RelativeTime } from '@agent/ui';
import type { SettingDraft } from '#client/admin/settings/use-settings.ts';

interface NewerNoticeProps {
  view: SettingView;
  draft: SettingDraft | undefined;
  pending: boolean;
  /** Forgets what was typed. */
  onTheirs(): void;
  /** Saves what was typed all the same. */
  onMine(): void;
}

/** Says that somebody else has set it since one began to type; what was typed is kept. */
export function NewerNotice({ view, draft, pending, onTheirs, onMine }: NewerNoticeProps) {
  const [newest] = view.history;
  if (!draft || !newest || draft.version === view.version) return null;
  return (
    <Notice
      tone="warning"
      title={`${newest.setBy ?? 'Somebody'} has changed this meanwhile`}
      action={
        <>
          <Button size="sm" onClick={onTheirs}>
            Take theirs
          </Button>{' '}
          <Button size="sm" pending={pending} onClick={onMine}>
            Save mine all the same
          </Button>
        </>
      }
    >
      It was set to {settingInWords(view.key, newest.value)} <RelativeTime at={newest.setAt} />.
      What you typed is not saved.
    </Notice>
  );
}
