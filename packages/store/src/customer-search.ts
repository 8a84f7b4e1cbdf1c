import {
  type CustomerHit,
  type CustomerSearchPage,
  type CustomerSearchQuery,
  customerHitSchema,
} from '@agent/protocol';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import { type Fragment, inTransaction, type Queryable, type Transaction } from './connect.ts';
import { summaryColumns } from './customer-rows.ts';
import {
  likeLiteral,
  type PhoneTerms,
  type SearchTerms,
  searchTerms,
} from './customer-search-terms.ts';
import { orderSpelling } from './order-spelling.ts';
import { foldName, prepareSimilarity } from './trigrams.ts';

const pageSize = 20;
/** How alike a name or e-mail must be to be found in spite of its spelling, 0–1. */
const minSimilarity = 0.4;

/** How well something matches, best first. */
const tier = { orderNumber: 0, exact: 1, beginning: 2, part: 3, similar: 4 } as const;

/**
 * Finds customers by name, e-mail, phone or order number; each once, best match first. Only when
 * nobody is found so, names are compared word by word for slips, which takes longer.
 */
export async function searchCustomers(
  db: Queryable,
  { query, page }: CustomerSearchQuery,
  phoneRegion: CountryCode,
): Promise<CustomerSearchPage> {
  return inTransaction(db, async (tx) => {
    await prepareSimilarity(tx, { wordSimilarity: minSimilarity });
    const terms = searchTerms(query, phoneRegion);
    const name = terms.name && (await foldName(tx, terms.name));
    const found = await pageOf(tx, foundBy(tx, terms, name), page);
    return found.total === 0 && name ? pageOf(tx, bySlips(tx, name), page) : found;
  });
}

async function pageOf(
  tx: Transaction,
  found: Fragment | undefined,
  page: number,
): Promise<CustomerSearchPage> {
  if (!found) return { hits: [], total: 0, page, pageSize };
  const rows = await tx`
    with found (customer_id, matched, order_number, score, tier) as (${found}),
    best as (
      select distinct on (customer_id) * from found
      order by customer_id, tier, score desc, matched, order_number
    ),
    page as (
      select ${summaryColumns(tx)}, matched, order_number,
        row_number() over (order by tier, score desc, c.name, c.id) as place
      from best join customers c on c.id = best.customer_id
      order by place limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select all_found.total, page.* from (select count(*)::integer as total from best) all_found
    left join page on true order by place`;
  return { hits: hitsOf(rows), total: totalSchema.parse(rows[0]).total, page, pageSize };
}

const totalSchema = z.object({ total: z.number() });

function hitsOf(rows: readonly Record<string, unknown>[]): CustomerHit[] {
  return rows
    .filter((row) => row.customerId !== null)
    .map(({ matched, orderNumber, ...customer }) =>
      customerHitSchema.parse({ customer, matched, orderNumber }),
    );
}

/** Every way to find somebody that the terms allow, each with `tier` and `score`. */
function foundBy(tx: Transaction, terms: SearchTerms, name: string | undefined) {
  const ways = [
    terms.orderNumber && byOrder(tx, terms.orderNumber),
    terms.email && byEmail(tx, terms.email, terms.emailLocal),
    name && byName(tx, name, terms.email?.includes('@') ? tier.similar : tier.exact),
    terms.phone && byPhone(tx, terms.phone),
  ].flatMap((way) => way || []);
  return ways.length === 0 ? undefined : ways.reduce((all, way) => tx`${all} union all ${way}`);
}

/** By the number as typed, or by what of it people type: without dashes, without letters. */
function byOrder(tx: Transaction, number: string) {
  const typed = number.replaceAll('-', '');
  const spelling = orderSpelling(tx, typed);
  return tx`
    select customer_id, 'order-number' as matched, number as order_number, 1::real as score,
      case when number = ${number} then ${tier.orderNumber}::integer
        when ${spelling} = ${typed} then ${tier.exact}::integer
        else ${tier.beginning}::integer end as tier
    from orders where ${spelling} like ${`${likeLiteral(typed)}%`}`;
}

function byEmail(tx: Transaction, email: string, local: string | undefined) {
  const begins = `${likeLiteral(email)}%`;
  const holds = isShort(email) ? begins : `%${begins}`;
  return tx`
    select id, 'email', null,
      case when email like ${holds} then 1 else word_similarity(${local ?? email}, email_local) end,
      case when email = ${email} then ${tier.exact}::integer
        when email like ${begins} then ${tier.beginning}::integer
        when email like ${holds} then ${tier.part}::integer
        else ${tier.similar}::integer end
    from customers
    where email like ${holds} ${local ? tx`or email_local %> ${local}` : tx``}`;
}

/** `floor`: the best tier it may have, as a mailbox is only likely to tell the name. */
function byName(tx: Transaction, folded: string, floor: number) {
  const words = folded.split(' ').map(likeLiteral);
  const wordsBegin = words.map((word) => tx`search_name like ${`% ${word}%`}`);
  const allBegin = wordsBegin.reduce((all, begins) => tx`${all} and ${begins}`);
  const part = `%${isShort(folded) ? ' ' : ''}${likeLiteral(folded)}%`;
  return tx`
    select id, 'name', null,
      word_similarity(${folded}, search_name) + similarity(${folded}, search_name),
      greatest(${floor}::integer, case
        when search_name = ${` ${folded}`} then ${tier.exact}::integer
        when ${allBegin} then ${tier.beginning}::integer
        when search_name like ${part} then ${tier.part}::integer
        else ${tier.similar}::integer end)
    from customers
    where (${allBegin}) or search_name like ${part}
      ${folded.length < 3 ? tx`` : tx`or search_name %> ${folded}`}`;
}

function byPhone(tx: Transaction, { international, national }: PhoneTerms) {
  const ends = national ? tx`phone like ${`%${national}`}` : tx`false`;
  return tx`
    select id, 'phone', null, 1::real,
      case when phone = ${`+${international}`} or ${ends} then ${tier.exact}::integer
        when phone like ${`+${international}%`} then ${tier.beginning}::integer
        else ${tier.part}::integer end
    from customers
    where phone like ${`%${international}%`} or ${ends}
      ${national ? tx`or phone like ${`%${national}%`}` : tx``}`;
}

/** Each word was meant to be one of the name's. */
function bySlips(tx: Transaction, folded: string) {
  return tx`
    select id, 'name', null, similarity(${folded}, search_name), ${tier.similar}::integer
    from customers
    where not exists (
      select from unnest(${folded.split(' ')}::text[]) typed
      where not exists (
        select from string_to_table(btrim(search_name), ' ') meant where is_slip(typed, meant)
      )
    )`;
}

/** Too little to look for within words: the index knows three letters at least, and much would fit. */
function isShort(text: string): boolean {
  return /^[ -~]{0,2}$/.test(text);
}
