import { type SettingKey, settingDefinitions, settingInWords } from '@agent/protocol';
import type { AuditRow } from '@agent/store';

/** So many of a list are named. */
const mostNamed = 10;

const becauseWords: Readonly<Record<string, string>> = {
  'session.refused password': 'wrong password',
  'session.refused unknown': 'nobody has that name',
  'session.refused disabled': 'the account is disabled',
  'session.ended disabled': 'the account was disabled',
  'session.ended enabled': 'the account was enabled',
  'session.ended password': 'the password was changed',
  'session.ended role': 'the role was changed',
  'session.ended asked': 'somebody signed out everywhere',
};

/** What else is on record of an act, each in words. */
export function detailsOf({ action, subjectId, data }: AuditRow): string[] {
  if (action === 'setting.changed' && isSettingKey(subjectId)) {
    return [`from ${valueWords(subjectId, data.from)} to ${valueWords(subjectId, data.to)}`];
  }
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const because = name === 'because' && becauseWords[`${action} ${String(value)}`];
    return because ? [because] : [`${spaced(name)}: ${shown(value)}`];
  });
}

function valueWords(key: SettingKey, value: unknown): string {
  const isValue = typeof value === 'number' || typeof value === 'string' || value === null;
  return isValue ? settingInWords(key, value) : 'something else';
}

function isSettingKey(id: string | null): id is SettingKey {
  return id !== null && Object.hasOwn(settingDefinitions, id);
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value))
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  const named = value.slice(0, mostNamed).map(shown).join(', ');
  return value.length > mostNamed ? `${named} and ${value.length - mostNamed} more` : named;
}

/** `queryLength` → `query length`. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
