'use client';
import { type SettingView, settingInWords } from '@agent/protocol';
import { Button, Dialog, Notice } from '@agent/ui';
import type { Saving } from './use-saving.ts';

/** Says what a shorter time deletes, and asks a second time. */
export function ShorterRetention({ saving, view }: { saving: Saving; view: SettingView }) {
  const { shorter } = saving;
  if (!shorter) return null;
  const next = settingInWords(view.key, shorter.change.value ?? view.preset);
  const { sounds, transcripts, figures } = shorter.deletions;
  const isNothing = sounds + transcripts + figures === 0;
  return (
    <Dialog
      open
      onClose={saving.giveUp}
      title={`Keep it for ${next} only?`}
      description={
        isNothing
          ? 'Nothing is old enough yet to be deleted tonight.'
          : 'Tonight this is deleted for good. What a legal hold keeps stays.'
      }
      actions={
        <>
          <Button data-initial-focus onClick={saving.giveUp}>
            Leave it as it is
          </Button>
          <Button
            variant={isNothing ? 'primary' : 'danger'}
            pending={saving.pending}
            onClick={() => void saving.confirm()}
          >
            {isNothing ? 'Save' : 'Save and delete tonight'}
          </Button>
        </>
      }
    >
      {isNothing ? null : (
        <ul className="settings-deletions">
          {sounds > 0 ? <li>The sound of {calls(sounds)}</li> : null}
          {transcripts > 0 ? <li>What was said in {calls(transcripts)}</li> : null}
          {figures > 0 ? <li>All that is left of {calls(figures)}, in reports as well</li> : null}
        </ul>
      )}
      {saving.problem ? <Notice tone="error" title={saving.problem} /> : null}
    </Dialog>
  );
}

function calls(count: number): string {
  return count === 1 ? '1 call' : `${count.toLocaleString('en')} calls`;
}
