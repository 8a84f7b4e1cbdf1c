export type { Conversation, Said } from './conversation.ts';
export { createPlaybook, type PlaybookOptions, playbookSteps } from './create-playbook.ts';
export type { CardMatch, ExplainingPlaybook, Playbook } from './playbook.ts';
export { PlaybookError } from './playbook-error.ts';
export { recordWith } from './record-with.ts';
export { stemOf } from './words/stem.ts';
export { wordsOf } from './words/words.ts';
