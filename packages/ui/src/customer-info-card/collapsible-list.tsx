import { type ReactNode, useState } from 'react';
import { Button } from '../button/button.tsx';

/** A titled list that shows its first entries, and all on request. Internal to the customer card. */
export function CollapsibleList<T>({
  slot,
  title,
  empty,
  items,
  shownAtFirst,
  isAlwaysShown = never,
  showAll,
  showFewer,
  children,
}: {
  slot: string;
  title: string;
  empty: string;
  items: readonly T[];
  shownAtFirst: number;
  /** Entries that are not hidden even behind the first ones. */
  isAlwaysShown?: ((item: T) => boolean) | undefined;
  showAll: (count: number) => string;
  showFewer: string;
  children: (item: T) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const shown = items.filter((item, index) => open || index < shownAtFirst || isAlwaysShown(item));
  const hasMore = items.length > shownAtFirst && (open || shown.length < items.length);
  return (
    <section data-slot={slot} data-state={items.length === 0 ? 'empty' : open ? 'open' : 'short'}>
      <h3>
        {title}
        {items.length > 0 ? <span data-slot="count">{items.length}</span> : null}
      </h3>
      {items.length === 0 ? (
        <p data-slot="customer-info-card-none">{empty}</p>
      ) : (
        <ul>{shown.map(children)}</ul>
      )}
      {hasMore ? (
        <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? showFewer : showAll(items.length)}
        </Button>
      ) : null}
    </section>
  );
}

function never(): boolean {
  return false;
}
