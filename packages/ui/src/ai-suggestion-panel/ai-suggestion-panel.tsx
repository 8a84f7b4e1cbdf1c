'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { Announcement } from '../react/announcement.tsx';
import { nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import {
  type AISuggestionPanelLabels,
  defaultAISuggestionPanelLabels,
} from './ai-suggestion-panel-labels.ts';
import { DensityMenu } from './density-menu.tsx';
import { PanelStatus } from './panel-status.tsx';
import type { SuggestionCardPart } from './suggestion-card.tsx';
import type {
  SuggestionDensity,
  SuggestionHelper,
  SuggestionItem,
  SuggestionsUnavailable,
} from './suggestion-item.ts';
import {
  type AISuggestionPanelShortcuts,
  defaultAISuggestionPanelShortcuts,
} from './suggestion-shortcuts.ts';
import { SuggestionSlotList } from './suggestion-slot-list.tsx';
import { useSuggestionPanel } from './use-suggestion-panel.ts';

/** Parts of an `AISuggestionPanel` that can be given a class. */
export type AISuggestionPanelPart =
  | 'suggestion-panel-head'
  | 'suggestion-slot'
  | 'suggestion-card'
  | SuggestionCardPart;

/**
 * Suggestions newest first, what the agent did with them as callbacks, and how many the agent wants
 * to see.
 */
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
  /** For somebody who only looks on: no buttons and no keys. Default false. */
  readOnly?: boolean | undefined;
  /** Keys that work anywhere in the page; `null` for none. */
  shortcuts?: AISuggestionPanelShortcuts | null | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Language of times on hover. Default: the browser's. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<AISuggestionPanelPart> | undefined;
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
      readOnly = false,
      shortcuts: wantedShortcuts = defaultAISuggestionPanelShortcuts,
      nowMs,
      locale,
      classNames,
      labels,
      className,
      ...rest
    } = props;
    const text = { ...defaultAISuggestionPanelLabels, ...labels };
    const id = useId();
    const shortcuts = readOnly ? null : wantedShortcuts;
    const [wanted, setWanted] = useControllable({
      value: density,
      defaultValue: defaultDensity,
      onChange: onDensityChange,
    });
    const isOff = unavailable !== null || wanted === 'none';
    const panel = useSuggestionPanel({
      suggestions: isOff ? none : suggestions,
      pendingId,
      active,
      shortcuts,
      text,
      handlers: { use: onUse, said: onSaid, edit: onEdit, dismiss: onDismiss, wrong: onWrong },
    });
    const merged = useMergedRef(panel.root, ref);
    const state = unavailable ?? (wanted === 'none' ? 'off' : 'ready');
    const isEmpty = panel.slots.every((slot) => slot === null);
    return (
      <section
        aria-labelledby={nameFrom(`${id}-heading`, rest)}
        {...rest}
        ref={merged}
        className={clsx('aui-suggestion-panel', className)}
        data-slot="suggestion-panel"
        data-state={state === 'ready' && isEmpty ? 'empty' : state}
      >
        <header {...part('suggestion-panel-head', classNames)}>
          <h2 ref={panel.heading} id={`${id}-heading`} tabIndex={-1}>
            {text.name}
          </h2>
          {onDensityChange && !readOnly ? (
            <DensityMenu density={wanted} onChoose={setWanted} text={text} />
          ) : null}
        </header>
        <SuggestionSlotList
          slots={panel.slots}
          currentId={panel.currentId}
          editingId={panel.editingId}
          pendingId={pendingId}
          shortcuts={shortcuts}
          nowMs={nowMs}
          locale={locale}
          classNames={classNames}
          labels={text.card}
          empty={emptyWords(text, state)}
          isOff={isOff}
          readOnly={readOnly}
          onVerb={panel.act}
          onEdited={panel.finishEditing}
          onBack={panel.leaveEditor}
        />
        <PanelStatus problem={problem} helper={helper && text.helper(helper)} />
        <Announcement words={panel.words} />
      </section>
    );
  },
);

const none: readonly SuggestionItem[] = [];

function emptyWords(
  text: AISuggestionPanelLabels,
  state: SuggestionsUnavailable | 'off' | 'ready',
): string {
  if (state === 'ready') return text.empty;
  return state === 'off' ? text.off : text.unavailable[state];
}
