import { formatTimer } from '../format/clock.ts';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';

/** Strings of a `HelpRequest`. `name` is the supervisor's. */
export interface HelpRequestLabels {
  ask: string;
  /** Names the field. */
  reason: string;
  reasonHint: string;
  send: string;
  cancel: string;
  asked: string;
  taken: (name: string) => string;
  /** Since it was asked. */
  elapsed: (durationMs: number) => string;
  withdraw: string;
  done: string;
  /** What a screen reader says once supervisors have been asked. */
  saysAsked: string;
  /** What it says once the request is over. */
  saysOver: string;
  keys: Partial<KeyboardHintLabels>;
}

/** English words of a request for help; `labels` replaces them one by one. */
export const defaultHelpRequestLabels: HelpRequestLabels = {
  ask: 'I need help',
  reason: 'What for?',
  reasonHint: 'You can leave it empty. The customer does not see it.',
  send: 'Ask for help',
  cancel: 'Cancel',
  asked: 'Asked for help',
  taken: (name) => `${name} takes it`,
  elapsed: formatTimer,
  withdraw: 'Withdraw',
  done: 'Done',
  saysAsked: 'Supervisors have been asked for help.',
  saysOver: 'The request for help is over.',
  keys: {},
};
