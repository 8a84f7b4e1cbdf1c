'use client';
import { MAX_OUTCOMES } from '@agent/protocol';
import { Button, IconButton, TextField } from '@agent/ui';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';

/** How calls of a queue may turn out, in the order in which agents choose from them. */
export function QueueOutcomes() {
  const { control, register, formState } = useFormContext<QueueFormValues>();
  const list = useFieldArray({ control, name: 'outcomes', keyName: 'key' });
  const { outcomes: faults } = formState.errors;
  const isFull = list.fields.length >= MAX_OUTCOMES;
  const fault = faults?.root?.message ?? faults?.message;
  return (
    <fieldset className="queue-part">
      <legend>Outcomes</legend>
      <p className="queue-muted">
        What agents choose from at wrap-up. What counts as resolved counts so in every figure, also
        of calls before.
      </p>
      <ol className="queue-outcomes">
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
            <div className="queue-outcome-buttons">
              <IconButton
                size="sm"
                label={`Move outcome ${index + 1} up`}
                icon={<ArrowUp />}
                disabled={index === 0}
                onClick={() => list.move(index, index - 1)}
              />
              <IconButton
                size="sm"
                label={`Move outcome ${index + 1} down`}
                icon={<ArrowDown />}
                disabled={index === list.fields.length - 1}
                onClick={() => list.move(index, index + 1)}
              />
              <IconButton
                size="sm"
                label={`Take outcome ${index + 1} away`}
                icon={<X />}
                disabled={list.fields.length === 1}
                onClick={() => list.remove(index)}
              />
            </div>
          </li>
        ))}
      </ol>
      {fault ? (
        <p className="queue-error" role="alert">
          {fault}
        </p>
      ) : null}
      <div>
        <Button
          icon={<Plus />}
          disabled={isFull}
          onClick={() => list.append({ id: null, label: '', resolves: false })}
        >
          Add an outcome
        </Button>
        {isFull ? (
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
