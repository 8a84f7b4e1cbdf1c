'use client';
import { TextField } from '@agent/ui';
import { type ReactNode, useId, useState } from 'react';

/** As many fit without a search. */
const FEW = 8;

/** Something that can be chosen. */
export interface Choice<Id extends string> {
  id: Id;
  label: string;
  /** What else is found by, and tells two of the same label apart. */
  detail?: string | undefined;
  badge?: ReactNode;
}

/** Many things of which some are chosen, with a search above them. */
export function ChoiceList<Id extends string>({
  label,
  choices,
  chosen,
  onChange,
  searchLabel,
}: {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: readonly Id[];
  onChange(chosen: Id[]): void;
  searchLabel: string;
}) {
  const [search, setSearch] = useState('');
  const id = useId();
  const wanted = search.trim().toLowerCase();
  const found = choices.filter((one) =>
    `${one.label}\n${one.detail ?? ''}`.toLowerCase().includes(wanted),
  );
  const toggle = (one: Id, isIn: boolean) =>
    onChange(isIn ? [...chosen, one] : chosen.filter((other) => other !== one));
  return (
    <div className="queue-choices">
      {choices.length > FEW ? (
        <TextField
          type="search"
          label={searchLabel}
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            // It would send the form.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      ) : null}
      <ul aria-label={label}>
        {found.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                aria-labelledby={`${id}-${one.id}-label`}
                aria-describedby={one.detail ? `${id}-${one.id}` : undefined}
                onChange={(event) => toggle(one.id, event.target.checked)}
              />
              <span id={`${id}-${one.id}-label`} dir="auto">
                {one.label}
              </span>
              {one.detail ? (
                <span id={`${id}-${one.id}`} className="queue-muted">
                  {one.detail}
                </span>
              ) : null}
              {one.badge}
            </label>
          </li>
        ))}
      </ul>
      <p className="queue-muted" role="status">
        {found.length === 0 ? `Nothing holds “${search.trim()}”.` : null}
      </p>
    </div>
  );
}
