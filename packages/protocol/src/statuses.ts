import * as z from 'zod';
import {
  agentStatuses,
  dispositions,
  endReasons,
  type transcriptionStatuses,
} from './closed-lists.ts';

/** Where a call stands, from queueing to closed. `abandoned` and `closed` are final. */
export const callStatusSchema = z.enum([
  'queued',
  'offered',
  'active',
  'wrap-up',
  'closed',
  'abandoned',
]);
export type CallStatus = z.infer<typeof callStatusSchema>;

export const agentStatusSchema = z.enum(agentStatuses);
/** What an agent is doing; only `available` agents are offered calls. */
export type AgentStatus = (typeof agentStatuses)[number];

export const dispositionSchema = z.enum(dispositions);
/** How a call turned out, chosen by the agent during wrap-up. */
export type Disposition = (typeof dispositions)[number];

export const endReasonSchema = z.enum(endReasons);
/** Why a call ended. */
export type EndReason = (typeof endReasons)[number];

/** How well speech-to-text keeps up: text arrives, arrives late, or does not arrive. */
export type TranscriptionStatus = (typeof transcriptionStatuses)[number];
