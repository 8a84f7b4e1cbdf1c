import { type CallId, callIdSchema } from '@agent/protocol';

/** Id of a call, new unless given. */
export function aCallId(uuid: string = crypto.randomUUID()): CallId {
  return callIdSchema.parse(uuid);
}
