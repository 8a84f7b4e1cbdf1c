import {
  type CustomerHit,
  type CustomerSearchPage,
  type CustomerSearchQuery,
  customerHitSchema,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from './connect.ts';
import { summaryColumns } from './customer-rows.ts';
import {
  likeLiteral,
  type PhoneTerms,
  type SearchTerms,
  searchTerms,
} from './customer-search-terms.ts';
import { foldName, setSimilarity } from './trigrams.ts';

const pageSize = 20;
/** How alike a name or e-mail must be to be found in spite of its spelling, 0–1. */
const minSimilarity = 0.4;

/** How well something matches, best first. */
const tier = { orderNumber: 0, exact: 1, beginning: 2, part: 3, similar: 4 } as const;

/** Finds customers by name, e-mail, phone or order number; each once, best match first. */
export async function searchCustomers(
  db: Queryable,
  { query, page }: CustomerSearchQuery,
): Promise<CustomerSearchPage> {
  return inTransaction(db, async (tx) => {
    await setSimilarity(tx, { wordSimilarity: minSimilarity });
    const terms = searchTerms(query);
    const found = foundBy(tx, terms, terms.name && (await foldName(tx, terms.name)));
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
  });
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
    name && byName(tx, name),
    terms.phone && byPhone(tx, terms.phone),
  ].flatMap((way) => way || []);
  return ways.length === 0 ? undefined : ways.reduce((all, way) => tx`${all} union all ${way}`);
}

function byOrder(tx: Transaction, number: string) {
  return tx`
    select customer_id, 'order-number' as matched, number as order_number, 1::real as score,
      case when number = ${number} then ${tier.orderNumber}::integer
        else ${tier.beginning}::integer end as tier
    from orders where number like ${`${likeLiteral(number)}%`}`;
}

function byEmail(tx: Transaction, email: string, local: string | undefined) {
  const part = likeLiteral(email);
  return tx`
    select id, 'email', null, word_similarity(${local ?? email}, email_local),
      case when email = ${email} then ${tier.exact}::integer
        when email like ${`${part}%`} then ${tier.beginning}::integer
        when email like ${`%${part}%`} then ${tier.part}::integer
        else ${tier.similar}::integer end
    from customers
    where email like ${`%${part}%`} ${local ? tx`or email_local %> ${local}` : tx``}`;
}

function byName(tx: Transaction, folded: string) {
  const words = folded.split(' ').map(likeLiteral);
  const wordsBegin = words.map((word) => tx`search_name like ${`% ${word}%`}`);
  const allBegin = wordsBegin.reduce((all, begins) => tx`${all} and ${begins}`);
  const part = `%${likeLiteral(folded)}%`;
  return tx`
    select id, 'name', null,
      word_similarity(${folded}, search_name) + similarity(${folded}, search_name),
      case when search_name = ${` ${folded}`} then ${tier.exact}::integer
        when ${allBegin} then ${tier.beginning}::integer
        when search_name like ${part} then ${tier.part}::integer
        else ${tier.similar}::integer end
    from customers
    where (${allBegin}) or search_name like ${part} or search_name %> ${folded}`;
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
