import { type CallId, callIdSchema, deletionRules } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** What may become of a recording: `recording` until it is whole and stored, also after its call. */
export const recordingStatuses = ['recording', 'ready', 'lost', 'deleted'] as const;

/** A row of `recordings`, without what only bots use. */
export const recordingRowSchema = z.object({
  callId: callIdSchema,
  status: z.enum(recordingStatuses),
  /** Its key, for `unwrapDataKey` with the call's id; null once it is deleted. */
  wrappedKey: z.instanceof(Uint8Array).nullable(),
  begunAt: z.date(),
  /** Names in the store; null until it is ready. */
  soundName: z.string().nullable(),
  waveformName: z.string().nullable(),
  /** Size of the sound as people get it, unsealed. */
  bytes: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  /** Of the sealed sound as it lies in the store, in hexadecimal. */
  sha256: z.string().nullable(),
  readyAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  deletionRule: z.enum(deletionRules).nullable(),
});
/** What the database knows of the sound of a call. */
export type RecordingRow = z.infer<typeof recordingRowSchema>;

/** The recording of a call; undefined when no bot has begun one. */
export async function findRecording(
  db: Queryable,
  callId: CallId,
): Promise<RecordingRow | undefined> {
  const [row] = await db`select * from recordings where call_id = ${callId}`;
  return row && recordingRowSchema.parse(row);
}
