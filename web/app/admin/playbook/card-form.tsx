'use client';
import { Button, Select, TextArea, TextField } from '@agent/ui';
import { Plus } from 'lucide-react';
import { type CardFields, emptyFollowUp } from '#client/admin/playbook/card-fields.ts';
import type { CardIssue } from '#client/admin/playbook/card-issues.ts';
import { actionWords, kindWords } from '#client/admin/playbook/card-words.ts';
import { FactsField } from './facts-field.tsx';
import { errorAt, errorIn } from './field-errors.ts';
import { FollowUpFields } from './follow-up-fields.tsx';
import { LinesField } from './lines-field.tsx';

interface CardFormProps {
  fields: CardFields;
  issues: readonly CardIssue[];
  isNew: boolean;
  onFieldsChange(fields: CardFields): void;
}

/** Every field of a card, each with what is wrong with it. */
export function CardForm({ fields, issues, isNew, onFieldsChange }: CardFormProps) {
  const set = (change: Partial<CardFields>) => onFieldsChange({ ...fields, ...change });
  return (
    <div className="playbook-form">
      <Words fields={fields} issues={issues} isNew={isNew} set={set} />
      <Triggers fields={fields} issues={issues} set={set} />
      <Conditions fields={fields} issues={issues} set={set} />
    </div>
  );
}

interface PartProps extends Pick<CardFormProps, 'fields' | 'issues'> {
  set(change: Partial<CardFields>): void;
}

function Words({ fields, issues, isNew, set }: PartProps & { isNew: boolean }) {
  return (
    <fieldset>
      <legend>What the agent reads</legend>
      <TextField
        label="Title"
        value={fields.title}
        error={errorAt(issues, 'title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextField
        label="Id"
        hint={
          isNew
            ? 'Lower-case words joined by hyphens. It stays what it is.'
            : 'It stays what it is; a copy can have another.'
        }
        value={fields.id}
        readOnly={!isNew}
        error={errorAt(issues, 'id')}
        onChange={(event) => set({ id: event.target.value })}
      />
      <TextArea
        label="Suggestion"
        hint="One or two sentences that can be said as they stand. {name} and {order} stand in a [clause] that is left out when they are not known."
        rows={3}
        value={fields.suggestion}
        error={errorAt(issues, 'suggestion')}
        onChange={(event) => set({ suggestion: event.target.value })}
      />
      <TextArea
        label="Reasoning"
        hint="Why, in a sentence that a new colleague learns from."
        rows={2}
        value={fields.reasoning}
        error={errorAt(issues, 'reasoning')}
        onChange={(event) => set({ reasoning: event.target.value })}
      />
      <div className="playbook-pair">
        <Select
          label="Action"
          options={choices(actionWords, fields.action)}
          value={fields.action}
          error={errorAt(issues, 'action')}
          onValueChange={(action) => set({ action })}
        />
        <TextField
          label="Source"
          hint="The guidance that it rests on."
          value={fields.source}
          error={errorAt(issues, 'source')}
          onChange={(event) => set({ source: event.target.value })}
        />
      </div>
    </fieldset>
  );
}

function Triggers({ fields, issues, set }: PartProps) {
  return (
    <fieldset>
      <legend>What brings it up</legend>
      <Select
        label="Listens to"
        options={[
          { value: 'customer', label: 'The customer' },
          { value: 'agent', label: 'The agent, for what had better not be said' },
        ]}
        value={fields.listensTo}
        onValueChange={(listensTo) => set({ listensTo })}
      />
      <LinesField
        label="Phrases"
        hint="One a line; any one is enough. word? may be missing, (this|that), <group>, ... for some words, & in any order."
        value={fields.phrases}
        issues={errorIn(issues, 'phrases')}
        onValueChange={(phrases) => set({ phrases })}
      />
      <LinesField
        label="Examples"
        hint="Whole turns of customers, one a line, as they are said. “Agent’s words > customer’s words” where a turn is clear only as an answer."
        value={fields.examples}
        issues={errorIn(issues, 'examples')}
        onValueChange={(examples) => set({ examples })}
      />
      {fields.followUps.map((followUp, index) => (
        <FollowUpFields
          key={index}
          number={index + 1}
          followUp={followUp}
          issues={issues.filter(({ path }) => path[0] === 'followUps' && path[1] === index)}
          onChange={(changed) =>
            set({ followUps: fields.followUps.map((one, at) => (at === index ? changed : one)) })
          }
          onRemove={() => set({ followUps: fields.followUps.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="playbook-buttons">
        <Button
          size="sm"
          icon={<Plus />}
          onClick={() => set({ followUps: [...fields.followUps, emptyFollowUp] })}
        >
          Add a follow-up
        </Button>
      </div>
      <LinesField
        label="But not"
        hint="Words in the same turn that tell that something else is meant."
        value={fields.butNot}
        issues={errorIn(issues, 'butNot')}
        onValueChange={(butNot) => set({ butNot })}
      />
      <LinesField
        label="Done when the agent has said"
        hint="Words that make the card superfluous."
        value={fields.doneWhenSaid}
        issues={errorIn(issues, 'doneWhenSaid')}
        onValueChange={(doneWhenSaid) => set({ doneWhenSaid })}
      />
    </fieldset>
  );
}

function Conditions({ fields, issues, set }: PartProps) {
  return (
    <fieldset>
      <legend>When, and how surely</legend>
      <Select
        label="Customer sounds"
        options={[
          { value: '', label: 'Whichever way' },
          { value: 'negative', label: 'Upset' },
          { value: 'not-positive', label: 'Anything but pleased' },
        ]}
        value={fields.sentiment}
        onValueChange={(sentiment) => set({ sentiment })}
      />
      <FactsField
        label="Only when it is known that"
        value={fields.record}
        error={errorAt(issues, 'when', 'record')}
        onValueChange={(record) => set({ record })}
      />
      <FactsField
        label="Not when it is known that"
        value={fields.recordNot}
        error={errorAt(issues, 'when', 'recordNot')}
        onValueChange={(recordNot) => set({ recordNot })}
      />
      <LinesField
        label="One of these was said before, by either side"
        value={fields.said}
        issues={errorIn(issues, 'when', 'said')}
        onValueChange={(said) => set({ said })}
      />
      <LinesField
        label="The agent has said none of these"
        value={fields.notSaid}
        issues={errorIn(issues, 'when', 'notSaid')}
        onValueChange={(notSaid) => set({ notSaid })}
      />
      <div className="playbook-pair">
        <Select
          label="Kind"
          options={choices(kindWords, fields.kind)}
          value={fields.kind}
          onValueChange={(kind) => set({ kind })}
        />
        <TextField
          label="Confidence"
          hint="Of a clear match, 0 to 1."
          inputMode="decimal"
          value={fields.confidence}
          error={errorAt(issues, 'confidence')}
          onChange={(event) => set({ confidence: event.target.value })}
        />
      </div>
      <label className="playbook-check">
        <input
          type="checkbox"
          checked={fields.important}
          onChange={(event) => set({ important: event.target.checked })}
        />
        Important: shown also to agents who want important cards only
      </label>
    </fieldset>
  );
}

/** What a text says that is none of the choices stays in sight. */
function choices(words: Readonly<Record<string, string>>, value: string) {
  const known = Object.entries(words).map(([one, label]) => ({ value: one, label }));
  return value in words ? known : [{ value, label: value || 'Choose' }, ...known];
}
