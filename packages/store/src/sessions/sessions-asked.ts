import type { QueueId, SessionQuery, UserId } from '@agent/protocol';
import type { SearchLanguage } from './search-language.ts';
import type { SessionWords } from './session-words.ts';

/** Which calls somebody asks for, and may see. */
export interface SessionsAsked {
  /** Whose calls the reader may see; null: everybody's. */
  of: UserId | null;
  filters: Omit<SessionQuery, 'query' | 'cursor'>;
  words: SessionWords | undefined;
  language: SearchLanguage;
  /** Queues that the figures of the reader are limited to; none: all. */
  queues: readonly QueueId[];
}
