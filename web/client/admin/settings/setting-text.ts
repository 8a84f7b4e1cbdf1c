import { type SettingDefinition, type SettingKey, settingDefinitions } from '@agent/protocol';

/** What somebody has entered as a value: a number as people write it, or the name of a zone. */
export function valueOfText(key: SettingKey, text: string): number | string {
  const definition: SettingDefinition = settingDefinitions[key];
  if (definition.kind === 'zone') return text;
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

/** A value as it stands in its field. */
export function textOfValue(value: number | string): string {
  return String(value);
}

/** Whether things would be kept for a shorter time; 0 is for ever. */
export function isShorter(next: number | string, before: number | string): boolean {
  if (typeof next !== 'number' || typeof before !== 'number') return false;
  return next > 0 && (before === 0 || next < before);
}
