'use client';
import { type AuditChoices, type AuditSubjectKind, auditSubjectKinds } from '@agent/protocol';
import { Button, Select, TextField } from '@agent/ui';
import { type FormEvent, useEffect, useState } from 'react';
import type { AuditFilters } from '#client/admin/audit/audit-api.ts';

interface AuditFilterBarProps {
  filters: AuditFilters;
  choices: AuditChoices | undefined;
  zone: string;
  onChange(next: Partial<AuditFilters>): void;
  /** Undefined: there is nothing to clear. */
  onClear: (() => void) | undefined;
}

const kindWords: Readonly<Record<AuditSubjectKind, string>> = {
  user: 'People',
  customer: 'Customers',
  call: 'Calls',
  card: 'Cards',
  queue: 'Queues',
  setting: 'Settings',
};
const ANY = '';

/** Who, what, about what, when and from where. */
export function AuditFilterBar({ filters, choices, zone, onChange, onClear }: AuditFilterBarProps) {
  const choose = (name: keyof AuditFilters) => (value: string) =>
    onChange({ [name]: value || null });
  return (
    <search className="audit-filters">
      <Select
        label="Person"
        value={filters.actor ?? ANY}
        options={withChosen(peopleOptions(choices), filters.actor)}
        onValueChange={choose('actor')}
      />
      <Select
        label="Act"
        value={filters.action ?? ANY}
        options={withChosen(actOptions(choices), filters.action)}
        onValueChange={choose('action')}
      />
      <Select
        label="About"
        value={filters.subject ?? ANY}
        options={withChosen(kindOptions, filters.subject)}
        onValueChange={choose('subject')}
      />
      <TextField
        label="From"
        type="date"
        title={`Days of ${zone}`}
        value={filters.from ?? ''}
        max={filters.to ?? undefined}
        onChange={(event) => choose('from')(event.target.value)}
      />
      <TextField
        label="To"
        type="date"
        title={`Days of ${zone}`}
        value={filters.to ?? ''}
        min={filters.from ?? undefined}
        onChange={(event) => choose('to')(event.target.value)}
      />
      <AddressField address={filters.address} onApply={choose('address')} />
      {onClear ? (
        <Button className="audit-clear" onClick={onClear}>
          Clear all
        </Button>
      ) : null}
    </search>
  );
}

/** Applied by Enter, and when one goes on to something else. */
function AddressField({
  address,
  onApply,
}: {
  address: string | null;
  onApply(address: string): void;
}) {
  const [typed, setTyped] = useState(address ?? '');
  useEffect(() => setTyped(address ?? ''), [address]);
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== (address ?? '')) onApply(typed.trim());
  };
  return (
    <form onSubmit={apply}>
      <TextField
        label="From where"
        placeholder="203.0.113.7"
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => apply()}
      />
    </form>
  );
}

interface Option {
  value: string;
  label: string;
}

function peopleOptions(choices: AuditChoices | undefined): Option[] {
  const people = choices?.people.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return [
    { value: ANY, label: 'Anybody' },
    { value: 'nobody', label: 'Nobody who was signed in' },
    ...people,
  ];
}

function actOptions(choices: AuditChoices | undefined): Option[] {
  const acts = (choices?.groups ?? []).flatMap(({ noun, label, actions }) => [
    { value: noun, label },
    ...actions.map((one) => ({ value: one.action, label: `${label}: ${one.label}` })),
  ]);
  return [{ value: ANY, label: 'Anything' }, ...acts];
}

const kindOptions: Option[] = [
  { value: ANY, label: 'Anything' },
  ...auditSubjectKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
];

/** What the address names is there to be seen, also where it is none of the choices. */
function withChosen(options: readonly Option[], chosen: string | null): readonly Option[] {
  if (chosen === null || options.some(({ value }) => value === chosen)) return options;
  const [kind = '', id] = chosen.split(/:(.*)/s);
  const label = id && Object.hasOwn(kindWords, kind) ? `${kind} ${id}` : chosen;
  return [...options, { value: chosen, label: label.slice(0, 60) }];
}
