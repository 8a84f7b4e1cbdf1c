'use client';
import { Button, Dialog, Notice, TextField } from '@agent/ui';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Action } from '#client/http/use-action.ts';

/** A second step that says what will happen and asks why; the reason is kept for good. */
export function ReasonDialog({
  open,
  words,
  action,
  isDangerous = false,
  onClose,
}: {
  open: boolean;
  words: { title: string; description: string; confirm: string };
  action: Action<[string]>;
  isDangerous?: boolean;
  onClose(): void;
}) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { clear } = action;
  useEffect(() => {
    if (!open) return;
    setReason('');
    setMissing(false);
    clear();
  }, [open, clear]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '' && !action.pending) void action.run(reason.trim());
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.title}
      description={words.description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant={isDangerous ? 'danger' : 'primary'}
            pending={action.pending}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} className="session-reason" onSubmit={submit} noValidate>
        <TextField
          label="Why"
          hint="Kept for good: name a rule or a request, not what was said."
          maxLength={300}
          required
          value={reason}
          error={isMissing ? 'Enter the reason.' : action.fields.reason}
          onChange={(event) => setReason(event.target.value)}
          data-initial-focus=""
        />
        {action.problem && !action.fields.reason ? (
          <Notice tone="error" title={action.problem} />
        ) : null}
      </form>
    </Dialog>
  );
}
