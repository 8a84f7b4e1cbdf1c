import { TextArea } from '@agent/ui';
import { textsOf } from '#client/admin/playbook/card-fields.ts';

interface LinesFieldProps {
  label: string;
  hint?: string;
  /** One a line. */
  value: string;
  /** `index`: of the line, blank ones not counted; null: of all. */
  issues: readonly { message: string; index: number | null }[];
  onValueChange(value: string): void;
}

/** So many faults are told at once. */
const MOST_FAULTS = 5;
/** A longer line is quoted by its beginning. */
const QUOTED = 60;

/** A list of texts, one a line, with what is wrong with each. */
export function LinesField({ label, hint, value, issues, onValueChange }: LinesFieldProps) {
  const texts = textsOf(value);
  const told = issues.slice(0, MOST_FAULTS).map(({ message, index }) => {
    const text = index === null ? undefined : texts[index];
    if (text === undefined) return message;
    return `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”: ${message}`;
  });
  const more = issues.length - told.length;
  return (
    <TextArea
      label={`${label} (${texts.length})`}
      hint={hint}
      rows={Math.min(12, Math.max(2, value.split('\n').length))}
      spellCheck={false}
      value={value}
      error={
        told.length > 0
          ? [...told, ...(more > 0 ? [`… and ${more} more.`] : [])].join(' ')
          : undefined
      }
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}
