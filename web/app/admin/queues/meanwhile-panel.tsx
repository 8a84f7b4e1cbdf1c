'use client';
import { type AdminQueues, type QueueFieldName, queueFieldWords } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import { useEffect, useRef } from 'react';
import { formValuesOf, type QueueFormValues } from '#client/admin/queues/queue-form.ts';
import { fieldInWords, listed } from '#client/admin/queues/queue-words.ts';
import type { QueueEditing } from '#client/admin/queues/use-queue-form.ts';

/** What somebody else has changed while this was typed, part by part, and whose version stays. */
export function MeanwhilePanel({
  editing,
  cards,
}: {
  editing: QueueEditing;
  cards: AdminQueues['cards'];
}) {
  const { form, base, meanwhile } = editing;
  const { by, taken, collisions, isUndecided } = meanwhile;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isUndecided) panel.current?.focus();
  }, [isUndecided]);
  if (!base || taken.length + collisions.length === 0) return null;
  const theirs = formValuesOf(base);
  const mine = form.getValues();
  return (
    <Notice
      ref={panel}
      tabIndex={-1}
      tone="warning"
      role="alert"
      title={`${by ?? 'Another admin'} changed this queue meanwhile`}
      onDismiss={collisions.length === 0 ? editing.forgetMeanwhile : undefined}
    >
      {taken.length > 0 ? (
        <p>
          Taken over, as you had not touched it:{' '}
          {listed(taken.map((name) => queueFieldWords[name]))}.
        </p>
      ) : null}
      {collisions.length > 0 ? (
        <>
          <p>You have both changed what follows. Whose version stays?</p>
          {collisions.map((name) => (
            <Collision
              key={name}
              name={name}
              versions={{ mine, theirs }}
              cards={cards}
              onDecide={(whose) => editing.decide(name, whose)}
            />
          ))}
        </>
      ) : null}
    </Notice>
  );
}

function Collision({
  name,
  versions: { mine, theirs },
  cards,
  onDecide,
}: {
  name: QueueFieldName;
  versions: Record<'mine' | 'theirs', QueueFormValues>;
  cards: AdminQueues['cards'];
  onDecide(whose: 'mine' | 'theirs'): void;
}) {
  return (
    <fieldset className="queue-collision">
      <legend>{queueFieldWords[name]}</legend>
      <dl>
        <dt>Theirs</dt>
        <dd dir="auto">{fieldInWords(name, theirs, cards)}</dd>
        <dt>Yours</dt>
        <dd dir="auto">{fieldInWords(name, mine, cards)}</dd>
      </dl>
      <div className="queue-buttons">
        <Button size="sm" onClick={() => onDecide('theirs')}>
          Take theirs
        </Button>
        <Button size="sm" onClick={() => onDecide('mine')}>
          Keep mine
        </Button>
      </div>
    </fieldset>
  );
}
