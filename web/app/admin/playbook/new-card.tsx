'use client';
import type { StoredCard } from '@agent/protocol';
import { Select } from '@agent/ui';
import { useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import { type CardDraft, newDraft, textOfDraft } from '#client/admin/playbook/card-draft.ts';
import { useCardSaving } from '#client/admin/playbook/use-card-saving.ts';
import type { Drafts } from '#client/admin/unsaved.tsx';
import { useKeptDraft } from '#client/admin/use-kept-draft.ts';
import { CardTabs } from './card-tabs.tsx';
import { SaveBar } from './save-bar.tsx';

interface NewCardProps {
  drafts: Drafts<CardDraft>;
  /** Under which what is typed is kept. */
  draftKey: string;
  titleOf(id: string): string;
  onClose(): void;
  onAdded(card: StoredCard): void;
}

/** A card that is to be, from nothing or as a copy. */
export function NewCard({ drafts, draftKey, titleOf, onClose, onAdded }: NewCardProps) {
  const [kept, onDraftChange] = useKeptDraft(drafts, draftKey, isWritten);
  const draft = kept ?? newDraft();
  const saving = useCardSaving();
  const [enabled, setEnabled] = useState(true);
  const isDirty = isWritten(draft);
  return (
    <div className="playbook-edit">
      <BackToList onBack={onClose}>All cards</BackToList>
      <header className="playbook-card-head">
        <h2>New card</h2>
      </header>
      <CardTabs
        draft={draft}
        onDraftChange={onDraftChange}
        ownId={null}
        titleOf={titleOf}
        enabled={true}
        history={null}
      />
      <Select
        label="Begin as"
        options={[
          { value: 'on', label: 'On: it comes up as soon as it is added' },
          { value: 'off', label: 'Off: to be switched on later' },
        ]}
        value={enabled ? 'on' : 'off'}
        onValueChange={(value) => setEnabled(value === 'on')}
      />
      <SaveBar
        draft={draft}
        ownId={null}
        said={
          enabled
            ? 'Agents get the card within two seconds, also in calls that are going on.'
            : 'Nothing comes up before you switch the card on.'
        }
        isDirty={isDirty}
        isBlocked={false}
        isPending={saving.isPending}
        problem={saving.problem}
        saveLabel="Add the card"
        onDiscard={() => {
          onDraftChange(undefined);
          onClose();
        }}
        onSave={async (card) => {
          const added = await saving.save(card.id, { version: 0, card, enabled });
          if (added) onAdded(added);
        }}
      />
    </div>
  );
}

function isWritten(draft: CardDraft): boolean {
  return textOfDraft(draft) !== textOfDraft(newDraft());
}
