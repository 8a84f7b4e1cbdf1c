'use client';
import { clsx } from 'clsx';
import { PanelRight, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { isComposing } from '../react/is-composing.ts';
import { useControllable } from '../react/use-controllable.ts';

/** The customer stands on the left, the conversation in the middle, the assistant on the right. */
export type DeskColumn = 'left' | 'main' | 'right';

/** Something waits in a column that may be out of sight. */
export interface DeskNote {
  /** What waits, in words: `2 suggestions`. Read out when the column cannot be seen. */
  text: string;
  /** Shown beside the column's name; without it a dot stands there. */
  count?: number | undefined;
  /** Default `accent`. */
  tone?: 'accent' | 'warning' | undefined;
}

/** Strings of a `DeskLayout`: the names of the columns on narrow screens. */
export interface DeskLayoutLabels extends Record<DeskColumn, string> {
  columns: string;
  close: string;
}
/** English words of the tabs and the drawer; `labels` replaces them one by one. */
export const defaultDeskLayoutLabels: DeskLayoutLabels = {
  columns: 'Parts of the desk',
  left: 'Customer',
  main: 'Conversation',
  right: 'Assistant',
  close: 'Close',
};

/**
 * What stands in each column, and which of them shows where not all have room (may be controlled).
 */
export interface DeskLayoutProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Line above the columns: status, queue, connection. */
  top?: ReactNode;
  left: ReactNode;
  main: ReactNode;
  /** May be absent; below 1024 px a drawer, below 640 px a tab. */
  right?: ReactNode;
  /** Line below the columns: call controls. */
  bottom?: ReactNode;
  /** Column shown below 640 px. */
  activeColumn?: DeskColumn | undefined;
  /** Default `main`. */
  defaultActiveColumn?: DeskColumn | undefined;
  onActiveColumnChange?: ((column: DeskColumn) => void) | undefined;
  /** Whether the drawer is open between 640 and 1024 px. */
  drawerOpen?: boolean | undefined;
  /** Default false. */
  defaultDrawerOpen?: boolean | undefined;
  onDrawerOpenChange?: ((open: boolean) => void) | undefined;
  /** Shown at the tab or button of a column that is out of sight. */
  notes?: Partial<Record<DeskColumn, DeskNote | undefined>> | undefined;
  labels?: Partial<DeskLayoutLabels> | undefined;
}

/** Three columns that become a drawer and then tabs as the screen gets narrow. */
export const DeskLayout = forwardRef<HTMLDivElement, DeskLayoutProps>(function DeskLayout(
  {
    top,
    left,
    main,
    right,
    bottom,
    activeColumn,
    defaultActiveColumn = 'main',
    onActiveColumnChange,
    drawerOpen,
    defaultDrawerOpen = false,
    onDrawerOpenChange,
    notes,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultDeskLayoutLabels, ...labels };
  const [active, setActive] = useControllable<DeskColumn>({
    value: activeColumn,
    defaultValue: defaultActiveColumn,
    onChange: onActiveColumnChange,
  });
  const [open, setOpen] = useControllable({
    value: drawerOpen,
    defaultValue: defaultDrawerOpen,
    onChange: onDrawerOpenChange,
  });
  const toggle = useRef<HTMLButtonElement>(null);
  const closeDrawer = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const columns: DeskColumn[] = right ? ['left', 'main', 'right'] : ['left', 'main'];
  const shown = columns.includes(active) ? active : 'main';
  const noteOfDrawer = open ? undefined : notes?.right;
  const noteOfTab = (column: DeskColumn) => (shown === column ? undefined : notes?.[column]);
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-desk-layout', className)}
      data-slot="desk-layout"
      data-state={right ? (open ? 'drawer-open' : 'drawer-closed') : 'two-columns'}
      data-active={shown}
    >
      {top || right ? (
        <div data-slot="desk-layout-top">
          {top}
          {right ? (
            <Button
              ref={toggle}
              data-part="drawer-toggle"
              variant="ghost"
              icon={<PanelRight />}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {text.right}
              <Note note={noteOfDrawer} />
            </Button>
          ) : null}
          <NoteStatus notes={[noteOfDrawer]} />
        </div>
      ) : null}
      <nav data-slot="desk-layout-tabs" aria-label={text.columns}>
        {columns.map((column) => (
          <button
            key={column}
            type="button"
            aria-current={shown === column ? 'true' : undefined}
            onClick={() => setActive(column)}
          >
            {text[column]}
            <Note note={noteOfTab(column)} />
          </button>
        ))}
        <NoteStatus notes={columns.map(noteOfTab)} />
      </nav>
      <aside data-slot="desk-layout-left" aria-label={text.left}>
        {left}
      </aside>
      <section data-slot="desk-layout-main" aria-label={text.main}>
        {main}
      </section>
      {right ? (
        <aside
          data-slot="desk-layout-right"
          aria-label={text.right}
          onKeyDown={(event) => {
            if (!open || event.key !== 'Escape' || event.defaultPrevented) return;
            if (isComposing(event.nativeEvent)) return;
            event.preventDefault();
            closeDrawer();
          }}
        >
          <div data-slot="desk-layout-drawer-close">
            <IconButton size="sm" label={text.close} icon={<X />} onClick={closeDrawer} />
          </div>
          {right}
        </aside>
      ) : null}
      {bottom ? <div data-slot="desk-layout-bottom">{bottom}</div> : null}
    </div>
  );
});

function Note({ note }: { note: DeskNote | undefined }) {
  if (!note) return null;
  return (
    <>
      <span data-slot="desk-layout-note" data-tone={note.tone ?? 'accent'} aria-hidden="true">
        {note.count}
      </span>
      <span data-slot="visually-hidden">, {note.text}</span>
    </>
  );
}

/** Stands beside the button, so it is heard only where the button is shown: elsewhere the column can be seen. */
function NoteStatus({ notes }: { notes: readonly (DeskNote | undefined)[] }) {
  return (
    <span data-slot="visually-hidden" role="status">
      {notes.map((note) => note?.text ?? '').join(' ')}
    </span>
  );
}
