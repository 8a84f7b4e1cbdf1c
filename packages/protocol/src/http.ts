import * as z from 'zod';
import { outcomeIdSchema, outcomeSchema, queueIdSchema } from './admin/queue.ts';
import { breakReasonSchema, shownBreakReasonSchema } from './agent-break.ts';
import { eventPage } from './event-page.ts';
import { callIdSchema } from './id-schema.ts';
import { namedQueueSchema } from './queue.ts';
import { agentStatusSchema, callStatusSchema } from './statuses.ts';
import { messageTooLong, suggestionDensitySchema } from './suggestion-schema.ts';
import { multiLine, singleLine } from './text.ts';
import { fitsNotes, MAX_NOTES_LENGTH, MAX_WRAP_UP_LINES } from './wrap-up-limits.ts';
import { wrapUpLineSchema } from './wrap-up-line.ts';
import { zodSchemaOf } from './zod-schema-of.ts';

const isoTime = z.iso.datetime({ offset: true });

const choice = z.enum(['accepted', 'declined']);

/** Version of the words by which our page asks to write down and to record; other words, another version. */
export const NOTICE_VERSION = '2';

/**
 * `POST /api/calls`: a customer asks to be connected. `contact` is an e-mail address or a phone number,
 * `consent` the answer to being written down. What is not written down cannot be recorded. Without a
 * `queue` it is the one there is.
 */
export const startCallRequestSchema = z
  .object({
    name: singleLine('your name', 80),
    contact: singleLine('your e-mail or phone', 120),
    consent: choice,
    recording: choice.default('declined'),
    noticeVersion: singleLine('the version of the notice', 20),
    queue: queueIdSchema.optional(),
  })
  .refine(({ consent, recording }) => consent === 'accepted' || recording === 'declined', {
    path: ['recording'],
    message: 'Only a call that is written down can be recorded.',
  });
/** Who calls, how to reach them, and whether what they say may be transcribed and recorded. */
export type StartCallRequest = z.infer<typeof startCallRequestSchema>;

/** What one participant may know of a call it takes part in. */
export const callViewSchema = z.object({
  callId: callIdSchema,
  queue: namedQueueSchema,
  status: callStatusSchema,
  viewer: z.enum(['customer', 'agent', 'supervisor']),
  customerName: z.string(),
  /** E-mail address or phone number as the customer gave it; null for the customer itself. */
  contact: z.string().nullable(),
  agentName: z.string().nullable(),
  transcribed: z.boolean(),
  /** Whether the customer agreed that its sound is kept. */
  recorded: z.boolean(),
  queuedAt: isoTime,
  /** The first time. */
  answeredAt: isoTime.nullable(),
  /** Since when it waits for another agent, as the one before had to leave; null unless it does. */
  waitsAgainSince: isoTime.nullable(),
  endedAt: isoTime.nullable(),
  rated: z.boolean(),
  /** What the agent has saved of its wrap-up; null for the customer. */
  wrapUp: z
    .object({
      disposition: outcomeIdSchema.nullable(),
      notes: z.string(),
      /** Lines of the draft as the agent left them; empty until something was saved. */
      lines: z.array(wrapUpLineSchema),
      /** What its queue has to choose from; empty once the call is closed. */
      outcomes: z.array(outcomeSchema),
      outcomeRequired: z.boolean(),
    })
    .nullable(),
});
/** A call as one of its two sides sees it. */
export type CallView = z.infer<typeof callViewSchema>;

/** Events of the customer's stream while it waits (`GET /api/calls/{id}/stream`). */
export const customerStreamSchema = z.object({
  call: callViewSchema,
  /** 1 is next; null when not waiting. */
  position: z.number().int().positive().nullable(),
  /** Honest estimate from recent handle times; null when there is nothing to estimate from. */
  estimatedWaitMs: z.number().int().min(0).nullable(),
  agentsOnline: z.number().int().min(0),
});
/** Place in the queue and state of the call, whole with each event. */
export type CustomerStreamState = z.infer<typeof customerStreamSchema>;

/** Events of the agent's stream (`GET /api/agent/stream`): the desk outside of the transcript. */
export const agentStreamSchema = z.object({
  status: agentStatusSchema,
  statusSince: isoTime,
  /** What the agent has chosen to do after its call and its wrap-up; without it, it is available then. */
  nextStatus: z.enum(['break', 'offline']).nullish(),
  /** Why it is on a break, or will be; null where nobody said. */
  breakReason: shownBreakReasonSchema.nullish(),
  /** Whose calls the agent takes, by name. */
  queues: z.array(namedQueueSchema),
  /** Who waits in these. */
  queue: z.object({
    waiting: z.number().int().min(0),
    longestWaitMs: z.number().int().min(0).nullable(),
  }),
  offer: z
    .object({
      callId: callIdSchema,
      queue: namedQueueSchema,
      customerName: z.string(),
      /** Since it was queued, or since its agent had to leave. */
      waitedMs: z.number().int().min(0),
      expiresAt: isoTime,
      /** Milliseconds left when this was sent, so that a wrong client clock does no harm. */
      remainingMs: z.number().int().min(0),
      transcribed: z.boolean(),
      /** Whether the customer talked with another agent before, who had to leave. */
      answeredBefore: z.boolean(),
    })
    .nullable(),
  call: callViewSchema.nullable(),
  suggestionDensity: suggestionDensitySchema,
  /** The call that was closed as its agent was gone, until the agent chooses a status. */
  closedInAbsence: z
    .object({ callId: callIdSchema, customerName: z.string(), closedAt: isoTime })
    .nullish(),
});
/** Status, queue, offer and call of one agent, whole with each event. */
export type AgentStreamState = z.infer<typeof agentStreamSchema>;

/** `POST /api/calls/{id}/token`: what a browser needs to join the room. */
export const roomAccessSchema = z.object({
  url: z.url(),
  token: z.string(),
  identity: z.string(),
});
/** LiveKit's address, a token for five minutes, and the identity that it gives. */
export type RoomAccess = z.infer<typeof roomAccessSchema>;

/** `GET /api/calls/{id}/events?after=seq`: a page of the log, oldest first. */
export const eventPageSchema = zodSchemaOf(eventPage);

/** `POST /api/calls/{id}/chat`. `messageId` makes a retry harmless. */
export const chatRequestSchema = z.object({
  messageId: z.uuid(),
  text: multiLine(2000, messageTooLong)
    .trim()
    .min(1, 'Write a message first.')
    .max(2000, messageTooLong),
});
/** A message of at most 2,000 characters, without spaces around it. */
export type ChatRequest = z.infer<typeof chatRequestSchema>;

/** `POST /api/calls/{id}/heartbeat`: sent every 4 s; the answer lets a reader notice a lost tail. */
export const heartbeatSchema = z.object({
  status: callStatusSchema,
  lastSeq: z.number().int().min(0),
});
/** Where the call stands, and the `seq` of the newest event that the reader may see. */
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** `POST /api/calls/{id}/hold` (agent). */
export const holdRequestSchema = z.object({ held: z.boolean() });

/** Milliseconds after which a paused recording goes on by itself. */
export const LONGEST_RECORDING_PAUSE_MS = 5 * 60_000;

/** `POST /api/calls/{id}/recording-pause` (agent): leaves out what is said, as for a payment. */
export const recordingPauseRequestSchema = z.object({ paused: z.boolean() });

const commentTooLong = 'A comment can have at most 2,000 characters.';

/** `POST /api/calls/{id}/rating` (customer, once). */
export const ratingRequestSchema = z.object({
  score: z.number().int().min(1).max(5),
  comment: multiLine(2000, commentTooLong).trim().max(2000, commentTooLong).default(''),
});
/** One to five, five being best; the comment may be empty. */
export type RatingRequest = z.infer<typeof ratingRequestSchema>;

const notesTooLong = 'Notes can have at most 10,000 characters.';

const wrapUpFields = z.object({
  /** An outcome of the call's queue. */
  disposition: outcomeIdSchema.nullable(),
  notes: multiLine(MAX_NOTES_LENGTH, notesTooLong).max(MAX_NOTES_LENGTH, notesTooLong),
  /** Lines of the draft that the agent was shown, in the order shown. */
  lines: z.array(wrapUpLineSchema).max(MAX_WRAP_UP_LINES).default([]),
});
const allTooLong = {
  error: 'Notes and draft together can have at most 10,000 characters. Remove a line.',
  path: ['notes'],
};

/** `PUT /api/calls/{id}/wrap-up` saves the draft as typed; `POST` finishes and frees the agent. */
export const wrapUpDraftSchema = wrapUpFields.refine(fitsNotes, allTooLong);
/** What the agent has typed so far; null: nothing chosen. Without `lines` it was shown no draft. */
export type WrapUpDraft = z.input<typeof wrapUpDraftSchema>;

/** `POST /api/calls/{id}/wrap-up`: whether an outcome is required to finish is the queue's to say. */
export const wrapUpRequestSchema = wrapUpDraftSchema;
/** Notes together with how the call turned out. */
export type WrapUpRequest = z.input<typeof wrapUpRequestSchema>;

/**
 * `POST /api/agent/status`. The other statuses follow from calls. During a call and its wrap-up it says
 * what comes after it; `available` takes that back.
 */
export const agentStatusRequestSchema = z
  .object({
    status: z.enum(['available', 'break', 'offline']),
    reason: breakReasonSchema.optional(),
  })
  .refine(({ status, reason }) => status === 'break' || reason === undefined, {
    path: ['reason'],
    message: 'Only a break has a reason.',
  });
/** What an agent chooses to do, and why it takes a break. */
export type AgentStatusRequest = z.infer<typeof agentStatusRequestSchema>;

/** `PUT /api/agent/suggestion-density`: kept for the agent, and an event of the call at hand. */
export const suggestionDensityRequestSchema = z.object({ density: suggestionDensitySchema });

/** Body of every answer that is not a success. `fields` names what to mend in a form. */
export const apiErrorSchema = z.object({
  error: z.object({
    code: z.enum([
      'invalid-input',
      'not-signed-in',
      'forbidden',
      'not-found',
      'conflict',
      'too-large',
      'too-many-requests',
      'unavailable',
      'internal',
    ]),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
/** Why a request was refused: a code for programs, a sentence for people. */
export type ApiError = z.infer<typeof apiErrorSchema>;
