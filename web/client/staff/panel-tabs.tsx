'use client';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import './panel-tabs.css';

/** Tabs with one panel below them. Arrows go from tab to tab. */
export function PanelTabs<Name extends string>({
  label,
  panels,
  shown,
  onShow,
  children,
}: {
  label: string;
  /** What stands on each tab. */
  panels: Readonly<Partial<Record<Name, string>>>;
  shown: Name;
  onShow: (name: Name) => void;
  /** What the tab that is shown has. */
  children: ReactNode;
}) {
  const id = useId();
  const names = Object.keys(panels) as Name[];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = names[(names.indexOf(shown) + by + names.length) % names.length];
    if (next === undefined) return;
    onShow(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="panel-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === shown}
            aria-controls={`${id}-panel`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {panels[name]}
          </button>
        ))}
      </div>
      <div className="panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {children}
      </div>
    </>
  );
}
