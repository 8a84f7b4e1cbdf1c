import * as z from 'zod';
import { agentStatuses, endReasons, type transcriptionStatuses } from './closed-lists.ts';

/** Where a call stands, from queueing to closed. `abandoned` and `closed` are final. */
export const callStatusSchema = z.enum([
  'queued',
  'offered',
  'active',
  'wrap-up',
  'closed',
  'abandoned',
]);
/** Where a call stands; what leads from one to the next is in ARCHITECTURE.md. */
export type CallStatus = z.infer<typeof callStatusSchema>;

/** Parses what an agent is doing. */
export const agentStatusSchema = z.enum(agentStatuses);
/** What an agent is doing; only `available` agents are offered calls. */
export type AgentStatus = (typeof agentStatuses)[number];

/** Parses why a call ended. */
export const endReasonSchema = z.enum(endReasons);
/** Why a call ended. */
export type EndReason = (typeof endReasons)[number];

/** How well speech-to-text keeps up: text arrives, arrives late, or does not arrive. */
export type TranscriptionStatus = (typeof transcriptionStatuses)[number];
