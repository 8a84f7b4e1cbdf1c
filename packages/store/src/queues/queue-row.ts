import { queueFieldsSchema, queueIdSchema } from '@agent/protocol';
import { z } from 'zod';

const {
  name,
  language,
  terms,
  recorded,
  recordingNotice,
  listeningTold,
  cardIds,
  outcomeRequired,
} = queueFieldsSchema.shape;
const { percent, seconds } = queueFieldsSchema.shape.target.shape;

/** A row of `queues`. */
export const queueRowSchema = z.object({
  id: queueIdSchema,
  ...{ name, language, terms, recorded, recordingNotice, listeningTold, cardIds, outcomeRequired },
  targetPercent: percent,
  targetSeconds: seconds,
  version: z.number().int(),
  updatedAt: z.date(),
  /** When it was taken away: calls of before keep it, nobody calls there any more. */
  removedAt: z.date().nullable(),
});
/** A line that customers wait in, with what is particular to it. */
export type QueueRow = z.infer<typeof queueRowSchema>;
