import { MAX_CUSTOMER_HITS } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Transaction } from '../database/connect.ts';
import type { Row } from '../database/statement.ts';
import { summaryColumns } from './customer-rows.ts';
import { likeLiteral, type PhoneTerms, type SearchTerms } from './customer-search-terms.ts';
import { anyOfEachQuery, beginsQuery, distinctWords, tellingWords } from './name-words.ts';
import { orderSpelling } from './order-spelling.ts';
import type { FoldedName } from './trigrams.ts';

/** One way to find customers: rows of summaries with `matched`, `order_number`, `tier` and `score`. */
export type SearchWay = (tx: Transaction) => PromiseLike<readonly Row[]>;

/** How well something matches, best first. */
const tier = { orderNumber: 0, exact: 1, beginning: 2, part: 3, similar: 4 } as const;
/** No way returns more; what is looked for in an order comes best first. */
const most = MAX_CUSTOMER_HITS;
/** Of those that are only spelt alike, who types a whole name wants the likest. */
const mostAlike = 60;
/** Words that may have been meant by a misspelt one. */
const mostMeant = 30;
/** Each word of a misspelt name is compared with all there are. */
const mostMisspelt = 5;

/** By what an index has in order: numbers, addresses and names that are this or begin with it. */
export function certainWays(terms: SearchTerms, name: string | undefined): SearchWay[] {
  const { orderNumber, email, phone } = terms;
  return [
    ...(orderNumber ? [(tx: Transaction) => byOrder(tx, orderNumber)] : []),
    ...(email ? [(tx: Transaction) => byEmailBeginning(tx, email)] : []),
    ...(name ? [(tx: Transaction) => byNameBeginnings(tx, name, nameFloor(terms))] : []),
    ...(phone ? [(tx: Transaction) => byWholePhone(tx, phone)] : []),
  ];
}

/** By what holds it somewhere: the end first, which an index has in order too. */
export function wholeWays(terms: SearchTerms, name: string | undefined): SearchWay[] {
  const { email, phone } = terms;
  return [
    ...(email && !isShort(email)
      ? [(tx: Transaction) => byEmailEnd(tx, email), (tx: Transaction) => byEmailPart(tx, email)]
      : []),
    ...(name && !isShort(name)
      ? [(tx: Transaction) => byNamePart(tx, name, nameFloor(terms))]
      : []),
    ...(phone ? [(tx: Transaction) => byPhonePart(tx, phone)] : []),
  ];
}

/** By what is spelt alike, as trigrams tell. */
export function likeWays({ emailLocal }: SearchTerms, name: FoldedName | undefined): SearchWay[] {
  return [
    ...(name?.hasTrigrams && !isShort(name.folded)
      ? [(tx: Transaction) => byLikeName(tx, distinctWords(name.folded))]
      : []),
    ...(emailLocal && !isShort(emailLocal)
      ? [(tx: Transaction) => byLikeMailbox(tx, emailLocal)]
      : []),
  ];
}

/** Each word was meant to be one of the name's. */
export function slipWays(name: string | undefined): SearchWay[] {
  const words = name?.split(' ') ?? [];
  if (name === undefined || words.length > mostMisspelt) return [];
  return [
    async (tx) => {
      const meant: string[][] = [];
      for (const word of words) {
        const known = await wordsMeantBy(tx, word);
        if (known.length === 0) return [];
        meant.push(known);
      }
      return byWords(tx, name, anyOfEachQuery(meant));
    },
  ];
}

/** A mailbox is only likely to tell the name. */
function nameFloor({ email }: SearchTerms): number {
  return email?.includes('@') ? tier.similar : tier.exact;
}

/** By the number as typed, or by what of it people type: without dashes, without letters. */
function byOrder(tx: Transaction, number: string) {
  const typed = number.replaceAll('-', '');
  const spelling = orderSpelling(tx, typed);
  return tx`
    select ${summaryColumns(tx)}, 'order-number' as matched, o.number as order_number, 1 as score,
      case when o.number = ${number} then ${tier.orderNumber}::integer
        when o.spelling = ${typed} then ${tier.exact}::integer
        else ${tier.beginning}::integer end as tier
    from (
      select number, customer_id, ${spelling} as spelling from orders
      where ${spelling} like ${`${likeLiteral(typed)}%`}
      order by ${spelling} using ~<~, number limit ${most}
    ) o join customers c on c.id = o.customer_id`;
}

function byEmailBeginning(tx: Transaction, email: string) {
  return tx`
    select ${found(tx, 'email')}, 1 as score,
      case when email = ${email} then ${tier.exact}::integer
        else ${tier.beginning}::integer end as tier
    from customers c where email collate "C" like ${`${likeLiteral(email)}%`}
    order by email collate "C" limit ${most}`;
}

function byEmailEnd(tx: Transaction, email: string) {
  const ends = `${likeLiteral([...email].reverse().join(''))}%`;
  return tx`
    select ${found(tx, 'email')}, 1 as score, ${tier.part}::integer as tier
    from customers c where reverse(email) collate "C" like ${ends}
    order by reverse(email) collate "C" limit ${most}`;
}

function byEmailPart(tx: Transaction, email: string) {
  return tx`
    select ${found(tx, 'email')}, 1 as score, ${tier.part}::integer as tier
    from customers c where email like ${`%${likeLiteral(email)}%`} limit ${most}`;
}

function byLikeMailbox(tx: Transaction, local: string) {
  return tx`
    select ${found(tx, 'email')}, word_similarity(${local}, email_local) as score,
      ${tier.similar}::integer as tier
    from customers c where email_local %> ${local}
    order by score desc, id limit ${mostAlike}`;
}

/** The nearest in length are the likest; only of those it is worked out how alike they are. */
function byNameBeginnings(tx: Transaction, folded: string, floor: number) {
  return tx`
    select ${found(tx, 'name')}, ${likeness(tx, folded)} as score,
      greatest(${floor}::integer, case when search_name = ${` ${folded}`} then ${tier.exact}::integer
        else ${tier.beginning}::integer end) as tier
    from (
      select * from customers
      where name_words(search_name) @@ ${beginsQuery(tellingWords(folded))}::tsquery
      order by search_name <> ${` ${folded}`}, length(search_name), search_name collate "C", id
      limit ${most}
    ) c`;
}

function byNamePart(tx: Transaction, folded: string, floor: number) {
  return tx`
    select ${found(tx, 'name')}, ${likeness(tx, folded)} as score,
      greatest(${floor}::integer, ${tier.part}::integer) as tier
    from (
      select * from customers where search_name like ${`%${likeLiteral(folded)}%`} limit ${most}
    ) c`;
}

function byLikeName(tx: Transaction, folded: string) {
  return tx`
    select ${found(tx, 'name')}, ${likeness(tx, folded)} as score, ${tier.similar}::integer as tier
    from customers c where search_name %> ${folded}
    order by score desc, id limit ${mostAlike}`;
}

function byWords(tx: Transaction, folded: string, words: string) {
  return tx`
    select ${found(tx, 'name')}, similarity(${folded}, search_name) as score,
      ${tier.similar}::integer as tier
    from customers c where name_words(search_name) @@ ${words}::tsquery
    order by score desc, id limit ${most}`;
}

async function wordsMeantBy(tx: Transaction, typed: string): Promise<string[]> {
  const rows = await tx`
    select word from customer_words
    where length(word) between ${typed.length - 2}::integer and ${typed.length + 2}::integer
      and is_slip(${typed}, word)
    order by levenshtein(left(${typed}, 100), word), word limit ${mostMeant}`;
  return z
    .array(z.object({ word: z.string() }))
    .parse(rows)
    .map(({ word }) => word);
}

function byWholePhone(tx: Transaction, { international, national }: PhoneTerms) {
  const ends = national && `${[...national].reverse().join('')}%`;
  return tx`
    select ${found(tx, 'phone')}, 1 as score, ${tier.exact}::integer as tier
    from customers c
    where phone = ${`+${international}`}
      ${ends ? tx`or reverse(phone) collate "C" like ${ends}` : tx``}
    limit ${most}`;
}

function byPhonePart(tx: Transaction, { international, national }: PhoneTerms) {
  return tx`
    select ${found(tx, 'phone')}, 1 as score,
      case when phone like ${`+${international}%`} then ${tier.beginning}::integer
        else ${tier.part}::integer end as tier
    from customers c
    where phone like ${`%${international}%`}
      ${national ? tx`or phone like ${`%${national}%`}` : tx``}
    limit ${most}`;
}

function found(tx: Transaction, matched: 'name' | 'email' | 'phone'): Fragment {
  return tx`${summaryColumns(tx)}, ${matched}::text as matched, null as order_number`;
}

function likeness(tx: Transaction, folded: string): Fragment {
  return tx`word_similarity(${folded}, search_name) + similarity(${folded}, search_name)`;
}

/** Too little to look for within words: the index knows three letters in a row at least. */
function isShort(text: string): boolean {
  return /^[ -~]*$/.test(text) && !/[a-z0-9]{3}/i.test(text);
}
