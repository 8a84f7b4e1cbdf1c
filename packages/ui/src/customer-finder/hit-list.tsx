import { useEffect, useRef } from 'react';
import { AccountStatusBadge } from '../customer-info-card/customer-state-badges.tsx';
import type { CustomerHit } from '../customer-info-card/customer-types.ts';
import type { CustomerFinderLabels } from './customer-finder-labels.ts';

/** The customers found, as a listbox whose active option is chosen from the box. Internal to the finder. */
export function HitList({
  id,
  hits,
  activeIndex,
  pendingId,
  text,
  onChoose,
}: {
  id: string;
  hits: readonly CustomerHit[];
  activeIndex: number;
  pendingId: string | null;
  text: CustomerFinderLabels;
  onChoose: (index: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const active = list.current?.querySelector('[aria-selected="true"]');
    if (activeIndex >= 0) active?.scrollIntoView?.({ block: 'nearest' });
  }, [activeIndex]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={text.results}
      data-slot="customer-hits"
      hidden={hits.length === 0}
    >
      {hits.map((hit, index) => {
        const { customer } = hit;
        const state =
          customer.customerId === pendingId ? 'pending' : index === activeIndex ? 'active' : 'idle';
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys of this listbox.
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box; the option is its active descendant.
          <div
            key={customer.customerId}
            id={`${id}-hit-${index}`}
            role="option"
            aria-selected={index === activeIndex}
            data-slot="customer-hit"
            data-state={state}
            onClick={() => onChoose(index)}
          >
            <strong dir="auto">{customer.name}</strong>
            <AccountStatusBadge status={customer.status} word={text.account[customer.status]} />
            <span data-slot="customer-faint">
              <bdi>{customer.email ?? customer.phone}</bdi>
            </span>
            <span data-slot="customer-hit-matched">{text.matched(hit)}</span>
          </div>
        );
      })}
    </div>
  );
}
