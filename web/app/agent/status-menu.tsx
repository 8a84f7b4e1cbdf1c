'use client';
import { type AgentStreamState, MAX_BREAK_NOTE_LENGTH } from '@agent/protocol';
import { AgentStatusPicker, Button, Dialog, TextField } from '@agent/ui';
import { type FormEvent, useId, useState } from 'react';
import {
  isOnCall,
  requestOfChoice,
  statusChoices,
  statusDetail,
} from '#client/desk/status-choices.ts';
import type { AgentDeskState } from '#client/desk/use-agent-desk.ts';

/** The agent's status, and what it may choose: at once, or during a call for afterwards. */
export function StatusMenu({
  desk,
  status,
}: {
  desk: AgentStreamState;
  status: AgentDeskState['status'];
}) {
  const [asking, setAsking] = useState(false);
  const choose = (id: string) => {
    const request = requestOfChoice(id);
    if (request) void status.run(request);
    else setAsking(true);
  };
  // An offer has to be answered first, and what was about to be chosen before it does not come back.
  if (asking && desk.status === 'offered') setAsking(false);
  return (
    <>
      <AgentStatusPicker
        status={desk.status}
        sinceMs={Date.parse(desk.statusSince)}
        choices={statusChoices(desk)}
        detail={statusDetail(desk)}
        onStatusChange={(_, id) => choose(id)}
        pending={status.pending}
      />
      <p className="visually-hidden" role="status">
        {nextWords(desk)}
      </p>
      <OtherBreak
        open={asking}
        later={isOnCall(desk)}
        status={status}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function nextWords(desk: AgentStreamState): string {
  if (!isOnCall(desk) || !desk.nextStatus) return '';
  return desk.nextStatus === 'break'
    ? 'Your break begins after this call.'
    : 'You go offline after this call.';
}

/** Asks in a few words why, which may be left out. */
function OtherBreak({
  open,
  later,
  status,
  onClose,
}: {
  open: boolean;
  later: boolean;
  status: AgentDeskState['status'];
  onClose: () => void;
}) {
  const form = useId();
  const [note, setNote] = useState('');
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    const reason = words ? { kind: 'other' as const, note: words } : { kind: 'other' as const };
    if (!(await status.run({ status: 'break', reason }))) return;
    setNote('');
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={later ? 'Break after this call' : 'Take a break'}
      description={later ? 'It begins when you have finished the wrap-up.' : undefined}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} pending={status.pending}>
            {later ? 'Break after this call' : 'Take the break'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void take(event)}>
        <TextField
          label="What for? (optional)"
          hint="Those who plan shifts see it. Leave out what is private."
          value={note}
          maxLength={MAX_BREAK_NOTE_LENGTH}
          error={open ? status.fields['reason.note'] : undefined}
          onChange={(event) => setNote(event.target.value)}
          data-initial-focus
        />
      </form>
    </Dialog>
  );
}
