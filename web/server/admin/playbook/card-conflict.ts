import 'server-only';
import type { CardChange, CardRow } from '@agent/store';

/** Tells who was faster, with what. */
export function conflictWords(row: CardRow, { version }: Pick<CardChange, 'version'>): string {
  const who = row.byName ?? (row.why === 'seeded' ? 'The project’s files' : 'Somebody');
  if (version === 0) return `${who} has a card with this id already. Choose another id.`;
  return `${who} ${did[row.why]} this card while you had it open. Look at that version before you save yours.`;
}

const did = {
  seeded: 'changed',
  created: 'added',
  edited: 'changed',
  'switched-on': 'switched on',
  'switched-off': 'switched off',
  restored: 'brought back an older version of',
} as const satisfies Record<CardRow['why'], string>;
