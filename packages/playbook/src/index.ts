export type { Conversation, Said } from './conversation.ts';
export { createPlaybook } from './create-playbook.ts';
export type { CardMatch, Playbook } from './playbook.ts';
export { PlaybookError } from './playbook-error.ts';
export { stemOf } from './words/stem.ts';
export { wordsOf } from './words/words.ts';
