'use client';
import { MAX_TRIAL_TEXT, type SessionSummary } from '@agent/protocol';
import { Button, Dialog, formatClock, Notice, RelativeTime, Skeleton, TextField } from '@agent/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findCalls, type SaidLine, saidInCall } from '#client/admin/playbook/past-calls.ts';
import type { TrialTurn } from '#client/admin/playbook/use-trial.ts';
import { messageOf } from '#client/http/request-error.ts';

interface CallPickerProps {
  open: boolean;
  onClose(): void;
  onPick(turns: TrialTurn[]): void;
}

/** So many turns before the one that is picked are taken with it. */
const TURNS_BEFORE = 6;

/** Words of a past call to try: the call first, then what was said in it. */
export function CallPicker({ open, onClose, onPick }: CallPickerProps) {
  const [call, setCall] = useState<SessionSummary | null>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={call ? `What was said with ${call.customerName}` : 'Take words from a call'}
      description="Reading a call is put on record."
      actions={call ? <Button onClick={() => setCall(null)}>All calls</Button> : undefined}
      className="playbook-picker"
    >
      {open ? call ? <Lines call={call} onPick={onPick} /> : <Calls onChoose={setCall} /> : null}
    </Dialog>
  );
}

function Calls({ onChoose }: { onChoose(call: SessionSummary): void }) {
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error } = useQuery({
    queryKey: ['past-calls', asked],
    queryFn: ({ signal }) => findCalls(asked, signal),
  });
  return (
    <>
      <form
        className="playbook-compare"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog may stand in a form of its own.
          event.stopPropagation();
          setAsked(query.trim());
        }}
      >
        <TextField
          type="search"
          label="Words that were said"
          maxLength={200}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button type="submit">Search</Button>
      </form>
      {error ? (
        <Notice tone="error" title={messageOf(error)} />
      ) : !data ? (
        <Skeleton lines={4} height="36px" />
      ) : data.length === 0 ? (
        <p role="status">{asked ? 'No call was found.' : 'No call is over yet.'}</p>
      ) : (
        <ul className="playbook-cards">
          {data.map((call) => (
            <li key={call.callId}>
              <button
                type="button"
                className="admin-row playbook-row"
                onClick={() => onChoose(call)}
              >
                <strong dir="auto">{call.customerName}</strong>
                <span className="playbook-muted">
                  {call.agentName} · <RelativeTime at={call.endedAt} />
                  {call.topics.length > 0 ? ` · ${call.topics.join(', ')}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lines({ call, onPick }: { call: SessionSummary; onPick(turns: TrialTurn[]): void }) {
  const { data, error } = useQuery({
    queryKey: ['past-call', call.callId],
    queryFn: ({ signal }) => saidInCall(call.callId, signal),
  });
  if (error) return <Notice tone="error" title={messageOf(error)} />;
  if (!data) return <Skeleton lines={6} height="28px" />;
  if (data.length === 0) return <p role="status">Nothing was written down in this call.</p>;
  return (
    <ul className="playbook-cards">
      {data.map((line, index) => (
        <li key={line.atMs + line.text}>
          <button
            type="button"
            className="admin-row playbook-row"
            onClick={() =>
              onPick(data.slice(Math.max(0, index - TURNS_BEFORE), index + 1).map(asTurn))
            }
          >
            <span className="playbook-muted">
              {formatClock(line.atMs)} {line.speaker === 'customer' ? 'Customer' : 'Agent'}
            </span>
            <span dir="auto">{line.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function asTurn({ speaker, text, sentiment }: SaidLine): TrialTurn {
  return { speaker, text: text.slice(0, MAX_TRIAL_TEXT), sentiment };
}
