import { type SettingDefinition, type SettingKey, settingDefinitions } from './settings.ts';

const unitWords = {
  days: ['day', 'days'],
  minutes: ['minute', 'minutes'],
  seconds: ['second', 'seconds'],
  score: ['', ''],
} as const;

/** A value of a setting as people say it, such as "20 seconds"; null is its default. */
export function settingInWords(key: SettingKey, value: number | string | null): string {
  if (value === null) return 'the default';
  const definition: SettingDefinition = settingDefinitions[key];
  if (definition.kind === 'zone' || typeof value === 'string') return String(value);
  if (value === 0 && definition.zero) return definition.zero;
  const [one, many] = unitWords[definition.unit];
  const figure = String(value).replace('-', '−');
  return `${figure} ${value === 1 ? one : many}`.trim();
}

/** What a figure that is entered is counted in; empty for a score. */
export function settingUnit(key: SettingKey): string {
  const definition: SettingDefinition = settingDefinitions[key];
  return definition.kind === 'number' ? unitWords[definition.unit][1] : '';
}
