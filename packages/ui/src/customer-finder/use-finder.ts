import type { KeyboardEvent } from 'react';
import type { CustomerHit } from '../customer-info-card/customer-types.ts';
import { isComposing } from '../react/is-composing.ts';
import { useControllable } from '../react/use-controllable.ts';
import { type FinderView, finderView, type SearchStanding } from './finder-view.ts';
import { useActiveOption } from './use-active-option.ts';

/** What a finder's query is made of. */
export interface UseFinderOptions extends Omit<SearchStanding, 'shown'> {
  query: string | undefined;
  defaultQuery: string;
  onQueryChange: ((query: string) => void) | undefined;
  hits: readonly CustomerHit[];
  /** The customer that was chosen and is being linked: nobody else can be chosen. */
  pendingId: string | null;
  onChoose: (customerId: string) => void;
  onCancel: (() => void) | undefined;
}

/** The query of a finder: what is typed, what is shown for it, and where the keyboard is. */
export interface Finder {
  typed: string;
  setTyped: (typed: string) => void;
  view: FinderView;
  /** −1: none. */
  activeIndex: number;
  choose: (index: number) => void;
  /** For the box: ↑ ↓ move, Enter chooses, Escape empties and, in an empty box, leaves. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Keeps the query of a finder. Internal to the finder. */
export function useFinder(options: UseFinderOptions): Finder {
  const { hits, total, status, pendingId, onChoose, onCancel } = options;
  const [typed, setTyped] = useControllable({
    value: options.query,
    defaultValue: options.defaultQuery,
    onChange: options.onQueryChange,
  });
  const choose = (index: number) => {
    const hit = hits[index];
    if (hit && pendingId === null) onChoose(hit.customer.customerId);
  };
  const ids = hits.map(({ customer }) => customer.customerId);
  const { activeIndex, onKeyDown } = useActiveOption(ids, typed, choose);
  return {
    typed,
    setTyped,
    view: finderView(typed, { status, shown: hits.length, total }),
    activeIndex,
    choose,
    onKeyDown(event) {
      if (event.key !== 'Escape') return onKeyDown(event);
      if (isComposing(event.nativeEvent)) return;
      if (typed) setTyped('');
      else if (onCancel) onCancel();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
