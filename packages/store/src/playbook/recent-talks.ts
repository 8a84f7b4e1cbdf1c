import { type CallId, callIdSchema, segmentIdSchema, speakerSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** A line of a call, as matching looks at it. */
const lineSchema = z.object({
  callId: callIdSchema,
  segmentId: segmentIdSchema,
  speaker: speakerSchema,
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  /** Score of a customer's line, −1…1; null when there is none. */
  sentiment: z.number().min(-1).max(1).nullable(),
});
type TalkLine = z.infer<typeof lineSchema>;

/** What was said in a call that is over, oldest first. */
export interface RecentTalk {
  callId: CallId;
  lines: Omit<TalkLine, 'callId'>[];
  /** Whether the call has more than were read. */
  isCut: boolean;
}

/** How much is read at most. */
export interface RecentTalksOptions {
  calls: number;
  linesOfCall: number;
  /** Of all calls together. */
  lines: number;
}

/**
 * What was said in the newest calls that are over and were written down; the newest call first. Where there
 * is no room for all lines, the last call is cut and those behind it are left out.
 */
export async function readRecentTalks(
  db: Queryable,
  { calls, linesOfCall, lines }: RecentTalksOptions,
): Promise<RecentTalk[]> {
  const rows = await db`
    with newest as (
      select id, ended_at from calls
      where ended_at is not null and erased_at is null and answered_at is not null and transcribed
      order by ended_at desc, id desc limit ${calls}
    ),
    said as (
      select c.id as call_id, c.ended_at, e.seq, e.data from newest c cross join lateral (
        select seq, data from call_events
        where call_id = c.id and type = 'segment.final' order by seq limit ${linesOfCall + 1}
      ) e
    ),
    scored as (
      select e.call_id, e.data ->> 'segmentId' as segment_id,
        (array_agg(e.data -> 'score' order by e.seq desc))[1] as score
      from call_events e
      where e.call_id in (select id from newest) and e.type = 'sentiment.scored'
      group by 1, 2
    )
    select said.call_id, said.data ->> 'segmentId' as segment_id, said.data ->> 'speaker' as speaker,
      said.data ->> 'text' as text, (said.data -> 'startMs')::bigint as start_ms,
      (said.data -> 'endMs')::bigint as end_ms, scored.score::double precision as sentiment
    from said left join scored
      on scored.call_id = said.call_id and scored.segment_id = said.data ->> 'segmentId'
    order by said.ended_at desc, said.call_id desc, said.seq limit ${lines + 1}`;
  const talks = new Map<CallId, RecentTalk>();
  for (const row of rows.slice(0, lines)) {
    // A stored event that does not fit its schema says nothing.
    const { data } = lineSchema.safeParse(row);
    if (!data) continue;
    const { callId, ...line } = data;
    const talk = talks.get(callId) ?? { callId, lines: [], isCut: false };
    if (talk.lines.length < linesOfCall) talk.lines.push(line);
    else talk.isCut = true;
    talks.set(callId, talk);
  }
  const read = [...talks.values()];
  const last = read.at(-1);
  if (last && rows.length > lines) last.isCut = true;
  return read;
}
