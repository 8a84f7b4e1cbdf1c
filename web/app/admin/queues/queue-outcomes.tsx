'use client';
import { MAX_OUTCOMES } from '@agent/protocol';
import { Button, IconButton, TextField } from '@agent/ui';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';

/** How calls of a queue may turn out, in the order in which agents choose from them. */
export function QueueOutcomes() {
  const { control, register, formState } = useFormContext<QueueFormValues>();
  const list = useFieldArray({ control, name: 'outcomes', keyName: 'key' });
  const { outcomes: faults } = formState.errors;
  const count = list.fields.length;
  const fault = faults?.root?.message ?? faults?.message;
  const { rows, said, keepFocus } = useKeptFocus();
  const move = (from: number, to: number, press: Press) => {
    list.move(from, to);
    keepFocus({ index: to, press, said: `Now outcome ${to + 1} of ${count}.` });
  };
  const remove = (index: number) => {
    list.remove(index);
    keepFocus({ index: Math.min(index, count - 2), press: 'remove', said: 'Taken away.' });
  };
  return (
    <fieldset className="queue-part">
      <legend>Outcomes</legend>
      <p className="queue-muted">
        What agents choose from at wrap-up. What counts as resolved counts so in every figure, also
        of calls before.
      </p>
      <ol className="queue-outcomes" ref={rows}>
        {list.fields.map(({ key }, index) => (
          <li key={key}>
            <TextField
              label={`Outcome ${index + 1}`}
              dir="auto"
              autoComplete="off"
              error={faults?.[index]?.label?.message ?? faults?.[index]?.id?.message}
              {...register(`outcomes.${index}.label`)}
            />
            <label className="queue-check">
              <input type="checkbox" {...register(`outcomes.${index}.resolves`)} />
              <span>Resolved</span>
            </label>
            <RowButtons
              index={index}
              count={count}
              onMove={(to, press) => move(index, to, press)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {fault ? (
        <p className="queue-error" role="alert">
          {fault}
        </p>
      ) : null}
      <div>
        <Button
          icon={<Plus />}
          disabled={count >= MAX_OUTCOMES}
          onClick={() => list.append({ id: null, label: '', resolves: false })}
        >
          Add an outcome
        </Button>
        {count >= MAX_OUTCOMES ? (
          <p className="queue-muted">{`A queue can have at most ${MAX_OUTCOMES} outcomes.`}</p>
        ) : null}
      </div>
      <label className="queue-check">
        <input type="checkbox" {...register('outcomeRequired')} />
        <span>Agents must choose one</span>
      </label>
    </fieldset>
  );
}

type Press = 'up' | 'down' | 'remove';

function RowButtons({
  index,
  count,
  onMove,
  onRemove,
}: {
  index: number;
  count: number;
  onMove(to: number, press: Press): void;
  onRemove(): void;
}) {
  const name = `outcome ${index + 1}`;
  return (
    <div className="queue-outcome-buttons">
      <IconButton
        size="sm"
        data-press="up"
        label={`Move ${name} up`}
        icon={<ArrowUp />}
        disabled={index === 0}
        onClick={() => onMove(index - 1, 'up')}
      />
      <IconButton
        size="sm"
        data-press="down"
        label={`Move ${name} down`}
        icon={<ArrowDown />}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1, 'down')}
      />
      <IconButton
        size="sm"
        data-press="remove"
        label={`Take ${name} away`}
        icon={<X />}
        disabled={count === 1}
        onClick={onRemove}
      />
    </div>
  );
}

interface Pressed {
  index: number;
  press: Press;
  /** What has happened, for those who do not see it. */
  said: string;
}

/** A row that moves or goes takes its buttons along: focus stays on the same one, where the row is now. */
function useKeptFocus() {
  const rows = useRef<HTMLOListElement>(null);
  const [pressed, keepFocus] = useState<Pressed | null>(null);
  useEffect(() => {
    if (!pressed) return;
    const row = rows.current?.children[pressed.index];
    const same = row?.querySelector<HTMLElement>(`[data-press="${pressed.press}"]:enabled`);
    const other = row?.querySelector<HTMLElement>('[data-press]:enabled');
    (same ?? other ?? row?.querySelector('input'))?.focus();
  }, [pressed]);
  return { rows, said: pressed?.said ?? null, keepFocus };
}
