import { CLITICS, SUBJECTS } from './contractions.ts';
import { EVERYDAY_TALK } from './everyday-talk/everyday-talk.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { COMPOUNDS, EXPANSIONS, NUMBER_WORDS, VARIANTS } from './spellings.ts';
import { WORD_GROUPS } from './word-groups.ts';
import { WORDS_BY_KIND } from './word-kinds.ts';

/** All that the playbook knows of English. */
export const english = {
  expansions: EXPANSIONS,
  compounds: COMPOUNDS,
  variants: VARIANTS,
  numberWords: NUMBER_WORDS,
  clitics: CLITICS,
  subjects: SUBJECTS,
  functionWords: FUNCTION_WORDS,
  wordGroups: WORD_GROUPS,
  wordsByKind: WORDS_BY_KIND,
  everydayTalk: EVERYDAY_TALK,
};
