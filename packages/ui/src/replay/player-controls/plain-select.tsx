interface PlainSelectProps<Value extends string> {
  /** Said, not shown: what is chosen explains itself. */
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value) => void;
}

/** A small choice in a row of buttons. */
export function PlainSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
}: PlainSelectProps<Value>) {
  return (
    <select
      data-slot="plain-select"
      aria-label={label}
      title={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find(([option]) => option === currentTarget.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
