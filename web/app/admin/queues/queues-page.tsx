'use client';
import type { AdminQueue, AdminQueues } from '@agent/protocol';
import { Button, EmptyState, Notice, Skeleton } from '@agent/ui';
import { ListOrdered } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import type { QueueDraft } from '#client/admin/queues/queue-form.ts';
import { useQueues } from '#client/admin/queues/use-queues.ts';
import { useDrafts } from '#client/admin/unsaved.tsx';
import { messageOf } from '#client/http/request-error.ts';
import { QueueEditor } from './queue-editor.tsx';
import { QueueList } from './queue-list.tsx';

/** In the address, in the place of a queue's id; no id has such a sign. */
const NEW = '_new';

/** The queues at the left, the one that is changed or added at the right. */
export function QueuesPage() {
  const list = useQueues();
  const [chosen, setChosen] = useQueryState('queue', parseAsString);
  const drafts = useDrafts<QueueDraft>('/admin/queues');
  const open = (id: string | null) => void setChosen(id, { history: 'push' });
  const retry = (
    <Button size="sm" onClick={() => void list.refetch()}>
      Try again
    </Button>
  );
  return (
    <div className="admin-panes" data-editing={chosen !== null}>
      <section className="admin-list" aria-labelledby="queues-title">
        <div className="queues-head">
          <h1 id="queues-title">Queues</h1>
          <Button variant="primary" onClick={() => open(NEW)}>
            Add a queue
          </Button>
        </div>
        {list.error ? (
          <Notice
            tone={list.data ? 'warning' : 'error'}
            title={list.data ? 'This list may be old' : 'The queues could not be fetched'}
            action={retry}
          >
            {messageOf(list.error)}
          </Notice>
        ) : list.isPaused ? (
          <Notice tone="warning" title="You are offline">
            {list.data ? 'This list may be old.' : 'The queues appear once you are online.'}
          </Notice>
        ) : null}
        {list.data ? (
          <QueueList
            queues={list.data.queues}
            chosenId={chosen}
            isEdited={drafts.has}
            onOpen={open}
          />
        ) : list.error || list.isPaused ? null : (
          <Skeleton className="queues-skeleton" lines={3} height="52px" />
        )}
      </section>
      <section className="admin-edit" aria-label="Queue">
        {list.data ? (
          <Chosen choices={list.data} chosen={chosen} drafts={drafts} onOpen={open} />
        ) : chosen !== null && !list.error ? (
          <Skeleton lines={5} height="44px" />
        ) : null}
      </section>
    </div>
  );
}

function Chosen({
  choices,
  chosen,
  drafts,
  onOpen,
}: {
  choices: AdminQueues;
  chosen: string | null;
  drafts: ReturnType<typeof useDrafts<QueueDraft>>;
  onOpen(id: string | null): void;
}) {
  const [done, setDone] = useState<string | null>(null);
  const queue = choices.queues.find(({ id }) => id === chosen) ?? null;
  const open = (id: string | null, words: string | null) => {
    setDone(words);
    onOpen(id);
  };
  if (chosen === null) return <NothingChosen done={done} />;
  if (!queue && chosen !== NEW) {
    return (
      <div className="queue-form">
        <BackToList onBack={() => onOpen(null)}>All queues</BackToList>
        <Notice tone="warning" title="There is no such queue any more">
          It may have been removed by another admin. Choose another at the left.
        </Notice>
      </div>
    );
  }
  return (
    <QueueEditor
      key={chosen}
      queue={queue}
      choices={choices}
      draft={drafts.of(chosen)}
      onDraftChange={(draft) => drafts.set(chosen, draft)}
      done={done}
      onDoneChange={setDone}
      onClose={() => open(null, null)}
      onAdded={(added: AdminQueue) => open(added.id, `“${added.name}” can be called now.`)}
      onRemoved={(name) => open(null, `“${name}” is removed.`)}
    />
  );
}

function NothingChosen({ done }: { done: string | null }) {
  return (
    <>
      {done ? <Notice tone="success" title={done} /> : null}
      <EmptyState
        icon={<ListOrdered />}
        title="Choose a queue"
        description="Its agents, language, words of the trade, target, recording, cards and outcomes are changed here."
      />
    </>
  );
}
