import type { ScoredLine } from '@agent/calls';
import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { type SessionMood, sessionMood } from './session-mood.ts';

/** What a list tells of a call besides its row; read from the log. */
export interface SessionFacts {
  mood: SessionMood;
  /** Orders of the directory, in the order first named. */
  orderNumbers: string[];
  /** Names of the cards that were used, then of those that were offered and not refused. */
  topics: string[];
}

/** A long call names more than a line of a list can show. */
const MOST_ORDERS = 20;
const MOST_TOPICS = 6;

/** Reads the facts of calls. Every one has some; what does not fit the schema of its type tells nothing. */
export async function readSessionFacts(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<Map<CallId, SessionFacts>> {
  const rows = await db`
    select call_id, type, data ->> 'segmentId' as segment_id, data ->> 'score' as score,
      case when type = 'segment.final' then data ->> 'endMs' end as end_ms,
      data ->> 'orderNumber' as order_number, data ->> 'suggestionId' as suggestion_id,
      case when data #>> '{source,kind}' = 'playbook' then data #>> '{source,name}' end as card_name
    from call_events
    where call_id = any (${callIds}::uuid[]) and (
      type in ('sentiment.scored', 'order.mentioned')
      or type = 'segment.final' and data ->> 'speaker' = 'customer'
      or type like 'suggestion.%' and type not in ('suggestion.expired', 'suggestion.density-changed'))
    order by call_id, seq`;
  const logs = new Map<CallId, Fact[]>(callIds.map((callId) => [callId, []]));
  for (const row of rows) {
    const { data: fact } = factSchema.safeParse(row);
    if (fact) logs.get(fact.callId)?.push(fact);
  }
  return new Map([...logs].map(([callId, facts]) => [callId, factsOf(facts)]));
}

const factSchema = z.object({
  callId: callIdSchema,
  type: z.string(),
  segmentId: z.string().nullable(),
  score: z.coerce.number().min(-1).max(1).nullable(),
  endMs: z.coerce.number().min(0).nullable(),
  orderNumber: z.string().max(40).nullable(),
  suggestionId: z.string().nullable(),
  cardName: z.string().nullable(),
});
type Fact = z.infer<typeof factSchema>;

function factsOf(facts: readonly Fact[]): SessionFacts {
  const named = facts.flatMap(({ orderNumber }) => orderNumber ?? []);
  return {
    mood: sessionMood(scoredLines(facts)),
    orderNumbers: [...new Set(named)].slice(0, MOST_ORDERS),
    topics: topicsOf(facts),
  };
}

/** The last score of each line of the customer, as its readers show it. */
function scoredLines(facts: readonly Fact[]): ScoredLine[] {
  const ends = new Map<string, number>();
  const scores = new Map<string, number>();
  for (const { type, segmentId, endMs, score } of facts) {
    if (segmentId === null) continue;
    if (type === 'segment.final' && endMs !== null) ends.set(segmentId, endMs);
    if (type === 'sentiment.scored' && score !== null) scores.set(segmentId, score);
  }
  return [...scores].flatMap(([segmentId, score]) => {
    const atMs = ends.get(segmentId);
    return atMs === undefined ? [] : { atMs, score };
  });
}

const usedTypes: ReadonlySet<string> = new Set(['suggestion.accepted', 'suggestion.edited']);

function topicsOf(facts: readonly Fact[]): string[] {
  const used = new Set<string>();
  const refused = new Set<string>();
  const names = new Map<string, string>();
  for (const { type, suggestionId, cardName } of facts) {
    if (suggestionId === null) continue;
    if (type === 'suggestion.offered') {
      if (cardName !== null) names.set(suggestionId, cardName);
    } else {
      (usedTypes.has(type) ? used : refused).add(suggestionId);
    }
  }
  const offered = [...names].filter(([id]) => !used.has(id) && !refused.has(id));
  const taken = [...names].filter(([id]) => used.has(id));
  return [...new Set([...taken, ...offered].map(([, name]) => name))].slice(0, MOST_TOPICS);
}
