'use client';
import type { AgentStatus } from '@agent/protocol';
import { clsx } from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useId, useRef } from 'react';
import { formatTimer } from '../format/clock.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useDismiss } from '../react/use-dismiss.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { Timer } from '../timer/timer.tsx';
import { focusByKey } from './menu-keys.ts';

/** Statuses an agent chooses; the others follow from calls. */
export type ChoosableStatus = Extract<AgentStatus, 'available' | 'break' | 'offline'>;
const choosable: readonly ChoosableStatus[] = ['available', 'break', 'offline'];

/** One line of the menu. */
export interface AgentStatusChoice {
  id: string;
  status: ChoosableStatus;
  label: string;
  /** Whether it is so already: it is checked, and choosing it does nothing. Default: `id` is the status. */
  chosen?: boolean | undefined;
}

/** Strings of an `AgentStatusPicker`. */
export interface AgentStatusPickerLabels extends Record<AgentStatus, string> {
  menu: string;
  /** How long it has been so. */
  elapsed: (durationMs: number) => string;
}
/** English words of the menu of statuses; `labels` replaces them one by one. */
export const defaultAgentStatusPickerLabels: AgentStatusPickerLabels = {
  menu: 'Your status',
  elapsed: formatTimer,
  offline: 'Offline',
  available: 'Available',
  offered: 'Incoming call',
  'on-call': 'On call',
  'wrap-up': 'Wrap-up',
  break: 'On break',
};

/**
 * The status that the server has, what the agent may choose, and a menu that may be controlled from
 * outside.
 */
export interface AgentStatusPickerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  status: AgentStatus;
  /** Epoch milliseconds since when; shows a timer. */
  sinceMs?: number | undefined;
  /** `id` is that of the choice; without `choices` it is the status. */
  onStatusChange: (status: ChoosableStatus, id: string) => void;
  /** Lines of the menu in place of the three statuses, as breaks with a reason. Also during a call. */
  choices?: readonly AgentStatusChoice[] | undefined;
  /** Follows the status: why it is so, or what comes next. */
  detail?: string | undefined;
  pending?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Whether the menu is open. */
  open?: boolean | undefined;
  /** Default false. */
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Language of the timer's start on hover. Default: the browser's. */
  locale?: string | undefined;
  labels?: Partial<AgentStatusPickerLabels> | undefined;
}

/** The agent's status in words and a menu to change it between calls. */
export const AgentStatusPicker = forwardRef<HTMLDivElement, AgentStatusPickerProps>(
  function AgentStatusPicker(
    {
      status,
      sinceMs,
      onStatusChange,
      choices,
      detail,
      pending,
      disabled,
      open: openProp,
      defaultOpen = false,
      onOpenChange,
      locale,
      labels,
      className,
      ...rest
    },
    ref,
  ) {
    const text = { ...defaultAgentStatusPickerLabels, ...labels };
    const id = useId();
    const own = useRef<HTMLDivElement | null>(null);
    const merged = useMergedRef(own, ref);
    const items: readonly AgentStatusChoice[] =
      choices ?? choosable.map((own) => ({ id: own, status: own, label: text[own] }));
    const free = choices ? choices.length > 0 : items.some(({ id }) => id === status);
    const [wanted, setOpen] = useControllable({
      value: openProp,
      defaultValue: defaultOpen,
      onChange: onOpenChange,
    });
    // A call that comes in takes the choice away, also from an agent who is about to choose.
    const open = wanted && free && !disabled;
    useEffect(() => {
      if (wanted && !open) setOpen(false);
    }, [wanted, open, setOpen]);
    const close = (refocus: boolean) => {
      setOpen(false);
      if (refocus) own.current?.querySelector('button')?.focus();
    };
    useDismiss(own, open, close);
    const menu = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const of = (selector: string) => menu.current?.querySelector<HTMLElement>(selector);
      (of('[aria-checked=true]') ?? of('button'))?.focus();
    }, [open]);
    return (
      <div
        {...rest}
        ref={merged}
        className={clsx('aui-agent-status-picker', className)}
        data-slot="agent-status-picker"
        data-state={status}
      >
        <button
          type="button"
          data-slot="agent-status-picker-trigger"
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-busy={pending || undefined}
          // Not `disabled`: focus has just come back to it.
          aria-disabled={pending || undefined}
          disabled={disabled || !free}
          onClick={() => pending || setOpen(!open)}
        >
          <StatusMark status={status} />
          <span data-slot="visually-hidden">{`${text.menu}: `}</span>
          <span>
            {text[status]}
            {detail && ', '}
          </span>
          {detail && <span data-slot="agent-status-picker-detail">{detail}</span>}
          {sinceMs === undefined ? null : (
            <Timer sinceMs={sinceMs} locale={locale} labels={{ elapsed: text.elapsed }} />
          )}
          {free ? <ChevronDown aria-hidden="true" /> : null}
        </button>
        {open ? (
          <div
            ref={menu}
            id={id}
            role="menu"
            aria-label={text.menu}
            data-slot="agent-status-picker-menu"
            onKeyDown={(event) => {
              if (event.key === 'Tab') setOpen(false);
              else focusByKey(event);
            }}
          >
            {items.map(({ id, status: then, label, chosen = id === status }) => (
              <button
                key={id}
                type="button"
                role="menuitemradio"
                aria-checked={chosen}
                tabIndex={-1}
                onClick={() => {
                  close(true);
                  if (!chosen) onStatusChange(then, id);
                }}
              >
                <StatusMark status={then} />
                <span>{label}</span>
                {chosen ? <Check aria-hidden="true" /> : null}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    );
  },
);

function StatusMark({ status }: { status: AgentStatus }) {
  return <span data-slot="agent-status-mark" data-status={status} aria-hidden="true" />;
}
