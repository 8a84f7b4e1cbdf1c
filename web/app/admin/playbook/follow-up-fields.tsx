import { Button, TextField } from '@agent/ui';
import type { FollowUpFields as Fields } from '#client/admin/playbook/card-fields.ts';
import type { CardIssue } from '#client/admin/playbook/card-issues.ts';
import { FactsField } from './facts-field.tsx';
import { errorIn } from './field-errors.ts';
import { LinesField } from './lines-field.tsx';

interface FollowUpFieldsProps {
  number: number;
  followUp: Fields;
  /** Of this follow-up, with their whole paths. */
  issues: readonly CardIssue[];
  onChange(followUp: Fields): void;
  onRemove(): void;
}

/** Phrases that are clear only after something else was said, or while something is known. */
export function FollowUpFields({
  number,
  followUp,
  issues,
  onChange,
  onRemove,
}: FollowUpFieldsProps) {
  const own = issues.map((issue) => ({ ...issue, path: issue.path.slice(2) }));
  const set = (change: Partial<Fields>) => onChange({ ...followUp, ...change });
  return (
    <fieldset className="playbook-follow-up">
      <legend>Follow-up {number}</legend>
      <LinesField
        label="After one of these"
        hint="Said by either side; none: that does not matter."
        value={followUp.after}
        issues={errorIn(own, 'after')}
        onValueChange={(after) => set({ after })}
      />
      <TextField
        label="So many turns ago at most"
        inputMode="numeric"
        value={followUp.within}
        error={errorIn(own, 'within')[0]?.message}
        onChange={(event) => set({ within: event.target.value })}
      />
      <FactsField
        label="While it is known that"
        value={followUp.record}
        error={errorIn(own, 'record')[0]?.message}
        onValueChange={(record) => set({ record })}
      />
      <LinesField
        label="Phrases that come back to it"
        value={followUp.phrases}
        issues={errorIn(own, 'phrases')}
        onValueChange={(phrases) => set({ phrases })}
      />
      <div className="playbook-buttons">
        <Button size="sm" variant="ghost" onClick={onRemove}>
          Take follow-up {number} away
        </Button>
      </div>
    </fieldset>
  );
}
