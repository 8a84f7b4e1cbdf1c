'use client';
import {
  type SettingDefinition,
  type SettingKey,
  settingDefinitions,
  settingInWords,
  settingUnit,
} from '@agent/protocol';
import { Select, TextField } from '@agent/ui';

interface SettingFieldProps {
  settingKey: SettingKey;
  text: string;
  error: string | undefined;
  onChange(text: string): void;
}

/** Where another value is entered. */
export function SettingField({ settingKey, text, error, onChange }: SettingFieldProps) {
  const definition: SettingDefinition = settingDefinitions[settingKey];
  if (definition.kind === 'zone') {
    return (
      <Select
        label="Time zone"
        value={text}
        error={error}
        options={zoneOptions(text)}
        onValueChange={onChange}
      />
    );
  }
  const { least, most, zero } = definition;
  const [from, to] = [settingInWords(settingKey, least), settingInWords(settingKey, most)];
  const unit = settingUnit(settingKey);
  return (
    <TextField
      label={unit ? `Value in ${unit}` : 'Value'}
      className="setting-value"
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      value={text}
      error={error}
      hint={zero ? `1 to ${to}; 0 is ${zero}.` : `From ${from} to ${to}.`}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function zoneOptions(chosen: string) {
  const zones = new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
