import { formatTimer } from '../format/clock.ts';
import type { SaveState } from './save-state.tsx';

/** Strings of a `WrapUpForm`. */
export interface WrapUpFormLabels {
  title: string;
  timer: string;
  /** How long the wrap-up has taken. */
  elapsed: (durationMs: number) => string;
  disposition: string;
  /** Stands behind the outcomes where none is required. */
  noOutcome: string;
  missing: string;
  notes: string;
  tooLong: (over: number) => string;
  save: Record<SaveState, string>;
  finish: string;
}
/** English words of the form after a call; `labels` replaces them one by one. */
export const defaultWrapUpFormLabels: WrapUpFormLabels = {
  title: 'Wrap-up',
  timer: 'Wrap-up time',
  elapsed: formatTimer,
  disposition: 'How did the call turn out?',
  noOutcome: 'No outcome',
  missing: 'Choose how the call turned out.',
  notes: 'Notes',
  tooLong: (over) => `${over.toLocaleString('en')} characters too long.`,
  save: {
    saved: 'Saved',
    saving: 'Saving…',
    unsaved: 'Not saved yet',
    failed: 'Could not save. Your text is kept here; we try again.',
  },
  finish: 'Finish',
};
