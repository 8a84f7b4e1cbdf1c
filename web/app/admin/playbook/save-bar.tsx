'use client';
import type { PlaybookCard } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import { type CardDraft, checkDraft } from '#client/admin/playbook/card-draft.ts';

interface SaveBarProps {
  draft: CardDraft;
  ownId: string | null;
  /** What saving does. */
  said: string;
  isDirty: boolean;
  /** Something is to be decided first. */
  isBlocked: boolean;
  isPending: boolean;
  problem: string | null;
  saveLabel?: string;
  onSave(card: PlaybookCard): Promise<void>;
  onDiscard(): void;
}

/** Says what saving does and what stands in its way, and does it. */
export function SaveBar({ draft, ownId, said, saveLabel = 'Save', ...rest }: SaveBarProps) {
  if (!rest.isDirty) return null;
  const { card, issues } = checkDraft(draft, ownId);
  const needs = issues.length === 1 ? '1 thing needs' : `${issues.length} things need`;
  return (
    <div className="playbook-saving">
      {rest.problem ? <Notice tone="error" title={rest.problem} /> : null}
      <p className={card ? 'playbook-muted' : 'playbook-error'} role="status">
        {card ? said : `${needs} another look before this can be saved.`}
      </p>
      <div className="playbook-buttons">
        <Button onClick={rest.onDiscard}>Discard</Button>
        <Button
          variant="primary"
          pending={rest.isPending}
          disabled={!card || rest.isBlocked}
          onClick={() => card && void rest.onSave(card)}
        >
          {saveLabel}
        </Button>
      </div>
    </div>
  );
}
