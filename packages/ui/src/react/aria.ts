import type { ReactNode } from 'react';

/** Props that may name or describe an element from outside. */
interface OuterAria {
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
}

/** The id that names an element, unless its owner gives it a name in words. */
export function nameFrom(id: string, rest: OuterAria): string | undefined {
  return rest['aria-label'] === undefined ? id : undefined;
}

/** Ids of everything that describes an element: what its owner says, then its own. */
export function describedBy(rest: OuterAria, ...ids: readonly ReactNode[]): string | undefined {
  return [rest['aria-describedby'], ...ids].filter(Boolean).join(' ') || undefined;
}
