export type { Speaker } from '@agent/protocol';
export type { PartClassNames } from '../react/part.ts';
export type { SpeakerNames } from '../transcript/transcript-labels.ts';
export type { WrapUpDraftItem, WrapUpDraftPart, WrapUpSuggestion } from './draft-item.ts';
export { WrapUpDraft, type WrapUpDraftProps } from './wrap-up-draft.tsx';
export { defaultWrapUpDraftLabels, type WrapUpDraftLabels } from './wrap-up-draft-labels.ts';
