import { type CallId, type SuggestionOutcome, suggestionIdSchema } from '@agent/protocol';
import type { CallSource, StoreSuggestionOutcome } from '@agent/ui/live';
import { eventPage, heartbeat, type ReadCall } from '../http/call-api.ts';
import { RequestError } from '../http/request-error.ts';
import { settleSuggestion } from './suggestion-api.ts';

/** A call as our API tells it. The heartbeat also tells the server that this reader is here. */
export function callSource(call: ReadCall): CallSource {
  return {
    callId: call.callId,
    readEvents: (afterSeq, signal) => unlessRefused(eventPage(call, afterSeq, signal)),
    readLastSeq: (signal) => unlessRefused(heartbeat(call, signal).then(({ lastSeq }) => lastSeq)),
  };
}

/** Stores outcomes of the suggestions of a call. */
export function suggestionOutcomes(callId: CallId): StoreSuggestionOutcome {
  return async (suggestionId, outcome: SuggestionOutcome) => {
    try {
      return await settleSuggestion(callId, suggestionIdSchema.parse(suggestionId), outcome);
    } catch (error) {
      // It is gone anyway: expired, or settled from another tab.
      if (error instanceof RequestError && gone.has(error.code)) return 'gone';
      throw error;
    }
  };
}

const gone = new Set<string>(['conflict', 'not-found']);

async function unlessRefused<T>(answer: Promise<T>): Promise<T | 'refused'> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RequestError && !error.retryable && error.code !== 'unreadable') {
      return 'refused';
    }
    throw error;
  }
}
