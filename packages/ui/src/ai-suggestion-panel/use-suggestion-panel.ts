import { type RefObject, useRef } from 'react';
import type { AnnouncedWords } from '../react/announcement.tsx';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { useShortcuts } from '../react/use-shortcuts.ts';
import {
  type AISuggestionPanelLabels,
  defaultSuggestionCardLabels,
} from './ai-suggestion-panel-labels.ts';
import type { SuggestionItem, SuggestionVerb } from './suggestion-item.ts';
import { type AISuggestionPanelShortcuts, suggestionShortcuts } from './suggestion-shortcuts.ts';
import type { SuggestionSlots } from './suggestion-slots.ts';
import { useCurrentSuggestion } from './use-current-suggestion.ts';
import { useEditing } from './use-editing.ts';
import { useNewSuggestionWords } from './use-new-suggestion-words.ts';
import { useSuggestionSlots } from './use-suggestion-slots.ts';

/** What the panel's owner hears, by what the agent does. */
export type SuggestionHandlers = Record<Exclude<SuggestionVerb, 'edit'>, (id: string) => void> & {
  edit: (id: string, text: string) => void;
};

/** What the panel shows and does. */
export interface SuggestionPanelState {
  root: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLHeadingElement | null>;
  slots: SuggestionSlots;
  currentId: string | null;
  editingId: string | null;
  /** For the live region. */
  words: AnnouncedWords;
  act: (verb: SuggestionVerb, id: string) => void;
  finishEditing: (id: string, text: string) => void;
  leaveEditor: () => void;
}

/** Places, current card, editor, keys, focus and announcements of the panel. */
export function useSuggestionPanel({
  suggestions,
  pendingId,
  active,
  shortcuts,
  text,
  handlers,
}: {
  suggestions: readonly SuggestionItem[];
  pendingId: string | null;
  active: boolean;
  shortcuts: AISuggestionPanelShortcuts | null;
  text: AISuggestionPanelLabels;
  handlers: SuggestionHandlers;
}): SuggestionPanelState {
  const root = useRef<HTMLElement | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const editing = useEditing(root, heading);
  const slots = useSuggestionSlots(suggestions, editing.editingId);
  const { currentId, seen, choose } = useCurrentSuggestion(suggestions, slots);
  useKeptFocus(root, heading);
  const act = (verb: SuggestionVerb, id: string) => {
    if (id === pendingId || id === editing.editingId) return;
    choose(id);
    if (verb === 'edit') editing.start(id);
    else handlers[verb](id);
  };
  const chooseSlot = (index: number) => {
    const slot = slots[index];
    if (slot?.state === 'shown') choose(slot.item.id);
  };
  const keys = shortcuts
    ? suggestionShortcuts(
        shortcuts,
        { ...defaultSuggestionCardLabels, ...text.card },
        { act: (verb) => seen && act(verb, seen.id), choose: chooseSlot },
      )
    : [];
  useShortcuts(keys, active);
  return {
    root,
    heading,
    slots,
    currentId,
    editingId: editing.editingId,
    words: useNewSuggestionWords(suggestions, text.announcement),
    act,
    finishEditing: (id, edited) => {
      editing.end();
      handlers.edit(id, edited);
    },
    leaveEditor: editing.back,
  };
}
