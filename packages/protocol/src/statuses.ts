import * as z from 'zod';

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

/** What an agent is doing; only `available` agents are offered calls. */
export const agentStatusSchema = z.enum([
  'offline',
  'available',
  'offered',
  'on-call',
  'wrap-up',
  'break',
]);
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** How a call turned out, chosen by the agent during wrap-up. */
export const dispositionSchema = z.enum(['resolved', 'follow-up', 'escalated', 'other']);
export type Disposition = z.infer<typeof dispositionSchema>;

/** How well speech-to-text keeps up: text arrives, arrives late, or does not arrive. */
export const transcriptionStatusSchema = z.enum(['live', 'delayed', 'off']);
export type TranscriptionStatus = z.infer<typeof transcriptionStatusSchema>;

/** Why a call ended. */
export const endReasonSchema = z.enum([
  'customer-hung-up',
  'agent-hung-up',
  'customer-lost',
  'agent-lost',
  'system',
]);
export type EndReason = z.infer<typeof endReasonSchema>;
