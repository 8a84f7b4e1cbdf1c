import { LISTENING_WORDS } from './en/listening-words.ts';
import {
  WRAP_UP_CUES,
  WRAP_UP_FACTS,
  WRAP_UP_LINE_NAMES,
  WRAP_UP_REASONS,
} from './en/wrap-up-words.ts';

/** The language that is spoken on calls, as far as the rules of a call know it. */
export const language = { listeningWords: LISTENING_WORDS };

/** What the draft of a wrap-up goes by. Apart, as live screens do without it. */
export const wrapUpLanguage = {
  cues: WRAP_UP_CUES,
  facts: WRAP_UP_FACTS,
  lineNames: WRAP_UP_LINE_NAMES,
  reasons: WRAP_UP_REASONS,
};
