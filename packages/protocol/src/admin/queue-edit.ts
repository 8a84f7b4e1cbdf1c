import * as z from 'zod';
import { userIdSchema } from '../id-schema.ts';
import {
  MAX_OUTCOMES,
  outcomeIdSchema,
  outcomeSchema,
  queueFieldsSchema,
  queueSchema,
} from './queue.ts';
import { isSpokenLanguage } from './spoken-languages.ts';

/** There are at most so many queues at a time. */
export const MAX_QUEUES = 100;
/** A queue has at most so many agents. */
export const MAX_QUEUE_MEMBERS = 500;

/** An outcome as an admin sends it; one without an id is new, and gets its id from its label. */
export const outcomeDraftSchema = outcomeSchema.extend({ id: outcomeIdSchema.nullable() });
/** An outcome as an admin sends it. */
export type OutcomeDraft = z.infer<typeof outcomeDraftSchema>;

/** Two outcomes that read the same cannot be told apart at wrap-up; without one that resolves nothing ever is. */
function checkOutcomes(outcomes: OutcomeDraft[], context: z.RefinementCtx<OutcomeDraft[]>): void {
  const labels = outcomes.map(({ label }) => label.toLowerCase());
  const ids = outcomes.map(({ id }) => id);
  for (const [index, label] of labels.entries()) {
    if (labels.indexOf(label) === index) continue;
    const message = 'Another outcome reads the same.';
    context.addIssue({ code: 'custom', path: [index, 'label'], message });
  }
  for (const [index, id] of ids.entries()) {
    if (id === null || ids.indexOf(id) === index) continue;
    const message = 'Another outcome has this id.';
    context.addIssue({ code: 'custom', path: [index, 'id'], message });
  }
  if (outcomes.some(({ resolves }) => resolves)) return;
  const message =
    'Let at least one outcome count as resolved: otherwise no call of this queue ever does.';
  context.addIssue({ code: 'custom', message });
}

/** The parts of a queue as an admin sends them. */
const draftSchema = queueFieldsSchema.extend({
  language: z.string().max(2, { abort: true }).refine(isSpokenLanguage, 'Choose a language.'),
  outcomes: z
    .array(outcomeDraftSchema)
    .min(1, 'Add an outcome.')
    .max(MAX_OUTCOMES, `A queue can have at most ${MAX_OUTCOMES} outcomes.`)
    .superRefine(checkOutcomes),
});

const membersSchema = z
  .array(userIdSchema)
  .max(MAX_QUEUE_MEMBERS, `A queue can have at most ${MAX_QUEUE_MEMBERS} agents.`);

/** `POST /api/admin/queues`. */
export const newQueueSchema = draftSchema.extend({
  /** The agents who take its calls. */
  memberIds: membersSchema,
});
/** A queue that is to be. */
export type NewQueue = z.infer<typeof newQueueSchema>;

/** What of a queue its version guards. Members do not belong to it: they are added and taken out one by one. */
export const queueFieldNames = [
  'name',
  'language',
  'terms',
  'target',
  'recorded',
  'recordingNotice',
  'listeningTold',
  'cardIds',
  'outcomes',
  'outcomeRequired',
] as const satisfies readonly (keyof NewQueue)[];
/** A part of a queue that its version guards. */
export type QueueFieldName = (typeof queueFieldNames)[number];

/** What each part is called in a sentence. */
export const queueFieldWords: Readonly<Record<QueueFieldName | 'members', string>> = {
  name: 'the name',
  language: 'the language',
  terms: 'the words of the trade',
  target: 'the target',
  recorded: 'whether calls are recorded',
  recordingNotice: 'the words of consent',
  listeningTold: 'whether agents are told of listening',
  cardIds: 'the cards',
  outcomes: 'the outcomes',
  outcomeRequired: 'whether an outcome is required',
  members: 'the agents',
};

/**
 * `PATCH /api/admin/queues/{id}`: what is to change, made from what `version` was. Agents are put in and
 * taken out, so that what somebody else does to others at the same time stands.
 */
export const queueChangeSchema = draftSchema.partial().extend({
  version: z.number().int().min(1),
  addMembers: membersSchema.optional(),
  removeMembers: membersSchema.optional(),
});
/** What is to change of a queue. */
export type QueueChange = z.infer<typeof queueChangeSchema>;

/** `DELETE /api/admin/queues/{id}?version=`. */
export const queueRemovalSchema = z.object({ version: z.coerce.number().int().min(1) });

/** A queue as its page has it. */
export const adminQueueSchema = queueSchema.extend({
  /** Agents who take its calls, disabled ones among them. */
  memberIds: z.array(userIdSchema),
  /** Who changed it last; null when nobody has. */
  changedBy: z.string().nullable(),
});
/** A queue as its page has it. */
export type AdminQueue = z.infer<typeof adminQueueSchema>;

/** `GET /api/admin/queues`: the queues by name, and what their parts are chosen from. */
export const adminQueuesSchema = z.object({
  queues: z.array(adminQueueSchema),
  agents: z.array(
    z.object({
      userId: userIdSchema,
      displayName: z.string(),
      username: z.string(),
      disabled: z.boolean(),
    }),
  ),
  /** Cards of the playbook, those that are switched off among them. */
  cards: z.array(z.object({ id: z.string(), title: z.string(), enabled: z.boolean() })),
});
/** The queues, and what their parts are chosen from. */
export type AdminQueues = z.infer<typeof adminQueuesSchema>;
