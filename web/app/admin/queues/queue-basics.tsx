'use client';
import { Button, Notice, Select, TextField } from '@agent/ui';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { languageName, languageOptions } from '#client/admin/queues/language-names.ts';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';

/** What a queue is called, where it is called, what is spoken in it, and how fast it is to be answered. */
export function QueueBasics({ queueId }: { queueId: string | null }) {
  const { control, register, formState } = useFormContext<QueueFormValues>();
  const { errors } = formState;
  const language = useWatch({ control, name: 'language' });
  return (
    <>
      <TextField
        label="Name"
        hint="Customers read it when they choose a queue."
        dir="auto"
        autoComplete="off"
        error={errors.name?.message}
        {...register('name')}
      />
      {queueId ? <CustomerAddress queueId={queueId} /> : null}
      <Select
        label="Language"
        hint="What is spoken in it, and written down."
        options={languageOptions}
        error={errors.language?.message}
        {...register('language')}
      />
      {language === 'en' ? null : (
        <Notice tone="warning" title="Much of the help is made for English">
          Cards, sentiment and the hiding of spoken card numbers are. A number that is spelt out in{' '}
          {languageName(language)} may stay in text and sound.
        </Notice>
      )}
      <fieldset className="queue-part">
        <legend>Target</legend>
        <p className="queue-muted">
          How many of its calls are to be answered, and how soon. It holds for calls that begin from
          now on.
        </p>
        <div className="queue-target">
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            max={100}
            label="Per cent of the calls"
            error={errors.target?.percent?.message}
            {...register('target.percent', { valueAsNumber: true })}
          />
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            max={3600}
            label="Seconds"
            error={errors.target?.seconds?.message}
            {...register('target.seconds', { valueAsNumber: true })}
          />
        </div>
      </fieldset>
    </>
  );
}

/** Where customers call this queue, to copy. */
function CustomerAddress({ queueId }: { queueId: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const address = `${window.location.origin}/call?queue=${queueId}`;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <div className="queue-address">
      <TextField
        label="Address for customers"
        hint="It stays the same when the name changes."
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button icon={<Copy />} onClick={() => void copy()}>
        Copy
      </Button>
      <p className="queue-muted" role="status">
        {copied === 'yes' ? 'Copied.' : null}
        {copied === 'refused' ? 'Your browser does not let us copy. Select the address.' : null}
      </p>
    </div>
  );
}
