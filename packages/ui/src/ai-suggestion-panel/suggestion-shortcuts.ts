import type { Shortcut } from '../react/use-shortcuts.ts';
import type { SuggestionCardLabels } from './ai-suggestion-panel-labels.ts';
import type { SuggestionVerb } from './suggestion-item.ts';

/** Keys of the suggestions. Each works alone while nobody types, and with Alt (on a Mac ⌃⌥) always. */
export interface AISuggestionPanelShortcuts extends Record<SuggestionVerb, string> {
  /** Make the first or the second card the current one. */
  choose: readonly [string, string];
}
/** Keys that act on the current suggestion, as `Shortcut.keys` writes them. */
export const defaultAISuggestionPanelShortcuts: AISuggestionPanelShortcuts = {
  use: 'U',
  said: 'S',
  edit: 'E',
  dismiss: 'X',
  wrong: 'W',
  choose: ['1', '2'],
};

export const suggestionVerbs = ['use', 'said', 'edit', 'dismiss', 'wrong'] as const;

/** The shortcuts of the panel: every key alone and with Alt. */
export function suggestionShortcuts(
  keys: AISuggestionPanelShortcuts,
  labels: SuggestionCardLabels,
  run: { act: (verb: SuggestionVerb) => void; choose: (index: number) => void },
): Shortcut[] {
  const plain: Shortcut[] = [
    ...suggestionVerbs.map((verb) => ({
      keys: keys[verb],
      label: labels[verb],
      run: () => run.act(verb),
    })),
    ...keys.choose.map((key, index) => ({
      keys: key,
      label: labels.card(index + 1),
      run: () => run.choose(index),
    })),
  ];
  return plain.flatMap((shortcut) => [shortcut, { ...shortcut, keys: `Alt+${shortcut.keys}` }]);
}
