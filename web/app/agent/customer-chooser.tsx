'use client';
import {
  type CallView,
  type CustomerSummary,
  customerIdSchema,
  MAX_CUSTOMER_HITS,
  newCustomerSchema,
} from '@agent/protocol';
import { CustomerCandidates, CustomerFinder, CustomerForm, Notice } from '@agent/ui';
import { useState } from 'react';
import type { CustomerChoice } from '#client/customer-record/use-customer-choice.ts';
import { useCustomerSearch } from '#client/customer-record/use-customer-search.ts';

/** The ways to say whose record belongs to the call: candidates, the search, a new record. */
export function CustomerChooser({
  view,
  choice,
  candidates,
  isLinked,
}: {
  view: CallView;
  choice: CustomerChoice;
  candidates: readonly CustomerSummary[];
  /** Whether a record is linked now, which may be the wrong one. */
  isLinked: boolean;
}) {
  const { part, link } = choice;
  return (
    <>
      {link.problem ? <Notice tone="error" title={link.problem} onDismiss={link.clear} /> : null}
      {part === 'record' && candidates.length > 0 ? (
        <CustomerCandidates
          candidates={candidates}
          onChoose={(customerId) => void link.run(customerIdSchema.parse(customerId))}
          onFind={() => choice.show('find')}
          pendingId={choice.linkingId}
          labels={candidates.length === 1 ? oneCandidate : undefined}
        />
      ) : null}
      {part === 'find' ? <Finder choice={choice} isLinked={isLinked} /> : null}
      {part === 'create' ? <NewRecord view={view} choice={choice} /> : null}
    </>
  );
}

const oneCandidate = {
  title: 'Is it this customer?',
  description: 'One record may fit. Ask, then choose.',
  find: 'Somebody else',
};

function Finder({ choice, isLinked }: { choice: CustomerChoice; isLinked: boolean }) {
  const search = useCustomerSearch();
  return (
    <CustomerFinder
      autoFocus
      onQueryChange={search.change}
      hits={search.hits}
      total={search.total}
      status={search.status}
      onChoose={(customerId) => void choice.link.run(customerIdSchema.parse(customerId))}
      onMore={search.more}
      onRetry={search.retry}
      onCreate={() => choice.show('create')}
      onNone={isLinked ? () => void choice.link.run(null) : undefined}
      onCancel={() => choice.show('record')}
      pendingId={choice.linkingId}
      labels={{ found, ...(search.problem ? { errorDescription: search.problem } : {}) }}
    />
  );
}

/** Says that there may be more than the search counts, and what to do then. */
function found(shown: number, total: number): string {
  if (total >= MAX_CUSTOMER_HITS)
    return `${shown} of the best ${total}. Type more to narrow it down.`;
  return shown < total ? `${shown} of ${total}` : `${total} found`;
}

/** Starts with what the customer said of themselves. */
function NewRecord({ view, choice }: { view: CallView; choice: CustomerChoice }) {
  const { create } = choice;
  const [typed, setTyped] = useState(() => given(view));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const problems = { ...create.fields, ...errors };
  return (
    <CustomerForm
      value={typed}
      onValueChange={setTyped}
      errors={problems}
      problem={Object.keys(problems).length > 0 ? null : create.problem}
      pending={create.pending}
      onSubmit={(value) => {
        const parsed = newCustomerSchema.safeParse(value);
        create.clear();
        setErrors(parsed.success ? {} : firstIssues(parsed.error.issues));
        if (parsed.success) void create.run(parsed.data);
      }}
      onCancel={() => choice.show('record')}
    />
  );
}

function given({ customerName: name, contact }: CallView) {
  const isEmail = contact?.includes('@') ?? false;
  return { name, email: isEmail ? (contact ?? '') : '', phone: isEmail ? '' : (contact ?? '') };
}

function firstIssues(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const first: Record<string, string> = {};
  for (const { path, message } of issues) first[String(path[0])] ??= message;
  return first;
}
