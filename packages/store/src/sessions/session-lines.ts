import { type CallId, callIdSchema, type SessionHit } from '@agent/protocol';
import { z } from 'zod';
import { likeLiteral } from '../customers/customer-search-terms.ts';
import type { Fragment, Queryable, Transaction } from '../database/connect.ts';
import { markWords, wordsIn } from './mark-words.ts';
import type { SearchLanguage } from './search-language.ts';
import { allOf } from './session-filters.ts';
import type { SessionWords } from './session-words.ts';

const LINES_OF_A_CALL = 3;
/** Lines with any of the words among which those with all of them are looked for. */
const LINES_COMPARED = 20;

/**
 * The lines of calls in which something of what was looked for stands, in the order of the call, notes at
 * last. Where there are too many, those that have all of it come before others. Sets how the rest of the
 * transaction goes about tables.
 */
export async function sessionLines(
  tx: Transaction,
  callIds: readonly CallId[],
  { words, language }: { words: SessionWords; language: SearchLanguage },
): Promise<Map<CallId, SessionHit[]>> {
  const beginnings = await wordBeginnings(tx, { words, language });
  // Along the log, and no further than needed: to fetch it all and sort it takes far longer.
  await tx`select set_config('enable_bitmapscan', 'off', true)`;
  const vector = (text: Fragment) => tx`to_tsvector(${language}::regconfig, search_words(${text}))`;
  const text = tx`e.data ->> 'text'`;
  const rows = await tx`
    with asked as (
      select ${allOf(tx, words, language)} as all_of,
        websearch_to_tsquery(${language}::regconfig, search_words(${words.anyOf})) as any_of
    )
    select c.id as call_id, line.* from calls c cross join asked, lateral (
      select * from (
        (select e.seq, coalesce(e.data ->> 'speaker', 'chat') as kind, ${text} as text,
          case when e.type = 'segment.final' then e.data ->> 'startMs'
            else (extract(epoch from e.at - c.answered_at) * 1000)::text end as at_ms,
          ${vector(text)} @@ all_of as has_all
        from call_events e
        where e.call_id = c.id and e.type in ('segment.final', 'chat.message')
          and (${beginnings === null} or search_words(${text}) like any (${beginnings}::text[]))
          and ${vector(text)} @@ any_of
        order by e.seq limit ${LINES_COMPARED})
        union all
        select c.last_seq + 1, 'notes', c.notes, null, false
        where c.status = 'closed' and ${vector(tx`c.notes`)} @@ any_of
      ) found order by has_all desc, seq limit ${LINES_OF_A_CALL}
    ) line
    where c.id = any (${callIds}::uuid[]) order by c.id, line.seq`;
  // A stored event that does not fit its schema says nothing.
  const lines = rows.flatMap((row) => lineSchema.safeParse(row).data ?? []);
  const distinct = [...new Set(lines.flatMap(({ text }) => wordsIn(text)))];
  const meant = await meantWords(tx, distinct, { words, language });
  const hits = new Map<CallId, SessionHit[]>(callIds.map((callId) => [callId, []]));
  for (const { callId, kind, atMs, text } of lines) {
    const pieces = markWords(text, (word) => meant.has(word));
    hits.get(callId)?.push({ where: kind, atMs, pieces });
  }
  return hits;
}

const lineSchema = z.object({
  callId: callIdSchema,
  kind: z.enum(['customer', 'agent', 'supervisor', 'chat', 'notes']),
  atMs: z.coerce
    .number()
    .transform((atMs) => Math.max(0, Math.round(atMs)))
    .nullable(),
  text: z.string(),
});

/** In these languages a stem may begin otherwise than its word. */
const cutInFront: ReadonlySet<SearchLanguage> = new Set([
  ...(['arabic', 'dutch', 'indonesian', 'irish', 'tamil'] as const),
]);
const BEGINNING = 4;

/**
 * Patterns of which a line has one when it has any of the words: to compare those takes a tenth of the
 * time, and a long call has a thousand lines. Null: there are none that hold for this language.
 */
async function wordBeginnings(
  db: Queryable,
  { words, language }: { words: SessionWords; language: SearchLanguage },
): Promise<string[] | null> {
  if (cutInFront.has(language)) return null;
  const rows = await db`
    select lexeme from unnest(to_tsvector(${language}::regconfig, search_words(${words.anyWord})))`;
  const lexemes = z.array(z.object({ lexeme: z.string() })).parse(rows);
  return lexemes.map(({ lexeme }) => {
    // The last letter of a stem is often another than in the word: "happy" and "happi".
    const length = lexeme.length > BEGINNING ? BEGINNING : Math.max(1, lexeme.length - 1);
    return `%${likeLiteral(lexeme.slice(0, length))}%`;
  });
}

/** Which of these words are looked for, in whatever form. */
async function meantWords(
  db: Queryable,
  distinct: readonly string[],
  { words, language }: { words: SessionWords; language: SearchLanguage },
): Promise<Set<string>> {
  if (distinct.length === 0) return new Set();
  const rows = await db`
    select word from unnest(${distinct}::text[]) word
    where to_tsvector(${language}::regconfig, search_words(word))
      @@ websearch_to_tsquery(${language}::regconfig, search_words(${words.anyWord}))`;
  return new Set(
    z
      .array(z.object({ word: z.string() }))
      .parse(rows)
      .map(({ word }) => word),
  );
}
