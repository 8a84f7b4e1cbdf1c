import { type AuditPiece, type SettingKey, settingDefinitions } from '@agent/protocol';
import type { AuditRow } from '@agent/store';
import { wordsOf } from './audit-words.ts';

/** What happened, in words: pieces of which some are who did it and what it was done to. */
export function sentenceOf(row: AuditRow, zone: string): AuditPiece[] {
  const { sentence, alone = sentence, ofCall = sentence } = wordsOf(row.action);
  const what = subjectWords(row, zone);
  const withSubject = row.subjectKind === 'call' ? ofCall : sentence;
  const template = what === null ? alone : withSubject;
  return template.split(/(\{who\}|\{what\})/).flatMap((part): AuditPiece[] => {
    if (part === '{who}') return [{ text: row.actorName ?? 'Somebody', is: 'who' }];
    if (part === '{what}') return [{ text: what ?? 'something', is: 'what' }];
    return part === '' ? [] : [{ text: part, is: 'words' }];
  });
}

/** What it was about, as people call it; null when it was about nothing. */
function subjectWords(row: AuditRow, zone: string): string | null {
  const { subjectKind, subjectId, subjectName, subjectAt } = row;
  if (subjectKind === null || subjectId === null) return null;
  switch (subjectKind) {
    case 'call':
      return callWords(subjectName, subjectAt, zone);
    case 'customer':
      return subjectName ?? `customer ${subjectId}`;
    case 'card':
      return `the card “${subjectName ?? subjectId}”`;
    case 'queue':
      return `the queue ${subjectName ?? nameThen(row) ?? subjectId}`;
    case 'setting':
      return `the setting “${settingLabel(subjectId)}”`;
    default:
      return subjectName ?? `${subjectKind} ${subjectId}`;
  }
}

function callWords(customer: string | null, begunAt: Date | null, zone: string): string {
  if (!begunAt) return 'a call that is not known any more';
  const when = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, dateStyle: 'medium', timeStyle: 'short' },
  } as const).format(begunAt);
  return customer ? `the call of ${customer} (${when})` : `an erased call (${when})`;
}

function settingLabel(id: string): string {
  return Object.hasOwn(settingDefinitions, id) ? settingDefinitions[id as SettingKey].label : id;
}

function nameThen({ data }: AuditRow): string | undefined {
  return typeof data.name === 'string' ? data.name : undefined;
}
