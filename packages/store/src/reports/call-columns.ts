/** What a column holds: times are ISO 8601 with the offset of the reporting zone, flags `true` or `false`. */
export type CallColumnKind = 'text' | 'time' | 'day' | 'number' | 'flag';

/** A column of an export of calls. */
export interface CallColumn {
  /** As it stands above it; never changes, as other people's programs go by it. */
  name: string;
  kind: CallColumnKind;
  /** Over rows `f` of `call_facts`, with its agent `u` and queue `q`. */
  sql: string;
}

/** All that the figures of a call are made of, in the order of an export. It has nothing of the customer. */
export const callColumns: readonly CallColumn[] = [
  text('call_id', 'f.call_id::text'),
  text('queue_id'),
  text('queue', 'coalesce(q.name, f.queue_id)'),
  text('agent_id', 'f.agent_id::text'),
  text('agent', 'u.display_name'),
  ...['queued_at', 'answered_at', 'ended_at', 'closed_at'].map(time),
  { name: 'local_day', kind: 'day', sql: 'f.local_day::text' },
  ...['local_hour', 'local_weekday'].map(number),
  ...['outcome', 'filed_as', 'disposition', 'closed_by'].map((name) => text(name)),
  ...['resolves', 'repeated', 'is_transcribed', 'is_sample'].map(flag),
  ...['target_seconds'].map(number),
  ...['in_target', 'over_target'].map(flag),
  ...['wait_ms', 'ring_ms', 'first_response_ms', 'talk_ms', 'hold_ms', 'wrap_up_ms'].map(number),
  ...['holds', 'offers', 'offers_declined', 'offers_expired', 'rating'].map(number),
  ...['sentiment_sum', 'sentiment_lines', 'sentiment_start', 'sentiment_end'].map(number),
  ...['help_requests', 'orders_named', 'suggestions_offered', 'suggestions_accepted'].map(number),
  ...['suggestions_edited', 'suggestions_dismissed', 'suggestions_marked_wrong'].map(number),
  ...['suggestions_expired', 'suggestions_unseen'].map(number),
];

/** What one call has in a column. */
export type CallCell = string | number | boolean | null;

function text(name: string, sql = `f.${name}`): CallColumn {
  return { name, kind: 'text', sql };
}

function number(name: string): CallColumn {
  return { name, kind: 'number', sql: `f.${name}` };
}

function flag(name: string): CallColumn {
  return { name, kind: 'flag', sql: `f.${name}` };
}

/** In the zone of the transaction. */
function time(name: string): CallColumn {
  return { name, kind: 'time', sql: `to_char(f.${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MSTZH:TZM')` };
}
