'use client';
import type { StoredCard } from '@agent/protocol';
import { Badge, Button, Notice, RelativeTime, Skeleton } from '@agent/ui';
import { CircleOff, CirclePower } from 'lucide-react';
import { useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import {
  type CardDraft,
  draftOf,
  isAsStored,
  isUnchanged,
} from '#client/admin/playbook/card-draft.ts';
import { changeWords } from '#client/admin/playbook/card-words.ts';
import { useCardSaving } from '#client/admin/playbook/use-card-saving.ts';
import { useCard } from '#client/admin/playbook/use-playbook.ts';
import type { Drafts } from '#client/admin/unsaved.tsx';
import { useKeptDraft } from '#client/admin/use-kept-draft.ts';
import { messageOf, RequestError } from '#client/http/request-error.ts';
import { CardConflict } from './card-conflict.tsx';
import { CardHistory } from './card-history.tsx';
import { CardTabs } from './card-tabs.tsx';
import { SaveBar } from './save-bar.tsx';

interface CardEditorProps {
  id: string;
  drafts: Drafts<CardDraft>;
  titleOf(id: string): string;
  onCopy(card: unknown): void;
  onClose(): void;
}

/** One card: its words as a form and as text, what they bring up, and what they have been. */
export function CardEditor(props: CardEditorProps) {
  const { data: stored, error, isPaused, refetch } = useCard(props.id);
  if (stored) return <Editor {...props} stored={stored} />;
  const isGone = error instanceof RequestError && error.code === 'not-found';
  return (
    <div className="playbook-edit">
      <BackToList onBack={props.onClose}>All cards</BackToList>
      {isGone ? (
        <Notice tone="warning" title="There is no such card">
          Choose another at the left.
        </Notice>
      ) : error ? (
        <Notice
          tone="error"
          title="The card could not be fetched"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {messageOf(error)}
        </Notice>
      ) : isPaused ? (
        <Notice tone="warning" title="You are offline" />
      ) : (
        <Skeleton lines={8} height="44px" />
      )}
    </div>
  );
}

function Editor({ stored, id, drafts, ...props }: CardEditorProps & { stored: StoredCard }) {
  const [kept, onDraftChange] = useKeptDraft(
    drafts,
    id,
    (typed) => !isUnchanged(typed, stored.card),
  );
  const [done, setDone] = useState<string | null>(null);
  const saving = useCardSaving();
  const draft = kept ?? draftOf(stored);
  const isDirty = kept !== undefined && !isUnchanged(kept, stored.card);
  const isOvertaken = isDirty && draft.version < stored.version;
  const change = (next: CardDraft) => {
    setDone(null);
    onDraftChange(isAsStored(next, stored.card) ? undefined : next);
  };
  const settle = (words: string) => {
    onDraftChange(undefined);
    saving.forget();
    setDone(words);
  };
  const flip = async () => {
    const enabled = !stored.enabled;
    const saved = await saving.save(id, { version: stored.version, enabled });
    if (!saved) return;
    // It was this page that made the newer version: what is typed stays a change of it.
    if (kept) onDraftChange({ ...kept, version: saved.version });
    setDone(
      enabled
        ? 'The card is on: it comes up from now on, also in calls that are going on.'
        : 'The card is off: it does not come up any more. What agents see of it now stays.',
    );
  };
  return (
    <div className="playbook-edit">
      <BackToList onBack={props.onClose}>All cards</BackToList>
      <Head
        stored={stored}
        isPending={saving.isPending}
        onFlip={() => void flip()}
        onCopy={() => props.onCopy(stored.card)}
      />
      {done ? <Notice tone="success" title={done} onDismiss={() => setDone(null)} /> : null}
      {saving.problem && !isDirty ? (
        <Notice tone="error" title={saving.problem} onDismiss={saving.forget} />
      ) : null}
      {isOvertaken ? (
        <CardConflict
          stored={saving.conflict ?? stored}
          draft={draft}
          problem={saving.problem}
          onTakeTheirs={() => settle('You have their version now.')}
          onKeepMine={() => {
            saving.forget();
            onDraftChange({ ...draft, version: stored.version });
          }}
        />
      ) : null}
      <CardTabs
        draft={draft}
        onDraftChange={change}
        ownId={id}
        titleOf={props.titleOf}
        enabled={stored.enabled}
        history={
          <CardHistory
            stored={stored}
            hasDraft={isDirty}
            onRestored={settle}
            onEdit={(card) => change(draftOf({ version: stored.version, card }))}
          />
        }
      />
      <SaveBar
        draft={draft}
        ownId={id}
        said={willSay(stored)}
        isDirty={isDirty}
        isBlocked={isOvertaken}
        isPending={saving.isPending}
        problem={isOvertaken ? null : saving.problem}
        onDiscard={() => {
          saving.forget();
          onDraftChange(undefined);
        }}
        onSave={async (card) => {
          if (await saving.save(id, { version: draft.version, card })) {
            settle('Saved.');
          }
        }}
      />
    </div>
  );
}

/** What saving does, said before. */
function willSay({ enabled, isOfProject, isEdited }: StoredCard): string {
  const use = enabled
    ? 'Agents get these words within two seconds, also in calls that are going on.'
    : 'The card is off: nothing comes up before you switch it on.';
  const files =
    isOfProject && !isEdited ? ' From then on the project’s files leave this card alone.' : '';
  return `${use}${files}`;
}

function Head({
  stored,
  isPending,
  onFlip,
  onCopy,
}: {
  stored: StoredCard;
  isPending: boolean;
  onFlip(): void;
  onCopy(): void;
}) {
  const { id, card, enabled, version, lastChange } = stored;
  const title = (card as { title?: unknown } | null)?.title;
  return (
    <header className="playbook-card-head">
      <h2 dir="auto">{typeof title === 'string' ? title : id}</h2>
      {enabled ? (
        <Badge tone="success" icon={<CirclePower />}>
          On
        </Badge>
      ) : (
        <Badge tone="warning" icon={<CircleOff />}>
          Off
        </Badge>
      )}
      <div className="playbook-buttons">
        <Button size="sm" onClick={onCopy}>
          Copy
        </Button>
        <Button size="sm" pending={isPending} onClick={onFlip}>
          {enabled ? 'Switch off' : 'Switch on'}
        </Button>
      </div>
      <p className="playbook-muted">
        {id} · version {version} · {changeWords(lastChange)} <RelativeTime at={lastChange.at} />
      </p>
    </header>
  );
}
