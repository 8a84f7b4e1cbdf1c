'use client';
import { RecordingNotice, TextArea } from '@agent/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';
import { recordingWords } from '#client/customer-flow/recording-words.ts';

/** Whether customers are asked to be recorded, by which words, and what agents are told of listening. */
export function QueueRecording() {
  const { control, register, formState } = useFormContext<QueueFormValues>();
  const [recorded, notice, told] = useWatch({
    control,
    name: ['recorded', 'recordingNotice', 'listeningTold'],
  });
  return (
    <>
      <fieldset className="queue-part">
        <legend>Recording</legend>
        <label className="queue-check">
          <input type="checkbox" {...register('recorded')} />
          <span>Ask customers whether the call may be recorded</span>
        </label>
        <TextArea
          label="Words by which they are asked"
          hint="Empty: our own words. Customers may always say no."
          rows={4}
          dir="auto"
          error={formState.errors.recordingNotice?.message}
          {...register('recordingNotice')}
        />
        {recorded ? (
          <figure className="queue-preview">
            <figcaption className="queue-muted">As customers see it</figcaption>
            <div inert>
              <RecordingNotice value={null} labels={recordingWords(notice.trim())} />
            </div>
          </figure>
        ) : (
          <p className="queue-muted">Customers are not asked, and no call is recorded.</p>
        )}
      </fieldset>
      <fieldset className="queue-part">
        <legend>Listening</legend>
        <label className="queue-check">
          <input type="checkbox" {...register('listeningTold')} />
          <span>Tell agents when a supervisor listens to their call</span>
        </label>
        <p className="queue-muted">
          {told
            ? 'Agents see who listens, and the log of the call keeps it. Customers are not told.'
            : 'Nothing on the desk or in the log of the call shows it. The audit log says who listened.'}{' '}
          Calls that somebody listens to now stay as they are.
        </p>
      </fieldset>
    </>
  );
}
