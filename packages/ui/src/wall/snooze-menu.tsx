import { AlarmClock } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { focusByKey } from '../agent-status-picker/menu-keys.ts';
import { Button } from '../button/button.tsx';
import { useDismiss } from '../react/use-dismiss.ts';
import type { CallWallLabels } from './call-wall-labels.ts';

/** Puts something off for some minutes. Internal to the wall. */
export function SnoozeMenu({
  minutes,
  onSnooze,
  pending,
  text,
}: {
  minutes: readonly number[];
  onSnooze: (minutes: number) => void;
  pending: boolean;
  text: CallWallLabels;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  useDismiss(root, open, close);
  useEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus();
  }, [open]);
  return (
    <div ref={root} data-slot="snooze-menu">
      <Button
        ref={button}
        size="sm"
        variant="ghost"
        icon={<AlarmClock />}
        pending={pending}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text.snooze}
      </Button>
      {open ? (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label={text.snooze}
          data-slot="snooze-menu-choices"
          onKeyDown={focusByKey}
        >
          {minutes.map((choice) => (
            <button
              key={choice}
              type="button"
              role="menuitem"
              onClick={() => {
                close(true);
                onSnooze(choice);
              }}
            >
              {text.snoozeFor(choice)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
