import type { SuggestionItem } from './suggestion-item.ts';

/** A place for a card. A card keeps its place while it is shown; the place stays when it goes. */
export interface SuggestionSlot {
  item: SuggestionItem;
  /** `leaving` fades away; `kept` is gone for its owner, but somebody is editing it. */
  state: 'shown' | 'leaving' | 'kept';
}

/** The panel's places, top first; null is free. */
export type SuggestionSlots = readonly (SuggestionSlot | null)[];

/** As many cards are shown at once. */
export const SLOT_COUNT = 2;
export const emptySlots: SuggestionSlots = Object.freeze(
  Array.from({ length: SLOT_COUNT }, () => null),
);

/**
 * Puts suggestions (newest first) into their places: those shown stay where they are, gone ones
 * start to leave, new ones take their own place, else the first free one, else that of one that leaves. The card
 * `editingId` is kept even when its suggestion is gone. Gives back `slots` when nothing changed.
 */
export function assignSlots(
  slots: SuggestionSlots,
  suggestions: readonly SuggestionItem[],
  editingId: string | null,
): SuggestionSlots {
  const byId = new Map(suggestions.map((item) => [item.id, item]));
  const next = slots.map((slot) => slot && settle(slot, byId.get(slot.item.id), editingId));
  const placed = new Set(next.map((slot) => slot?.item.id));
  for (const item of suggestions.slice(0, SLOT_COUNT).reverse()) {
    if (placed.has(item.id)) continue;
    const index = freeIndex(next, item.place);
    if (index >= 0) next[index] = { item, state: 'shown' };
  }
  return next.every((slot, index) => slot === slots[index]) ? slots : next;
}

/** Takes away the cards that were leaving. */
export function clearLeft(slots: SuggestionSlots): SuggestionSlots {
  if (!slots.some((slot) => slot?.state === 'leaving')) return slots;
  return slots.map((slot) => (slot?.state === 'leaving' ? null : slot));
}

function settle(
  slot: SuggestionSlot,
  item: SuggestionItem | undefined,
  editingId: string | null,
): SuggestionSlot {
  if (item) return slot.item === item && slot.state === 'shown' ? slot : { item, state: 'shown' };
  const state = slot.item.id === editingId ? 'kept' : 'leaving';
  return slot.state === state ? slot : { ...slot, state };
}

function freeIndex(slots: SuggestionSlots, place: number | undefined): number {
  const own = place === undefined ? undefined : slots[place];
  if (place !== undefined && (own === null || own?.state === 'leaving')) return place;
  const free = slots.indexOf(null);
  return free >= 0 ? free : slots.findIndex((slot) => slot?.state === 'leaving');
}
