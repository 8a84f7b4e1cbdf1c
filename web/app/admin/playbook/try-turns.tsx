import { MAX_TRIAL_TEXT, MAX_TRIAL_TURNS } from '@agent/protocol';
import { Button, IconButton, Select, TextArea } from '@agent/ui';
import { Plus, X } from 'lucide-react';
import type { TrialTurn } from '#client/admin/playbook/use-trial.ts';

interface TryTurnsProps {
  turns: readonly TrialTurn[];
  onTurnsChange(turns: readonly TrialTurn[]): void;
}

/** What was said, turn by turn; the last is what is said now. */
export function TryTurns({ turns, onTurnsChange }: TryTurnsProps) {
  const change = (at: number, part: Partial<TrialTurn>) =>
    onTurnsChange(turns.map((turn, index) => (index === at ? { ...turn, ...part } : turn)));
  const addBefore = () => {
    const [first] = turns;
    const speaker = first?.speaker === 'customer' ? 'agent' : 'customer';
    onTurnsChange([{ speaker, text: '', sentiment: null }, ...turns]);
  };
  return (
    <div className="playbook-turns">
      {turns.length < MAX_TRIAL_TURNS ? (
        <div>
          <Button size="sm" variant="ghost" icon={<Plus />} onClick={addBefore}>
            Add what was said before
          </Button>
        </div>
      ) : null}
      {turns.map((turn, at) => {
        const isLast = at === turns.length - 1;
        const what = isLast ? 'Said now' : `Said before, ${turns.length - 1 - at}`;
        return (
          <div key={at} className="playbook-turn">
            <Select
              label="By"
              aria-label={`${what}: by`}
              options={speakers}
              value={turn.speaker}
              onValueChange={(speaker) => change(at, { speaker: speaker as TrialTurn['speaker'] })}
            />
            <TextArea
              label={what}
              rows={2}
              maxLength={MAX_TRIAL_TEXT}
              value={turn.text}
              onChange={(event) => change(at, { text: event.target.value })}
            />
            {isLast ? null : (
              <IconButton
                size="sm"
                label={`Take “${what}” away`}
                icon={<X />}
                onClick={() => onTurnsChange(turns.filter((_, index) => index !== at))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

const speakers = [
  { value: 'customer', label: 'Customer' },
  { value: 'agent', label: 'Agent' },
];
