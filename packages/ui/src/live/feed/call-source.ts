import type { AudioCallState, MessageListener } from '../room/audio-call.ts';
import type { EventPage } from './plain-events.ts';

/** The data messages of a room. `call` of `useAudioCall` is one; so is anything with these methods. */
export interface CallMessages {
  subscribeMessages(listener: MessageListener): () => void;
  /** Tells of changes of the state, so that the log is read again after a reconnect. */
  subscribe(listener: () => void): () => void;
  getState(): Pick<AudioCallState, 'connection'>;
}

/**
 * What a backend gives of one call. Messages make it quick, the log makes it complete; either is
 * enough. Functions may be new ones at each render: the newest is called.
 */
export interface CallSource {
  /** Identity of the call: another value is another call with fresh state. */
  callId: string;
  /** Absent: the log alone is read, or `useCallMessages` brings the room's messages later. */
  messages?: CallMessages | undefined;
  /**
   * Events after `afterSeq` (0: from the first), oldest first, as many as the backend likes to give
   * at once; `lastSeq` of the page tells how far the log goes. A rejection, or what is no such page,
   * is tried again with a back-off; `refused` (not our call, not signed in) ends all reading. Absent:
   * what was sent before joining, or got lost, is not shown.
   */
  readEvents?:
    | ((afterSeq: number, signal: AbortSignal) => Promise<EventPage | 'refused'>)
    | undefined;
  /**
   * How far the log goes, asked every 4 s: by it a lost last message and a server that is away are
   * noticed. Absent: they are noticed with the next message.
   */
  readLastSeq?: ((signal: AbortSignal) => Promise<number | 'refused'>) | undefined;
}
