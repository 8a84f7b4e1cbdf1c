'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId, useRef } from 'react';
import { useControllable } from '../react/use-controllable.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { useShortcuts } from '../react/use-shortcuts.ts';
import {
  type AISuggestionPanelLabels,
  defaultAISuggestionPanelLabels,
  defaultSuggestionCardLabels,
} from './ai-suggestion-panel-labels.ts';
import { DensityMenu } from './density-menu.tsx';
import { PanelStatus } from './panel-status.tsx';
import type {
  SuggestionDensity,
  SuggestionHelper,
  SuggestionItem,
  SuggestionsUnavailable,
  SuggestionVerb,
} from './suggestion-item.ts';
import {
  type AISuggestionPanelShortcuts,
  defaultAISuggestionPanelShortcuts,
  suggestionShortcuts,
} from './suggestion-shortcuts.ts';
import { SuggestionSlotList } from './suggestion-slot-list.tsx';
import { useCurrentSuggestion } from './use-current-suggestion.ts';
import { useEditing } from './use-editing.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useNewSuggestionWords } from './use-new-suggestion-words.ts';
import { useSuggestionSlots } from './use-suggestion-slots.ts';

export interface AISuggestionPanelProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** At most two, newest first. */
  suggestions: readonly SuggestionItem[];
  /** How many suggestions the agent wants. The menu is there only with `onDensityChange`. */
  density?: SuggestionDensity | undefined;
  defaultDensity?: SuggestionDensity | undefined;
  onDensityChange?: ((density: SuggestionDensity) => void) | undefined;
  /** How the model does; said in words when it is late or off. */
  helper?: SuggestionHelper | undefined;
  /** Why there cannot be suggestions; absent while there can. */
  unavailable?: SuggestionsUnavailable | null | undefined;
  /** Put the suggestion's text into the chat box. */
  onUse: (id: string) => void;
  /** The agent has said it. */
  onSaid: (id: string) => void;
  /** The agent changed the text and wants it in the chat box. */
  onEdit: (id: string, text: string) => void;
  onDismiss: (id: string) => void;
  onWrong: (id: string) => void;
  /** The suggestion whose button was pressed and is not yet answered. */
  pendingId?: string | null | undefined;
  /** What went wrong with the last press, and what to do. */
  problem?: string | null | undefined;
  /** Whether the keys work. Default true. */
  active?: boolean | undefined;
  /** Keys that work anywhere in the page; `null` for none. */
  shortcuts?: AISuggestionPanelShortcuts | null | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  labels?: Partial<AISuggestionPanelLabels> | undefined;
}

/**
 * What the agent could say or do next. Two places of fixed size: a card stays where it is until it
 * goes, and the other one never moves. Keys act on the current card; focus is never taken.
 */
export const AISuggestionPanel = forwardRef<HTMLElement, AISuggestionPanelProps>(
  function AISuggestionPanel(props, ref) {
    const {
      suggestions,
      density,
      defaultDensity = 'all',
      onDensityChange,
      helper,
      unavailable = null,
      onUse,
      onSaid,
      onEdit,
      onDismiss,
      onWrong,
      pendingId = null,
      problem,
      active = true,
      shortcuts = defaultAISuggestionPanelShortcuts,
      nowMs,
      labels,
      className,
      ...rest
    } = props;
    const text = { ...defaultAISuggestionPanelLabels, ...labels };
    const id = useId();
    const root = useRef<HTMLElement | null>(null);
    const heading = useRef<HTMLHeadingElement>(null);
    const [wanted, setWanted] = useControllable({
      value: density,
      defaultValue: defaultDensity,
      onChange: onDensityChange,
    });
    const { editingId, ...editing } = useEditing(root, heading);
    const wanting = wanted === 'none' || unavailable !== null ? none : suggestions;
    const slots = useSuggestionSlots(wanting, editingId);
    const { currentId, seen, choose } = useCurrentSuggestion(wanting, slots);
    const words = useNewSuggestionWords(wanting, text.announcement);
    useKeptFocus(root, heading);
    const run: Record<SuggestionVerb, (suggestionId: string) => void> = {
      use: onUse,
      said: onSaid,
      edit: editing.start,
      dismiss: onDismiss,
      wrong: onWrong,
    };
    const act = (verb: SuggestionVerb, suggestionId: string) => {
      if (suggestionId === pendingId) return;
      choose(suggestionId);
      run[verb](suggestionId);
    };
    useShortcuts(
      shortcuts
        ? suggestionShortcuts(shortcuts, cardLabels(text), {
            act: (verb) => seen && act(verb, seen.id),
            choose: (index) => {
              const slot = slots[index];
              if (slot?.state === 'shown') choose(slot.item.id);
            },
          })
        : [],
      active,
    );
    const isEmpty = slots.every((slot) => slot === null);
    return (
      <section
        aria-labelledby={`${id}-heading`}
        {...rest}
        ref={useMergedRef(root, ref)}
        className={clsx('aui-suggestion-panel', className)}
        data-slot="suggestion-panel"
        data-state={unavailable ?? (wanted === 'none' ? 'off' : isEmpty ? 'empty' : 'ready')}
      >
        <header data-slot="suggestion-panel-head">
          <h2 ref={heading} id={`${id}-heading`} tabIndex={-1}>
            {text.name}
          </h2>
          {onDensityChange ? (
            <DensityMenu density={wanted} onChoose={setWanted} text={text} />
          ) : null}
        </header>
        <SuggestionSlotList
          slots={slots}
          currentId={currentId}
          editingId={editingId}
          pendingId={pendingId}
          shortcuts={shortcuts}
          nowMs={nowMs}
          labels={text.card}
          empty={
            unavailable ? text.unavailable[unavailable] : wanted === 'none' ? text.off : text.empty
          }
          isOff={unavailable !== null || wanted === 'none'}
          onVerb={act}
          onEdited={(suggestionId, edited) => {
            editing.end();
            onEdit(suggestionId, edited);
          }}
          onBack={editing.back}
        />
        <PanelStatus problem={problem} helper={helper && text.helper(helper)} />
        <div data-slot="visually-hidden" role="status" aria-live="polite">
          {words}
        </div>
      </section>
    );
  },
);

const none: readonly SuggestionItem[] = [];

function cardLabels({ card }: AISuggestionPanelLabels) {
  return { ...defaultSuggestionCardLabels, ...card };
}
