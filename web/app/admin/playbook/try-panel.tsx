'use client';
import type { RecordFact } from '@agent/protocol';
import { Button, Notice, Select } from '@agent/ui';
import { useState } from 'react';
import { type CardDraft, checkDraft } from '#client/admin/playbook/card-draft.ts';
import { type TrialTurn, useTrial } from '#client/admin/playbook/use-trial.ts';
import { CallPicker } from './call-picker.tsx';
import { FactsField } from './facts-field.tsx';
import { TrialChanges } from './trial-changes.tsx';
import { TrialReasons } from './trial-reasons.tsx';
import { TryTurns } from './try-turns.tsx';

interface TryPanelProps {
  /** The card that is tried before it is saved; null: the playbook as it is. */
  draft: { draft: CardDraft; ownId: string | null; enabled: boolean } | null;
  titleOf(id: string): string;
}

/** Words to try on the cards: what comes up and why, and what saving a draft would change. */
export function TryPanel({ draft, titleOf }: TryPanelProps) {
  const [turns, setTurns] = useState<readonly TrialTurn[]>([
    { speaker: 'customer', text: '', sentiment: null },
  ]);
  const [facts, setFacts] = useState<RecordFact[]>(['no-record']);
  const [isPicking, setPicking] = useState(false);
  const trial = useTrial();
  const checked = draft ? checkDraft(draft.draft, draft.ownId) : null;
  const isUnusable = checked !== null && !checked.card;
  const wanted = checked?.card ? { card: checked.card, enabled: draft?.enabled ?? true } : null;
  const said = turns.filter(({ text }) => text.trim() !== '');
  const tryIt = () => trial.run({ turns: said, facts, draft: wanted });
  if (isUnusable) {
    return (
      <Notice tone="info" title="Mend the card first">
        It can be tried as soon as everything in it can be used.
      </Notice>
    );
  }
  return (
    <div className="playbook-try">
      <form
        className="playbook-form"
        aria-label="Try a sentence"
        onSubmit={(event) => {
          event.preventDefault();
          if (said.length > 0 && !trial.isRunning) tryIt();
        }}
      >
        <TryTurns turns={turns} onTurnsChange={setTurns} />
        <details className="playbook-more">
          <summary>What is known of the customer, and how they sound</summary>
          <Select
            label="The customer sounds"
            options={sounds}
            value={String(turns.at(-1)?.sentiment ?? '')}
            onValueChange={(value) => {
              const sentiment = value === '' ? null : Number(value);
              setTurns(
                turns.map((turn, at) => (at < turns.length - 1 ? turn : { ...turn, sentiment })),
              );
            }}
          />
          <FactsField label="It is known that" value={facts} onValueChange={setFacts} />
        </details>
        <div className="playbook-buttons">
          <Button onClick={() => setPicking(true)}>Take words from a call</Button>
          <Button
            type="submit"
            variant="primary"
            pending={trial.isRunning}
            disabled={said.length === 0}
          >
            Try
          </Button>
        </div>
      </form>
      {trial.problem ? <Notice tone="error" title={trial.problem} /> : null}
      {trial.result ? <TrialReasons reasons={trial.result.reasons} titleOf={titleOf} /> : null}
      {wanted ? <TrialChanges draft={wanted} titleOf={titleOf} /> : null}
      <CallPicker
        open={isPicking}
        onClose={() => setPicking(false)}
        onPick={(picked) => {
          setTurns(picked);
          setPicking(false);
        }}
      />
    </div>
  );
}

const sounds = [
  { value: '', label: 'Neither upset nor pleased' },
  { value: '-0.6', label: 'Upset' },
  { value: '0.6', label: 'Pleased' },
];
