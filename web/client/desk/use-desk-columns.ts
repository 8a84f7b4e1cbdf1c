'use client';
import type { DeskColumn } from '@agent/ui';
import { useState } from 'react';
import { useMediaQuery } from '../preferences/use-media-query.ts';

/** Which columns of the desk are shown where there is not room for all. */
export interface DeskColumns {
  /** Below 640 px. */
  active: DeskColumn;
  setActive(column: DeskColumn): void;
  /** From 640 to 1023 px. */
  drawerOpen: boolean;
  setDrawerOpen(open: boolean): void;
  /** Whether the right column is a drawer. */
  hasDrawer: boolean;
  /** Whether the columns are tabs. */
  hasTabs: boolean;
  /** Whether the right column can be seen now. */
  rightSeen: boolean;
}

interface Choice {
  isOver: boolean;
  active?: DeskColumn;
  drawerOpen?: boolean;
}

/**
 * The conversation matters during the call and the form once it `isOver`. What the agent chose in
 * between holds until then.
 */
export function useDeskColumns(isOver: boolean): DeskColumns {
  const [choice, setChoice] = useState<Choice>({ isOver });
  if (choice.isOver !== isOver) setChoice({ isOver });
  const isWide = useMediaQuery('(min-width: 1024px)', true);
  const hasTabs = useMediaQuery('(max-width: 639px)', false);
  const active = choice.active ?? (isOver ? 'right' : 'main');
  const drawerOpen = choice.drawerOpen ?? isOver;
  return {
    active,
    setActive: (next) => setChoice((before) => ({ ...before, active: next })),
    drawerOpen,
    setDrawerOpen: (next) => setChoice((before) => ({ ...before, drawerOpen: next })),
    hasDrawer: !isWide && !hasTabs,
    hasTabs,
    rightSeen: isWide || (hasTabs ? active === 'right' : drawerOpen),
  };
}
