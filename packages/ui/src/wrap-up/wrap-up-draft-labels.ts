import type { WrapUpLineKind } from '@agent/protocol';
import { formatClock } from '../format/clock.ts';

/** Strings of a `WrapUpDraft`. */
export interface WrapUpDraftLabels {
  title: string;
  hint: string;
  loading: string;
  empty: string;
  kinds: Record<WrapUpLineKind, string>;
  /** When something was said; milliseconds since the call was answered. */
  time: (atMs: number) => string;
  /** What the time of a line does. */
  show: (atMs: number) => string;
  /** Words of somebody. */
  quote: (text: string) => string;
  suggested: string;
  because: (why: string) => string;
  choose: string;
  chosen: string;
  edit: string;
  editing: (kind: string) => string;
  tooLong: (over: number) => string;
  done: string;
  cancel: string;
  edited: string;
  undoEdit: string;
  remove: string;
  removed: string;
  undoRemove: string;
}
/** English words of the draft; `labels` replaces them one by one. */
export const defaultWrapUpDraftLabels: WrapUpDraftLabels = {
  title: 'From the call',
  hint: 'What you leave here goes into the notes.',
  loading: 'Reading the call…',
  empty: 'Nothing was said that could be noted down.',
  kinds: {
    summary: 'Summary, written by a model',
    reason: 'Reason for the call',
    order: 'Orders',
    amount: 'Amounts',
    promise: 'Promised',
    question: 'Left open',
    mood: 'How it sounded',
    hold: 'On hold',
    wait: 'Waited again',
    gap: 'Not transcribed',
  },
  time: formatClock,
  show: (atMs) => `Show ${formatClock(atMs)} in the conversation`,
  quote: (text) => `“${text}”`,
  suggested: 'Suggested:',
  because: (why) => `, because ${why}.`,
  choose: 'Choose',
  chosen: 'Chosen',
  edit: 'Edit',
  editing: (kind) => `Edit: ${kind}`,
  tooLong: (over) => `${over.toLocaleString('en')} characters too long.`,
  done: 'Done',
  cancel: 'Cancel',
  edited: 'Edited',
  undoEdit: 'Undo the edit',
  remove: 'Remove',
  removed: 'Removed',
  undoRemove: 'Undo',
};
