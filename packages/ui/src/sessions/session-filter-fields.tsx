import type { ReactNode } from 'react';
import type { SessionFiltersLabels, SessionFilterValue } from './session-filters-labels.ts';

/** Somebody or something to choose: an agent, a queue. */
export interface SessionChoice {
  id: string;
  name: string;
}

type Change = (part: Partial<SessionFilterValue>) => void;

/** Everything a list can be narrowed by beside words. Internal to the filters. */
export function SessionFilterFields({
  value,
  onChange,
  agents,
  queues,
  outcomes,
  text,
}: {
  value: SessionFilterValue;
  onChange: Change;
  agents: readonly SessionChoice[] | undefined;
  queues: readonly SessionChoice[] | undefined;
  outcomes: readonly SessionChoice[];
  text: SessionFiltersLabels;
}) {
  return (
    <>
      {agents ? (
        <Choice
          name={text.agent}
          any={text.anyAgent}
          value={value.agent}
          options={agents.map(({ id, name }) => [id, name])}
          onChange={(agent) => onChange({ agent })}
        />
      ) : null}
      {queues ? (
        <Choice
          name={text.queue}
          any={text.anyQueue}
          value={value.queue}
          options={queues.map(({ id, name }) => [id, name])}
          onChange={(queue) => onChange({ queue })}
        />
      ) : null}
      <Period value={value} onChange={onChange} text={text} />
      <Choice
        name={text.outcome}
        any={text.anyOutcome}
        value={value.outcome}
        options={[
          ...outcomes.flatMap(({ id, name }): [string, string][] =>
            id === 'abandoned' ? [] : [[id, name]],
          ),
          ['abandoned', text.abandoned],
        ]}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Choice
        name={text.rating}
        any={text.anyRating}
        value={value.rating === null ? null : String(value.rating)}
        options={[5, 4, 3, 2, 1].map((rating) => [String(rating), text.ratings(rating)])}
        onChange={(rating) => onChange({ rating: rating === null ? null : Number(rating) })}
      />
      <Choice
        name={text.sentiment}
        any={text.anySentiment}
        value={value.sentiment}
        options={entries(text.sentiments)}
        onChange={(sentiment) => onChange({ sentiment })}
      />
      <Choice
        name={text.recorded}
        any={text.anyRecorded}
        value={value.recorded}
        options={entries(text.recordings)}
        onChange={(recorded) => onChange({ recorded })}
      />
      <input
        className="aui-input"
        data-slot="session-filter"
        data-state={value.order === '' ? 'any' : 'chosen'}
        data-part="order"
        aria-label={text.order}
        placeholder={text.orderHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={value.order}
        onChange={(event) => onChange({ order: event.target.value })}
      />
    </>
  );
}

function Period({
  value,
  onChange,
  text,
}: {
  value: SessionFilterValue;
  onChange: Change;
  text: SessionFiltersLabels;
}) {
  const { any, ...others } = text.periods;
  return (
    <>
      <Choice
        name={text.period}
        any={any}
        value={value.period === 'any' ? null : value.period}
        options={entries(others)}
        onChange={(period) => onChange({ period: period ?? 'any', from: null, to: null })}
      />
      {value.period === 'days' ? (
        <span data-slot="session-filter-days">
          <Day name={text.from} value={value.from} onChange={(from) => onChange({ from })} />
          <Day name={text.to} value={value.to} onChange={(to) => onChange({ to })} />
        </span>
      ) : null}
    </>
  );
}

function Day({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string | null;
  onChange: (day: string | null) => void;
}): ReactNode {
  return (
    <label>
      <span>{name}</span>
      <input
        type="date"
        className="aui-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </label>
  );
}

function Choice<T extends string>({
  name,
  any,
  value,
  options,
  onChange,
}: {
  name: string;
  any: string;
  value: T | null;
  options: readonly (readonly [T, string])[];
  onChange: (value: T | null) => void;
}) {
  // An agent who is not among those to choose from is still chosen.
  const isKnown = value === null || options.some(([one]) => one === value);
  return (
    <select
      className="aui-input"
      data-slot="session-filter"
      data-state={value === null ? 'any' : 'chosen'}
      aria-label={name}
      value={value ?? ''}
      onChange={({ target }) => {
        const chosen = options.find(([one]) => one === target.value);
        onChange(chosen ? chosen[0] : null);
      }}
    >
      <option value="">{any}</option>
      {isKnown ? null : <option value={value}>…</option>}
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}

function entries<T extends string>(words: Record<T, string>): [T, string][] {
  return Object.entries(words) as [T, string][];
}
