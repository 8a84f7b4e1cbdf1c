'use client';
import { figurePeriods } from '@agent/protocol';
import type { FilterAddress } from './figure-address.ts';
import { periodNames } from './period-words.ts';
import './figure-filters.css';

interface NamedChoice {
  id: string;
  name: string;
}

/** Which calls the figures are of. */
export function FigureFilters({
  value,
  onChange,
  agents,
  queues,
  outcomes,
}: {
  value: FilterAddress;
  onChange: (part: Partial<FilterAddress>) => void;
  /** Absent where nobody can be chosen. */
  agents?: readonly NamedChoice[] | undefined;
  queues?: readonly NamedChoice[] | undefined;
  outcomes?: readonly NamedChoice[] | undefined;
}) {
  return (
    <search className="figure-filters" aria-label="Which calls">
      <fieldset className="figure-periods">
        <legend className="visually-hidden">Period</legend>
        {figurePeriods.map((period) => (
          <label key={period}>
            <input
              type="radio"
              name="period"
              checked={value.period === period}
              onChange={() => onChange({ period, from: null, to: null })}
            />
            <span>{periodNames[period]}</span>
          </label>
        ))}
      </fieldset>
      {value.period === 'own' ? <OwnDays value={value} onChange={onChange} /> : null}
      {queues ? (
        <Choice
          label="Queue"
          any="All queues"
          value={value.queue}
          options={queues}
          onChange={(queue) => onChange({ queue: queue as FilterAddress['queue'] })}
        />
      ) : null}
      {agents ? (
        <Choice
          label="Agent"
          any="All agents"
          value={value.agent}
          options={agents}
          onChange={(agent) => onChange({ agent: agent as FilterAddress['agent'] })}
        />
      ) : null}
      {outcomes ? (
        <Choice
          label="Outcome"
          any="Any outcome"
          value={value.outcome}
          options={[
            ...outcomes.filter(({ id }) => id !== 'abandoned'),
            { id: 'abandoned', name: 'Nobody answered' },
          ]}
          onChange={(outcome) => onChange({ outcome: outcome as FilterAddress['outcome'] })}
        />
      ) : null}
    </search>
  );
}

function OwnDays({
  value: { from, to },
  onChange,
}: {
  value: FilterAddress;
  onChange: (part: Partial<FilterAddress>) => void;
}) {
  return (
    <div className="figure-own-days">
      <label>
        <span>From</span>
        <input
          type="date"
          value={from ?? ''}
          max={to ?? undefined}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value || null })}
        />
      </label>
      <label>
        <span>to</span>
        <input
          type="date"
          value={to ?? ''}
          min={from ?? undefined}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value || null })}
        />
      </label>
    </div>
  );
}

/** One of several, or any. One that the address names and nobody knows is shown as it is. */
function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  any: string;
  value: string | null;
  options: readonly NamedChoice[];
  onChange: (id: string | null) => void;
}) {
  const isKnown = value === null || options.some(({ id }) => id === value);
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== null}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    >
      <option value="">{any}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {isKnown ? null : <option value={value}>{value}</option>}
    </select>
  );
}
