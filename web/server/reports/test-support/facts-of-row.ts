import type { FollowedFacts } from '@agent/calls';

/** The facts of a call as an export has them: with these all figures of calls can be worked out again. */
export function factsOfRow(row: Record<string, string>): FollowedFacts {
  const text = (name: string) => row[name] || null;
  const count = (name: string) => Number(row[name]);
  const number = (name: string) => (row[name] ? Number(row[name]) : null);
  const time = (name: string) => (row[name] ? new Date(row[name]) : null);
  const flag = (name: string) => (row[name] ? row[name] === 'true' : null);
  return {
    callId: text('call_id'),
    queueId: text('queue_id'),
    agentId: text('agent_id'),
    customerId: null,
    queuedAt: time('queued_at'),
    answeredAt: time('answered_at'),
    endedAt: time('ended_at'),
    closedAt: time('closed_at'),
    outcome: text('outcome'),
    isTranscribed: flag('is_transcribed'),
    inTarget: flag('in_target'),
    overTarget: flag('over_target'),
    waitMs: number('wait_ms'),
    ringMs: number('ring_ms'),
    offers: count('offers'),
    offersDeclined: count('offers_declined'),
    offersExpired: count('offers_expired'),
    talkMs: number('talk_ms'),
    holdMs: number('hold_ms'),
    holds: count('holds'),
    wrapUpMs: number('wrap_up_ms'),
    closedBy: text('closed_by'),
    firstResponseMs: number('first_response_ms'),
    disposition: text('disposition'),
    resolves: flag('resolves'),
    repeated: flag('repeated'),
    rating: number('rating'),
    sentimentSum: count('sentiment_sum'),
    sentimentLines: count('sentiment_lines'),
    sentimentStart: number('sentiment_start'),
    sentimentEnd: number('sentiment_end'),
    helpRequests: count('help_requests'),
    ordersNamed: count('orders_named'),
    suggestions: {
      offered: count('suggestions_offered'),
      accepted: count('suggestions_accepted'),
      edited: count('suggestions_edited'),
      dismissed: count('suggestions_dismissed'),
      markedWrong: count('suggestions_marked_wrong'),
      expired: count('suggestions_expired'),
      unseen: count('suggestions_unseen'),
    },
    cards: [],
  } as unknown as FollowedFacts;
}
