import * as z from 'zod';
import { queueFieldsSchema, queueIdSchema } from './admin/queue.ts';

/** A queue where it is only named. */
export const namedQueueSchema = z.object({ id: queueIdSchema, name: z.string() });
/** A queue where it is only named. */
export type NamedQueue = z.infer<typeof namedQueueSchema>;

/** A queue that can be called, as anybody may know it. */
export const openQueueSchema = queueFieldsSchema
  .pick({ name: true, language: true, recordingNotice: true })
  .extend({
    id: queueIdSchema,
    /** Whether customers are asked to be recorded. */
    recorded: z.boolean(),
    /** Names the words by which they are asked; to be given back with the answer. */
    noticeVersion: z.string(),
  });
/** A queue that can be called, as anybody may know it. */
export type OpenQueue = z.infer<typeof openQueueSchema>;

/** `GET /api/queues`: where one can call, by name. */
export const openQueuesSchema = z.object({ queues: z.array(openQueueSchema) });
/** Where one can call. */
export type OpenQueues = z.infer<typeof openQueuesSchema>;
