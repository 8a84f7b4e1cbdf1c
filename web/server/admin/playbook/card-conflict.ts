import 'server-only';
import type { CardRow, CardVersionRow } from '@agent/store';
import { changedFields } from './changed-fields.ts';

/** Tells who was faster, with what; `base`: the version that the late change was made from, if there was one. */
export function conflictWords(row: CardRow, base: CardVersionRow | undefined): string {
  const who = row.byName ?? (row.why === 'seeded' ? 'The project’s files' : 'Somebody');
  if (!base) return `${who} has a card with this id already. Choose another id.`;
  const fields = changedFields(base.card, row.card);
  const what = fields.length > 0 ? `changed the ${listed(fields)} of this card` : did[row.why];
  const use = row.enabled ? 'on' : 'off';
  const switched =
    row.enabled !== base.enabled && fields.length > 0 ? `, and it is ${use} now` : '';
  return `${who} ${what} while you had it open${switched}. Look at that version before you save yours.`;
}

/** Where no words differ. */
const did = {
  seeded: 'looked after this card',
  created: 'added this card',
  edited: 'changed this card and changed it back',
  'switched-on': 'switched this card on',
  'switched-off': 'switched this card off',
  restored: 'brought back an older version of this card',
} as const satisfies Record<CardRow['why'], string>;

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
