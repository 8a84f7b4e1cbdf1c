import { Ban, Ear } from 'lucide-react';
import { type PartClassNames, part } from '../react/part.ts';
import type { SuggestionCardLabels } from './ai-suggestion-panel-labels.ts';
import {
  SuggestionCard,
  type SuggestionCardPart,
  type SuggestionCardState,
} from './suggestion-card.tsx';
import type { SuggestionVerb } from './suggestion-item.ts';
import type { AISuggestionPanelShortcuts } from './suggestion-shortcuts.ts';
import type { SuggestionSlot, SuggestionSlots } from './suggestion-slots.ts';

interface SlotListProps {
  slots: SuggestionSlots;
  currentId: string | null;
  editingId: string | null;
  pendingId: string | null;
  shortcuts: AISuggestionPanelShortcuts | null;
  nowMs: number | undefined;
  locale: string | undefined;
  classNames:
    | PartClassNames<'suggestion-slot' | 'suggestion-card' | SuggestionCardPart>
    | undefined;
  labels: Partial<SuggestionCardLabels>;
  /** What stands there without cards. */
  empty: string;
  isOff: boolean;
  readOnly: boolean;
  onVerb: (verb: SuggestionVerb, id: string) => void;
  onEdited: (id: string, text: string) => void;
  onBack: () => void;
}

/** The panel's places with their cards. Internal to the panel. */
export function SuggestionSlotList({ slots, empty, isOff, ...context }: SlotListProps) {
  const Icon = isOff ? Ban : Ear;
  return (
    <div data-slot="suggestion-slots">
      {slots.every((slot) => slot === null) ? (
        <p data-slot="suggestion-panel-empty">
          <Icon aria-hidden="true" />
          <span>{empty}</span>
        </p>
      ) : (
        slots.map((slot, index) => (
          <div
            key={index}
            {...part('suggestion-slot', context.classNames)}
            data-state={slot === null ? 'free' : 'taken'}
          >
            {slot ? <PlacedCard key={slot.item.id} slot={slot} index={index} {...context} /> : null}
          </div>
        ))
      )}
    </div>
  );
}

function PlacedCard({
  slot,
  index,
  currentId,
  editingId,
  pendingId,
  shortcuts,
  nowMs,
  locale,
  classNames,
  labels,
  readOnly,
  onVerb,
  onEdited,
  onBack,
}: Omit<SlotListProps, 'slots' | 'empty' | 'isOff'> & { slot: SuggestionSlot; index: number }) {
  const { item } = slot;
  return (
    <SuggestionCard
      item={item}
      position={index + 1}
      state={cardState(slot, { currentId, editingId })}
      pending={item.id === pendingId}
      keys={keysOf(shortcuts, index)}
      nowMs={nowMs}
      locale={locale}
      className={classNames?.['suggestion-card']}
      classNames={classNames}
      labels={labels}
      readOnly={readOnly}
      onVerb={(verb) => onVerb(verb, item.id)}
      onEdited={(text) => onEdited(item.id, text)}
      onBack={onBack}
    />
  );
}

function cardState(
  { item, state }: SuggestionSlot,
  { currentId, editingId }: { currentId: string | null; editingId: string | null },
): SuggestionCardState {
  if (item.id === editingId) return 'editing';
  if (state === 'leaving') return 'leaving';
  if (item.state === 'writing') return 'writing';
  return item.id === currentId ? 'current' : 'waiting';
}

function keysOf(shortcuts: AISuggestionPanelShortcuts | null, index: number) {
  if (!shortcuts) return {};
  const { choose, ...verbs } = shortcuts;
  const key = choose[index];
  return key === undefined ? verbs : { ...verbs, choose: key };
}
