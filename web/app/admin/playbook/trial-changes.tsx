'use client';
import type { CardTrial, CardTrialRequest, ChangedTurn } from '@agent/protocol';
import { MAX_TRIAL_CALLS } from '@agent/protocol';
import { Button, formatClock, Notice, Select } from '@agent/ui';
import Link from 'next/link';
import { useState } from 'react';
import { percent } from '#client/admin/playbook/reason-words.ts';
import { useTrial } from '#client/admin/playbook/use-trial.ts';

interface TrialChangesProps {
  draft: NonNullable<CardTrialRequest['draft']>;
  titleOf(id: string): string;
}

/** What saving a card would change: on turns whose right cards are known, and on the newest calls. */
export function TrialChanges({ draft, titleOf }: TrialChangesProps) {
  const [calls, setCalls] = useState(String(MAX_TRIAL_CALLS));
  const trial = useTrial();
  const { labelled, calls: ofCalls } = trial.result ?? { labelled: null, calls: null };
  return (
    <section className="playbook-results" aria-label="What saving would change">
      <h3>What saving would change</h3>
      <div className="playbook-compare">
        <Select label="Newest calls" options={callCounts} value={calls} onValueChange={setCalls} />
        <Button
          pending={trial.isRunning}
          onClick={() => trial.run({ draft, effects: { labelled: true, calls: Number(calls) } })}
        >
          Compare
        </Button>
      </div>
      <p className="playbook-muted">
        {Number(calls) > 0
          ? 'Calls whose words you are shown are put on record as read by you.'
          : ''}
      </p>
      {trial.problem ? <Notice tone="error" title={trial.problem} /> : null}
      {trial.isRunning ? <p role="status">Comparing. This takes a few seconds.</p> : null}
      {labelled ? <Labelled labelled={labelled} titleOf={titleOf} /> : null}
      {ofCalls ? <OfCalls calls={ofCalls} titleOf={titleOf} /> : null}
    </section>
  );
}

const callCounts = [
  { value: '0', label: 'None' },
  ...[10, 25, MAX_TRIAL_CALLS].map((count) => ({ value: String(count), label: String(count) })),
];

const partWords = { development: 'Known turns', 'held-out': 'Kept apart' } as const;

function Labelled({
  labelled,
  titleOf,
}: {
  labelled: NonNullable<CardTrial['labelled']>;
  titleOf(id: string): string;
}) {
  return (
    <>
      <h4>On {labelled.turns} turns whose right cards are known</h4>
      <p>{counted(labelled)}</p>
      <div className="playbook-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Turns</th>
              <th scope="col">First card is right</th>
              <th scope="col">Turn gets a right card</th>
            </tr>
          </thead>
          <tbody>
            {labelled.parts.map(({ part, stored, draft }) => (
              <tr key={part}>
                <th scope="row">{partWords[part]}</th>
                <td>{fromTo(stored.right, stored.shown, draft.right, draft.shown)}</td>
                <td>{fromTo(stored.helped, stored.wanting, draft.helped, draft.wanting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="playbook-muted">
        Turns that are kept apart are counted and never shown, so that nobody writes cards to fit
        them.
      </p>
      <ol>
        {labelled.changed.map((turn, index) => (
          <ChangedAt key={`${index}-${turn.text}`} turn={turn} titleOf={titleOf}>
            <p className="playbook-muted">
              Right: {turn.expect.length > 0 ? turn.expect.map(titleOf).join(', ') : 'no card'}
            </p>
          </ChangedAt>
        ))}
      </ol>
    </>
  );
}

function OfCalls({
  calls,
  titleOf,
}: {
  calls: NonNullable<CardTrial['calls']>;
  titleOf(id: string): string;
}) {
  const what = calls.calls === 1 ? 'the newest call' : `the ${calls.calls} newest calls`;
  return (
    <>
      <h4>
        On {calls.turns} turns of {what}
      </h4>
      <p>{calls.turns === 0 ? 'Nothing was written down in a call yet.' : counted(calls)}</p>
      {calls.isCut ? (
        <p className="playbook-muted">There was no time for all that was asked for.</p>
      ) : null}
      <p className="playbook-muted">Compared as if nothing were known of the customers.</p>
      <ol>
        {calls.changed.map((turn) => (
          <ChangedAt key={`${turn.callId}-${turn.atMs}-${turn.text}`} turn={turn} titleOf={titleOf}>
            <p>
              <Link href={`/calls/${turn.callId}?t=${formatClock(turn.atMs)}`}>
                In the call at {formatClock(turn.atMs)}
              </Link>
            </p>
          </ChangedAt>
        ))}
      </ol>
    </>
  );
}

function counted({ gained, lost }: { gained: number; lost: number }): string {
  if (gained + lost === 0) return 'Nothing changes.';
  const turns = (count: number) => (count === 1 ? 'one turn' : `${count} turns`);
  return `At ${turns(gained)} a card comes up that does not now; at ${turns(lost)} one goes that comes up now.`;
}

function fromTo(before: number, ofBefore: number, after: number, ofAfter: number): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : percent(part / whole));
  const then = share(before, ofBefore);
  const now = share(after, ofAfter);
  const count = `(${before} of ${ofBefore}${before === after && ofBefore === ofAfter ? '' : `, then ${after} of ${ofAfter}`})`;
  return then === now ? `${now} ${count}` : `${then} → ${now} ${count}`;
}

function ChangedAt({
  turn,
  titleOf,
  children,
}: {
  turn: ChangedTurn;
  titleOf(id: string): string;
  children: React.ReactNode;
}) {
  const names = (ids: readonly string[]) =>
    ids.length > 0 ? ids.map(titleOf).join(', ') : 'no card';
  return (
    <li>
      {turn.before ? (
        <p className="playbook-muted" dir="auto">
          {speakerWords[turn.before.speaker]}: “{turn.before.text}”
        </p>
      ) : null}
      <p dir="auto">
        {speakerWords[turn.speaker]}: “{turn.text}”
      </p>
      <p className="playbook-muted">
        Now: {names(turn.stored)} · then: {names(turn.draft)}
      </p>
      {children}
    </li>
  );
}

const speakerWords = { customer: 'Customer', agent: 'Agent', supervisor: 'Supervisor' } as const;
