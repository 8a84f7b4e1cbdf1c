'use client';
import {
  type SettingGroup,
  type SettingKey,
  type SettingView,
  settingDefinitions,
  settingGroups,
  settingInWords,
} from '@agent/protocol';
import { Badge } from '@agent/ui';
import { Pencil, TriangleAlert } from 'lucide-react';

interface SettingListProps {
  settings: readonly SettingView[];
  selected: SettingKey | null;
  /** Whether something was typed for a setting and not saved. */
  isTyped(key: SettingKey): boolean;
  onSelect(key: SettingKey): void;
}

/** All settings under their headings, each with what is in force. */
export function SettingList({ settings, ...rest }: SettingListProps) {
  return (Object.keys(settingGroups) as SettingGroup[]).map((group) => (
    <section key={group} aria-labelledby={`settings-${group}`}>
      <h2 id={`settings-${group}`} className="settings-group">
        {settingGroups[group]}
      </h2>
      <ul className="settings">
        {settings
          .filter(({ key }) => settingDefinitions[key].group === group)
          .map((view) => (
            <SettingRow key={view.key} view={view} {...rest} />
          ))}
      </ul>
    </section>
  ));
}

function SettingRow({
  view: { key, value, history, isUnusable },
  selected,
  isTyped,
  onSelect,
}: Omit<SettingListProps, 'settings'> & { view: SettingView }) {
  const isSet = history[0] !== undefined && history[0].value !== null;
  return (
    <li>
      <button
        type="button"
        className="admin-row setting-row"
        aria-current={key === selected ? 'true' : undefined}
        onClick={() => onSelect(key)}
      >
        <span>{settingDefinitions[key].label}</span>
        <span className="setting-row-state">
          {isTyped(key) ? (
            <Badge tone="accent" icon={<Pencil />}>
              Not saved
            </Badge>
          ) : null}
          {isUnusable ? (
            <Badge tone="warning" icon={<TriangleAlert />}>
              Cannot be used
            </Badge>
          ) : null}
          <strong>{settingInWords(key, value)}</strong>
          {isSet && !isUnusable ? null : <span className="settings-muted">default</span>}
        </span>
      </button>
    </li>
  );
}
