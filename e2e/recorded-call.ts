import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CallId, callIdSchema } from '@agent/protocol';
import {
  createDataKey,
  createFolderStore,
  parseMasterKey,
  sealBytes,
  sha256Of,
  wrapDataKey,
} from '@agent/recordings';
import type { AssembledRecording } from '@agent/recordings/record';
import type { Stack } from '@agent/scripts/stack';
import { closeDatabase, type Database, openDatabase } from '@agent/store';
import { z } from 'zod';
import type { Burst } from './known-sound.ts';

/** A line is final so long after it was said. */
const FINAL_AFTER_MS = 600;

/** A call that is over: how long it was, and its lines. */
export interface CallToStore {
  talkMs: number;
  bursts: readonly Burst[];
}

/** Stores a call of a stack's first agent with its sound, as if it had been had. It ended now. */
export async function storeRecordedCall(
  stack: Stack,
  { talkMs, bursts }: CallToStore,
  recording: AssembledRecording,
): Promise<CallId> {
  const db = openDatabase(stack.databaseUrl, { max: 1, applicationName: 'e2e' });
  try {
    const callId = callIdSchema.parse(randomUUID());
    await addCall(db, callId, talkMs);
    await addLog(db, callId, { talkMs, bursts });
    await addSound(db, callId, stack, recording);
    return callId;
  } finally {
    await closeDatabase(db);
  }
}

async function addCall(db: Database, callId: CallId, talkMs: number): Promise<void> {
  const talk = `${talkMs} ms`;
  await db`
    insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind, contact, transcribed, consent_at,
      recorded, notice_version, customer_identity, customer_seen_at, agent_id, agent_name,
      agent_identity, queued_at, answered_at, ended_at, end_reason, disposition, wrapped_up_at)
    select ${callId}, 'closed', 'main', 'Main', 20, 'Maria Santos', 'email', 'maria@example.com', true, now(),
      true, '2', gen_random_uuid(), now(), id, display_name,
      gen_random_uuid(), now() - ${talk}::interval - interval '9 seconds',
      now() - ${talk}::interval, now(), 'agent-hung-up', 'resolved', now()
    from users where username = 'agent1'`;
}

type StoredEvent = readonly [atMs: number, actor: string, type: string, data: object];

async function addLog(db: Database, callId: CallId, call: CallToStore): Promise<void> {
  const lines = call.bursts.map((burst, index): StoredEvent => {
    const text = { text: `Burst ${index + 1}.`, language: 'en', meanLogProbability: null };
    const data = { segmentId: randomUUID(), ...burst, ...text };
    return [burst.endMs + FINAL_AFTER_MS, 'bot', 'segment.final', data];
  });
  const customer = { customerName: 'Maria Santos', transcribed: true, recorded: true };
  const events: StoredEvent[] = [
    [-9_000, 'customer', 'call.queued', customer],
    [0, 'agent', 'call.accepted', { agentName: 'Alex Agent' }],
    ...lines,
    [call.talkMs, 'agent', 'call.ended', { reason: 'agent-hung-up' }],
  ];
  for (const [index, [atMs, actor, type, data]] of events.entries()) {
    const seq = index + 1;
    await db`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select id, ${seq}, gen_random_uuid(), answered_at + ${`${atMs} ms`}::interval, ${actor},
        ${type}, 'public', ${seq}, ${JSON.stringify(data)}::jsonb
      from calls where id = ${callId}`;
  }
  await db`
    update calls set last_seq = ${events.length}, last_public_seq = ${events.length}
    where id = ${callId}`;
}

const secretsSchema = z.object({ recordingKey: z.string() });

async function addSound(
  db: Database,
  callId: CallId,
  { dataDir }: Stack,
  { webm, waveform, durationMs }: AssembledRecording,
): Promise<void> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
  const master = parseMasterKey(secretsSchema.parse(secrets).recordingKey);
  const store = createFolderStore(join(dataDir, 'recordings'));
  const key = createDataKey();
  const [soundName, waveformName] = [`${callId}/sound.webm`, `${callId}/waveform.dat`];
  const sealed = sealBytes(webm, key);
  await store.put(soundName, sealed);
  await store.put(waveformName, sealBytes(waveform, key));
  await db`
    insert into recordings (call_id, status, wrapped_key, sound_name, waveform_name, bytes,
      duration_ms, sha256, ready_at)
    values (${callId}, 'ready', ${Buffer.from(wrapDataKey(key, callId, master))}, ${soundName},
      ${waveformName}, ${webm.length}, ${durationMs}, ${sha256Of(sealed)}, now())`;
}
