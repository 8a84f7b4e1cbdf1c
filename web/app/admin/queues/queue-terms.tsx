'use client';
import { MAX_TERM_LENGTH, MAX_TERMS } from '@agent/protocol';
import { TextArea } from '@agent/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';
import { termsIn } from '#client/admin/queues/terms-text.ts';

/** Names and words that the transcriber would not expect. */
export function QueueTerms() {
  const { control, register, formState } = useFormContext<QueueFormValues>();
  const count = termsIn(useWatch({ control, name: 'terms' })).length;
  return (
    <div className="queue-part">
      <TextArea
        label="Words of the trade"
        hint={`Names of products, people and places, one on each line, as they are written: at most ${MAX_TERMS} of ${MAX_TERM_LENGTH} characters. They are looked for in what is said.`}
        rows={6}
        dir="auto"
        spellCheck={false}
        error={formState.errors.terms?.message}
        {...register('terms')}
      />
      <p className="queue-muted" role="status">
        {count} of {MAX_TERMS} terms
      </p>
    </div>
  );
}
