import { expect, test } from 'vitest';
import { playbookSuggestion } from '../stories/sample-suggestions.ts';
import type { SuggestionItem } from './suggestion-item.ts';
import { assignSlots, clearLeft, emptySlots, type SuggestionSlots } from './suggestion-slots.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...playbookSuggestion, id })) as [
  SuggestionItem,
  SuggestionItem,
  SuggestionItem,
];

/** Each place as `id` or `id:state`, free ones as `-`. */
function places(slots: SuggestionSlots): string[] {
  return slots.map((slot) => {
    if (!slot) return '-';
    return slot.state === 'shown' ? slot.item.id : `${slot.item.id}:${slot.state}`;
  });
}

test('puts the first card on top and a newer one below it', () => {
  const one = assignSlots(emptySlots, [a], null);
  expect(places(one)).toEqual(['a', '-']);
  expect(places(assignSlots(one, [b, a], null))).toEqual(['a', 'b']);
});

test('keeps every card in its place when the other goes', () => {
  const both = assignSlots(emptySlots, [b, a], null);
  const leaving = assignSlots(both, [b], null);
  expect(places(leaving)).toEqual(['a:leaving', 'b']);
  expect(places(clearLeft(leaving))).toEqual(['-', 'b']);
});

test('gives the place of a crowded-out card to the new one at once', () => {
  const both = assignSlots(emptySlots, [b, a], null);
  expect(places(assignSlots(both, [c, b], null))).toEqual(['c', 'b']);
});

test('puts a card into its own place, when nobody is there', () => {
  expect(places(assignSlots(emptySlots, [{ ...a, place: 1 }], null))).toEqual(['-', 'a']);
  const one = assignSlots(emptySlots, [a], null);
  expect(places(assignSlots(one, [{ ...b, place: 0 }, a], null))).toEqual(['a', 'b']);
});

test('changes a growing card in place', () => {
  const both = assignSlots(emptySlots, [b, a], null);
  const longer = { ...b, text: `${b.text} And more.` };
  const after = assignSlots(both, [longer, a], null);
  expect(places(after)).toEqual(['a', 'b']);
  expect(after[1]?.item.text).toContain('And more.');
});

test('keeps a card that is being edited although its suggestion is gone, until the editor is left', () => {
  const both = assignSlots(emptySlots, [b, a], null);
  const edited = assignSlots(both, [c, b], 'a');
  expect(places(edited)).toEqual(['a:kept', 'b']);
  expect(places(assignSlots(edited, [c, b], null))).toEqual(['c', 'b']);
});

test('shows two of three, the newer ones, and takes back one that was leaving', () => {
  expect(places(assignSlots(emptySlots, [c, b, a], null))).toEqual(['b', 'c']);
  const leaving = assignSlots(assignSlots(emptySlots, [a], null), [], null);
  expect(places(assignSlots(leaving, [a], null))).toEqual(['a', '-']);
});

test('gives back the very same places when nothing changed', () => {
  const both = assignSlots(emptySlots, [b, a], null);
  expect(assignSlots(both, [b, a], null)).toBe(both);
  expect(clearLeft(both)).toBe(both);
});
