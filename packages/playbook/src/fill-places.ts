import { firstName } from '@agent/protocol';

/** What can be put into the places of a suggestion; undefined or empty when it is not known. */
export interface Places {
  name: string | undefined;
  order: string | undefined;
}

/**
 * A card's suggestion with its places filled in. A clause in brackets is left out when a place in it
 * has no value: "Thank you[, {name}]." becomes "Thank you, Maria." or "Thank you.".
 */
export function fillPlaces(suggestion: string, places: Places): string {
  const filled = suggestion.replace(/\[([^[\]]*)\]/g, (_, clause: string) =>
    fillClause(clause, places),
  );
  return beginUpperCase(filled.replace(/\s+/g, ' ').trim());
}

function fillClause(clause: string, places: Places): string {
  const filled = clause
    .replace('{name}', () => places.name || '{')
    .replace('{order}', () => places.order || '{');
  return filled.includes('{') ? '' : filled;
}

function beginUpperCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How the customer is addressed: the first word of the name, when it is one that can be said. */
export function nameToSay(name: string | null): string | undefined {
  const first = firstName(name ?? '');
  return /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : undefined;
}
