import { LISTENING_WORDS } from './en/listening-words.ts';

/** The language that is spoken on calls, as far as the rules of a call know it. */
export const language = { listeningWords: LISTENING_WORDS };
