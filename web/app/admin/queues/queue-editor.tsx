'use client';
import type { AdminQueue, AdminQueues } from '@agent/protocol';
import { Button, Notice, RelativeTime } from '@agent/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { BackToList } from '#client/admin/back-to-list.tsx';
import type { QueueDraft } from '#client/admin/queues/queue-form.ts';
import { useQueueForm } from '#client/admin/queues/use-queue-form.ts';
import { useMediaQuery } from '#client/preferences/use-media-query.ts';
import { ConfirmSaving } from './confirm-saving.tsx';
import { MeanwhilePanel } from './meanwhile-panel.tsx';
import { QueueBasics } from './queue-basics.tsx';
import { QueueCards } from './queue-cards.tsx';
import { QueueMembers } from './queue-members.tsx';
import { QueueOutcomes } from './queue-outcomes.tsx';
import { QueueRecording } from './queue-recording.tsx';
import { QueueTerms } from './queue-terms.tsx';
import { RemoveQueue } from './remove-queue.tsx';

interface QueueEditorProps {
  /** Null: a queue that is to be. */
  queue: AdminQueue | null;
  choices: AdminQueues;
  draft: QueueDraft | undefined;
  onDraftChange(draft: QueueDraft | undefined): void;
  /** What has just been done, in words. */
  done: string | null;
  onDoneChange(done: string | null): void;
  onClose(): void;
  onAdded(queue: AdminQueue): void;
  onRemoved(name: string): void;
}

/** One queue with all that is particular to it; nothing is in force before it is saved. */
export function QueueEditor(props: QueueEditorProps) {
  const { queue, choices, onDoneChange } = props;
  const editing = useQueueForm({
    queue,
    draft: props.draft,
    onDraftChange: props.onDraftChange,
    onSaved(saved) {
      if (queue) onDoneChange('Saved. It is in force now.');
      else props.onAdded(saved);
    },
  });
  const { form, base, isDirty, meanwhile, problem } = editing;
  const [isAsking, setAsking] = useState(false);
  const title = useFocusOnSmallScreens();
  const save = form.handleSubmit((wanted) => {
    onDoneChange(null);
    if (editing.mustDecide()) return;
    if (editing.consequences(choices.agents).isGrave) setAsking(true);
    else void editing.save(wanted);
  });
  return (
    <FormProvider {...form}>
      <form className="queue-form" aria-labelledby="queue-title" noValidate onSubmit={save}>
        <BackToList onBack={props.onClose}>All queues</BackToList>
        <header className="queue-head">
          <h2 id="queue-title" ref={title} tabIndex={-1} dir="auto">
            {base?.name ?? 'New queue'}
          </h2>
          {base ? <LastChange queue={base} /> : null}
        </header>
        {props.done && !isDirty ? (
          <Notice tone="success" title={props.done} onDismiss={() => onDoneChange(null)} />
        ) : null}
        <MeanwhilePanel editing={editing} cards={choices.cards} />
        <QueueBasics queueId={base?.id ?? null} />
        <QueueMembers agents={choices.agents} />
        <QueueRecording />
        <QueueOutcomes />
        <QueueTerms />
        <QueueCards cards={choices.cards} />
        <Saving
          said={editing.consequences(choices.agents).said}
          problem={meanwhile.isUndecided ? undecided : problem}
          faults={Object.keys(form.formState.errors).length}
        >
          {isDirty ? <Button onClick={editing.discard}>Discard</Button> : null}
          <Button
            type="submit"
            variant="primary"
            pending={form.formState.isSubmitting || editing.isSaving}
            disabled={base !== null && !isDirty}
          >
            {base ? 'Save' : 'Add the queue'}
          </Button>
        </Saving>
      </form>
      {base ? (
        <RemoveQueue queue={base} choices={choices} onRemoved={() => props.onRemoved(base.name)} />
      ) : null}
      <ConfirmSaving
        open={isAsking}
        said={editing.consequences(choices.agents).said}
        onClose={() => setAsking(false)}
        onConfirm={() => void form.handleSubmit(editing.save)()}
      />
    </FormProvider>
  );
}

const undecided = 'Decide above which version of each part stays.';

function Saving({
  said,
  problem,
  faults,
  children,
}: {
  said: readonly string[];
  problem: string | null;
  faults: number;
  children: ReactNode;
}) {
  const parts = faults === 1 ? '1 part needs' : `${faults} parts need`;
  return (
    <div className="queue-saving">
      {said.length > 0 ? (
        <ul aria-label="What saving does">
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {problem ? <Notice tone="error" title={problem} /> : null}
      {faults > 0 ? (
        <p className="queue-faults" role="alert">
          {parts} another look before this can be saved.
        </p>
      ) : null}
      <div className="queue-buttons">{children}</div>
    </div>
  );
}

function LastChange({ queue }: { queue: AdminQueue }) {
  return (
    <p className="queue-muted">
      {queue.changedBy ? `Changed by ${queue.changedBy} ` : 'Changed '}
      <RelativeTime at={queue.updatedAt} />
    </p>
  );
}

/** The list goes out of sight there, and focus with it. */
function useFocusOnSmallScreens() {
  const title = useRef<HTMLHeadingElement>(null);
  const isSmall = useMediaQuery('(max-width: 899px)', false);
  useEffect(() => {
    if (isSmall) title.current?.focus();
  }, [isSmall]);
  return title;
}
