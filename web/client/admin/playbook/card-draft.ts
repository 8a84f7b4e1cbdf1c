import type { StoredCard } from '@agent/protocol';
import { type CardFields, cardOfFields, emptyCardFields, fieldsOf } from './card-fields.ts';
import { type CheckedCard, checkCard } from './card-issues.ts';
import { readYaml, yamlOf } from './card-yaml.ts';

/** What somebody makes of a card and has not saved. */
export interface CardDraft {
  /** The version that it was made from; 0: a new card. */
  version: number;
  /** The card as its form holds it; undefined where the form has no place for all of it. */
  fields: CardFields | undefined;
  /** The card as text while that is edited; null: the form is. */
  text: string | null;
}

/** A card as somebody begins to edit it. */
export function draftOf({ version, card }: Pick<StoredCard, 'version' | 'card'>): CardDraft {
  const fields = fieldsOf(card);
  return { version, fields, text: fields ? null : yamlOf(card) };
}

/** A card that nobody has written yet. */
export function newDraft(): CardDraft {
  return { version: 0, fields: emptyCardFields, text: null };
}

/** A new card with the words of another; its id is for its author to choose. */
export function copyOf(card: unknown): CardDraft {
  const { id = '', ...words } =
    typeof card === 'object' && card !== null ? (card as { id?: string }) : {};
  return draftOf({ version: 0, card: { id: `${id.slice(0, 55)}-copy`, ...words } });
}

/** What a draft is now, as it would be saved, and what is wrong with it. */
export function checkDraft({ fields, text }: CardDraft, ownId: string | null): CheckedCard {
  if (text === null) return checkCard(fields && cardOfFields(fields), ownId);
  const { card, faults } = readYaml(text, ownId);
  return { card, issues: faults.map(({ message }) => ({ path: [], message, isUnknown: false })) };
}

/** The draft as text. */
export function textOfDraft({ fields, text }: CardDraft): string {
  return text ?? yamlOf(fields && cardOfFields(fields));
}

/** The same draft in its form; undefined when the text holds what the form has no place for. */
export function inForm(draft: CardDraft, ownId: string | null): CardDraft | undefined {
  if (draft.text === null) return draft;
  const fields = fieldsOf(readYaml(draft.text, ownId).raw);
  return fields && { ...draft, fields, text: null };
}

/** Whether a draft says the same as a stored card. */
export function isUnchanged(draft: CardDraft, card: unknown): boolean {
  const stored = yamlOf(card);
  if (draft.text === null) return textOfDraft(draft) === normal(card, stored);
  return draft.text === stored || yamlOf(readYaml(draft.text, null).raw) === stored;
}

/**
 * Whether there is nothing to keep of a draft. Blank lines and remarks that are being typed are kept, though
 * they change nothing of the card.
 */
export function isAsStored({ text, fields }: CardDraft, card: unknown): boolean {
  if (text !== null) return text === yamlOf(card);
  return JSON.stringify(fields) === JSON.stringify(fieldsOf(card));
}

/** As the form would give the card back. */
function normal(card: unknown, stored: string): string {
  const fields = fieldsOf(card);
  return fields ? yamlOf(cardOfFields(fields)) : stored;
}
