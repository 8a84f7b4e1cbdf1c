import type { RecordFact } from '@agent/protocol';
import { allFacts, factWords } from '#client/admin/playbook/card-words.ts';

interface FactsFieldProps {
  label: string;
  value: readonly RecordFact[];
  error?: string | undefined;
  onValueChange(value: RecordFact[]): void;
}

/** Things that can be known of a customer's record, each to be chosen. */
export function FactsField({ label, value, error, onValueChange }: FactsFieldProps) {
  return (
    <fieldset className="playbook-facts">
      <legend>{label}</legend>
      {allFacts.map((fact) => (
        <label key={fact} className="playbook-check">
          <input
            type="checkbox"
            checked={value.includes(fact)}
            onChange={(event) =>
              onValueChange(
                allFacts.filter((one) =>
                  one === fact ? event.target.checked : value.includes(one),
                ),
              )
            }
          />
          {factWords[fact]}
        </label>
      ))}
      {error ? (
        <p className="playbook-error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
