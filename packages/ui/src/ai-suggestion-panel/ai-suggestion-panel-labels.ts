import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import type {
  SuggestionAction,
  SuggestionDensity,
  SuggestionHelper,
  SuggestionItem,
  SuggestionItemSource,
  SuggestionsUnavailable,
  SuggestionVerb,
} from './suggestion-item.ts';

/** Strings of a `SuggestionCard`. */
export interface SuggestionCardLabels extends Record<SuggestionVerb, string> {
  /** Name of the card; `position` counts from 1. */
  card: (position: number) => string;
  /** Marks the card that the keys act on. */
  current: string;
  writing: string;
  important: string;
  actions: Record<SuggestionAction, string>;
  /** `share` is 0–1. */
  confidence: (share: number) => string;
  source: (source: SuggestionItemSource) => string;
  age: (seconds: number) => string;
  editor: string;
  editHint: string;
  send: string;
  back: string;
  keys: Partial<KeyboardHintLabels>;
}
/** English words of one suggestion; `labels` replaces them one by one. */
export const defaultSuggestionCardLabels: SuggestionCardLabels = {
  card: (position) => `Suggestion ${position}`,
  current: 'Keys act on this one',
  writing: 'Being written',
  important: 'Important',
  use: 'Use',
  said: 'Said it',
  edit: 'Edit',
  dismiss: 'Dismiss',
  wrong: 'Wrong',
  actions: {
    ask_question: 'Ask',
    offer_solution: 'Offer a fix',
    offer_refund: 'Offer a refund',
    offer_retention: 'Offer to stay',
    explain: 'Explain',
    empathise: 'Empathise',
    verify_identity: 'Verify identity',
    protect_data: 'Protect data',
    escalate: 'Hand over',
    close_call: 'Close the call',
  },
  confidence: (share) => `${confidenceWord(share)} · ${Math.round(share * 100)} %`,
  source: (source) => sourceWords(source),
  age: (seconds) => ageWords(seconds),
  editor: 'Your words',
  editHint: 'Enter puts it into the chat, Escape goes back.',
  send: 'Put into chat',
  back: 'Back',
  keys: {},
};

/** Strings of an `AISuggestionPanel`. */
export interface AISuggestionPanelLabels {
  name: string;
  empty: string;
  off: string;
  loading: string;
  densityMenu: string;
  density: Record<SuggestionDensity, string>;
  densityHints: Record<SuggestionDensity, string>;
  unavailable: Record<SuggestionsUnavailable, string>;
  /** Null when there is nothing to say. */
  helper: (helper: SuggestionHelper) => string | null;
  /** What a screen reader says when a suggestion is complete. */
  announcement: (item: SuggestionItem) => string;
  card: Partial<SuggestionCardLabels>;
}
/** English words of the panel around the suggestions; `labels` replaces them one by one. */
export const defaultAISuggestionPanelLabels: AISuggestionPanelLabels = {
  name: 'Suggestions',
  empty: 'Listening. Suggestions appear when they help.',
  off: 'You have turned suggestions off. Turn them on at the top.',
  loading: 'Loading suggestions',
  densityMenu: 'How many suggestions',
  density: { all: 'All', important: 'Important', none: 'None' },
  densityHints: {
    all: 'Whatever may help, also while it is being written.',
    important: 'Only what must be said or avoided.',
    none: 'No suggestions in this and the next calls.',
  },
  unavailable: {
    declined: 'No suggestions: the customer did not agree to transcription.',
    'transcription-off': 'No suggestions just now: the speech is not being transcribed.',
    away: 'No suggestions just now: the assistant is not in the call. It comes back by itself.',
    refused: 'No suggestions any more: this call is not yours, or you are signed out.',
  },
  helper: (helper) => helperWords(helper),
  announcement: ({ text }) => `New suggestion: ${text}`,
  card: {},
};

/** From here on a confidence is called high, and medium. */
const HIGH_CONFIDENCE = 0.75;
const MEDIUM_CONFIDENCE = 0.5;

/** A confidence of 0–1 in a word. */
export function confidenceLevel(share: number): 'high' | 'medium' | 'low' {
  if (share >= HIGH_CONFIDENCE) return 'high';
  return share >= MEDIUM_CONFIDENCE ? 'medium' : 'low';
}

const confidenceWords = { high: 'Fits well', medium: 'May fit', low: 'Long shot' };

function confidenceWord(share: number): string {
  return confidenceWords[confidenceLevel(share)];
}

function sourceWords({ kind, name }: SuggestionItemSource): string {
  switch (kind) {
    case 'playbook':
      return `Playbook: ${name}`;
    case 'model':
      return `Model: ${name}`;
    case 'generic':
      return 'General advice';
    default:
      return kind satisfies never;
  }
}

function ageWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s ago` : `${Math.floor(seconds / 60)} min ago`;
}

function helperWords({ status, reason }: SuggestionHelper): string | null {
  switch (status) {
    case 'none':
    case 'ready':
      return null;
    case 'late':
      return 'The model is late. Suggestions come from the playbook.';
    case 'off':
      return `The model ${offReasons[reason ?? 'unavailable']}. Suggestions come from the playbook.`;
    default:
      return status satisfies never;
  }
}

const offReasons: Record<NonNullable<SuggestionHelper['reason']>, string> = {
  timeout: 'does not answer',
  'rate-limited': 'is asked too often',
  'quota-exhausted': 'has used up its quota',
  unauthorised: 'refuses our key',
  unavailable: 'cannot be reached',
  'malformed-answer': 'gives unusable answers',
};
