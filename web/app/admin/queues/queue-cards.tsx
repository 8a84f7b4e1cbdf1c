'use client';
import type { AdminQueues } from '@agent/protocol';
import { Badge } from '@agent/ui';
import Link from 'next/link';
import { useController, useFormContext } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';
import { ChoiceList } from './choice-list.tsx';

/** Which cards of the playbook come up in calls of a queue. */
export function QueueCards({ cards }: { cards: AdminQueues['cards'] }) {
  const { control } = useFormContext<QueueFormValues>();
  const { field, fieldState } = useController({ control, name: 'cardIds' });
  const chosen = field.value;
  return (
    <fieldset className="queue-part">
      <legend>Playbook</legend>
      <label className="queue-check">
        <input
          type="radio"
          name="cards"
          checked={chosen === null}
          onChange={() => field.onChange(null)}
        />
        <span>All cards, those that are added later too</span>
      </label>
      <label className="queue-check">
        <input
          type="radio"
          name="cards"
          checked={chosen !== null}
          onChange={() =>
            field.onChange(cards.filter(({ enabled }) => enabled).map(({ id }) => id))
          }
        />
        <span>
          Only cards that are chosen
          {chosen ? `: ${chosen.length} of ${cards.length}` : ''}
        </span>
      </label>
      {chosen === null ? null : cards.length > 0 ? (
        <ChoiceList
          label="Cards"
          searchLabel="Search cards"
          choices={cards.map(({ id, title, enabled }) => ({
            ...{ id, label: title, detail: id },
            badge: enabled ? undefined : <Badge>Switched off</Badge>,
          }))}
          chosen={chosen}
          onChange={field.onChange}
        />
      ) : (
        <p className="queue-muted">
          There is no card yet. They are on the page <Link href="/admin/playbook">Playbook</Link>.
        </p>
      )}
      {chosen?.length === 0 && cards.length > 0 ? (
        <p className="queue-muted">No card is chosen: agents of this queue are shown none.</p>
      ) : null}
      {fieldState.error ? (
        <p className="queue-error" role="alert">
          {fieldState.error.message}
        </p>
      ) : null}
    </fieldset>
  );
}
