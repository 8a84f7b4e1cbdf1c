import {
  callIdSchema,
  callStatusSchema,
  customerIdSchema,
  endReasonSchema,
  outcomeIdSchema,
  queueIdSchema,
  userIdSchema,
  wrapUpLineSchema,
} from '@agent/protocol';
import { z } from 'zod';

const time = z.date().nullable();

/** A row of `calls`, without what only bots use. Times not reached yet are null. */
export const callRowSchema = z.object({
  id: callIdSchema,
  status: callStatusSchema,
  queueId: queueIdSchema,
  /** As it was called when the customer began to wait. */
  queueName: z.string(),
  /** In how many seconds it was to be answered, as the queue had it then. */
  targetSeconds: z.number().int(),
  customerName: z.string(),
  contactKind: z.enum(['email', 'phone']),
  contact: z.string(),
  transcribed: z.boolean(),
  /** Whether the customer agreed to be recorded; only of calls that are transcribed. */
  recorded: z.boolean(),
  /** Since when the agent leaves out what is said; null while recording goes on. */
  recordingPausedAt: time,
  /** Whether no rule may delete anything of it. */
  legalHold: z.boolean(),
  /** When everything was erased that says who called and what was said. */
  erasedAt: time,
  noticeVersion: z.string(),
  /** When the customer accepted the recording notice; null when it declined. */
  consentAt: time,
  queuedAt: z.date(),
  offeredTo: userIdSchema.nullable(),
  offeredAt: time,
  offerExpiresAt: time,
  /** Who has it; null while it waits, and when its customer left while it did. */
  agentId: userIdSchema.nullable(),
  agentName: z.string().nullable(),
  /** When somebody took it for the first time; all times of its log count from here on. */
  answeredAt: time,
  /** When its agent had to leave last, so that it waits, or waited, for another one; null: never. */
  requeuedAt: time,
  /** When another agent took it after that; null while nobody has. */
  takenOnAt: time,
  /** How long nobody had it since the first answer, without a wait that goes on. */
  withoutAgentMs: z.number().int(),
  heldAt: time,
  endedAt: time,
  /** Until when both sides were there: before `endedAt` when one was lost. */
  talkEndedAt: time,
  endReason: endReasonSchema.nullable(),
  wrapUpStartedAt: time,
  disposition: outcomeIdSchema.nullable(),
  notes: z.string(),
  /** Lines of the drafted wrap-up as they were saved last; null until then. */
  wrapUpDraft: z.array(wrapUpLineSchema).nullable(),
  /** How long the agent was out of sight during wrap-up. */
  wrapUpAwayMs: z.number().int(),
  wrappedUpAt: time,
  /** `system`: the agent had been gone for too long. */
  closedBy: z.enum(['agent', 'system']).nullable(),
  ratedAt: time,
  rating: z.number().int().nullable(),
  ratingComment: z.string().nullable(),
  customerIdentity: z.uuid(),
  agentIdentity: z.uuid().nullable(),
  customerSeenAt: z.date(),
  agentSeenAt: time,
  /** Whose record belongs to the call; null without one. */
  customerId: customerIdSchema.nullable(),
  /** Who found that out; with `customerId` null an agent said that it is nobody's. */
  customerLinkedBy: z.enum(['match', 'agent']).nullable(),
  lastSeq: z.number().int(),
  /** How many of its events customers may see. */
  lastPublicSeq: z.number().int(),
});
/** What the database knows of a call; beside it stands the log, which says how it came to be. */
export type CallRow = z.infer<typeof callRowSchema>;
