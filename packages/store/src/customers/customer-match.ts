import type { CustomerSummary } from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import type { ContactKey, CustomerMatch } from './customer-directory.ts';
import { parseSummaries, summaryColumns } from './customer-rows.ts';
import { foldName, prepareSimilarity } from './trigrams.ts';

const maxCandidates = 5;
/** How alike the name somebody gives and the name we know must be, 0–1. */
const minSimilarity = 0.5;

/** Who a caller is: certain by contact, else those of a similar name or the same mailbox name. */
export async function matchCustomer(
  db: Queryable,
  caller: { name: string; contact: ContactKey },
): Promise<CustomerMatch> {
  return inTransaction(db, async (tx) => {
    const certain = await findByContact(tx, caller.contact);
    if (certain) return { certain, candidates: [] };
    return { certain: undefined, candidates: await candidates(tx, caller) };
  });
}

/** Contacts are unique, so there is one at most. */
async function findByContact(
  tx: Transaction,
  { kind, value }: ContactKey,
): Promise<CustomerSummary | undefined> {
  const rows = await tx`
    select ${summaryColumns(tx)} from customers c
    where ${kind === 'email' ? tx`email = ${value.toLowerCase()}` : tx`phone = ${value}`}`;
  return parseSummaries(rows)[0];
}

async function candidates(
  tx: Transaction,
  { name, contact }: { name: string; contact: ContactKey },
): Promise<CustomerSummary[]> {
  await prepareSimilarity(tx, { wordSimilarity: minSimilarity });
  const { folded, hasTrigrams } = await foldName(tx, name);
  const local = contact.kind === 'email' ? (contact.value.toLowerCase().split('@')[0] ?? '') : '';
  const rows = await tx`
    select ${summaryColumns(tx)} from customers c
    where ${hasTrigrams ? tx`search_name %> ${folded} or` : tx``} search_name = ${` ${folded}`}
      or (${local} <> '' and email_local = ${local})
    order by similarity(search_name, ${folded})
      + coalesce(similarity(email_local, ${local}), 0) / 2 desc, name, id
    limit ${maxCandidates}`;
  return parseSummaries(rows);
}
