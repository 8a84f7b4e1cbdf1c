import { type CallId, callIdSchema, queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { notifyClaimable } from '../database/notifications.ts';

/** Since when the recording is paused, in ms since the call was answered; null while it goes on. */
const pausedFromMs = z.number().nullable();

const claimedSchema = z.object({
  callId: callIdSchema,
  /** Since the call was answered until it was claimed, by the clock of the database. */
  elapsedMs: z.number(),
  /** Until when a bot before heard this call, in ms since it was answered; null when none had it. */
  heardUntilMs: z.number().int().nullable(),
  /** When it waited for another agent last, in ms since it was answered: nothing was to be heard then. */
  lastWait: z.object({ fromMs: z.number(), toMs: z.number() }).nullable(),
  /** Whose terms are listened for, and whose cards apply. */
  queueId: queueIdSchema,
  customerIdentity: z.uuid(),
  agentIdentity: z.uuid(),
  held: z.boolean(),
  /** Whether the customer agreed to be recorded. */
  recorded: z.boolean(),
  recordingPausedFromMs: pausedFromMs,
});
/** A call that a bot has taken: who is in its room, and whether it is on hold. */
export type ClaimedCall = z.infer<typeof claimedSchema>;

/** How many calls a bot takes, and for how long they are its own. */
export interface ClaimOptions {
  /** Most calls to take. */
  capacity: number;
  /** How long the lease lasts unless renewed. */
  leaseMs: number;
  /** The calls that this bot serves. Default: none. */
  serving?: readonly CallId[];
}

/**
 * Takes active calls that no living bot serves, the longest-waiting first. Each goes to one bot. A
 * call that this bot serves is not claimed again, however old its lease: it is to be renewed. One that is
 * its own by a claim whose answer was lost, and that it does not serve, is taken like any other.
 */
export async function claimCalls(
  db: Queryable,
  botId: string,
  { capacity, leaseMs, serving = [] }: ClaimOptions,
): Promise<ClaimedCall[]> {
  const rows = await db`
    with free as materialized (
      select id, bot_heard_until_ms as heard_until_ms from calls
      where status = 'active' and transcribed
        and (bot_lease_until is null or bot_lease_until < clock_timestamp())
        and id <> all(${[...serving]}::uuid[])
      order by answered_at limit ${Math.max(0, capacity)} for update skip locked
    )
    update calls set bot_id = ${botId}, bot_heard_until_ms = coalesce(bot_heard_until_ms, 0),
      bot_lease_until = clock_timestamp() + ${leaseMs}::double precision * interval '1 ms'
    from free where calls.id = free.id
    returning calls.id as call_id, free.heard_until_ms,
      (extract(epoch from clock_timestamp() - answered_at) * 1000)::double precision as elapsed_ms,
      case when taken_on_at is not null then json_build_object(
        'fromMs', extract(epoch from requeued_at - answered_at) * 1000,
        'toMs', extract(epoch from taken_on_at - answered_at) * 1000) end as last_wait,
      queue_id, customer_identity, agent_identity, held_at is not null as held, recorded,
      ${pausedFrom(db)} as recording_paused_from_ms`;
  return z.array(claimedSchema).parse(rows);
}

/** How far a bot has heard a call, in ms since it was answered. */
export interface HeardUntil {
  callId: CallId;
  heardUntilMs: number;
}

const renewedSchema = z.object({
  callId: callIdSchema,
  held: z.boolean(),
  recordingPausedFromMs: pausedFromMs,
  /** `seq` of the newest event of its log. */
  lastSeq: z.number().int(),
  /** Another than before when the agent had to sign in again. */
  agentIdentity: z.uuid(),
});
/** A call that is still its bot's, with what the bot must know of it whatever it was told before. */
export type RenewedLease = z.infer<typeof renewedSchema>;

/** Prolongs leases; returns the calls that are still this bot's and still active. */
export async function renewLeases(
  db: Queryable,
  botId: string,
  heard: readonly HeardUntil[],
  { leaseMs }: Pick<ClaimOptions, 'leaseMs'>,
): Promise<RenewedLease[]> {
  if (heard.length === 0) return [];
  const rows = await db`
    update calls set
      bot_lease_until = clock_timestamp() + ${leaseMs}::double precision * interval '1 ms',
      bot_heard_until_ms = greatest(bot_heard_until_ms, mine.heard_until_ms)
    from unnest(${heard.map(({ callId }) => callId)}::uuid[],
      ${heard.map(({ heardUntilMs }) => Math.round(heardUntilMs))}::bigint[]) as mine (id, heard_until_ms)
    where calls.id = mine.id and bot_id = ${botId} and status = 'active'
    returning calls.id as call_id, held_at is not null as held, last_seq,
      agent_identity, ${pausedFrom(db)} as recording_paused_from_ms`;
  return z.array(renewedSchema).parse(rows);
}

/**
 * Gives a call back at once, for another bot to take, now or when it has an agent again. Nothing happens
 * when it is not this bot's or is over.
 */
export async function releaseLease(
  db: Queryable,
  botId: string,
  callId: CallId,
  heardUntilMs: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const released = await tx`
      update calls set bot_id = null, bot_lease_until = null,
        bot_heard_until_ms = greatest(bot_heard_until_ms, ${Math.round(heardUntilMs)})
      where id = ${callId} and bot_id = ${botId} and ended_at is null returning 1`;
    if (released.length > 0) await notifyClaimable(tx, callId);
  });
}

function pausedFrom(db: Queryable) {
  return db`(extract(epoch from recording_paused_at - answered_at) * 1000)::double precision`;
}
