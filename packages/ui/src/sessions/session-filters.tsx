'use client';
import { clsx } from 'clsx';
import { Search, SlidersHorizontal, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type Ref, useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { KeyboardHint } from '../keyboard-hint/keyboard-hint.tsx';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import { isComposing } from '../react/is-composing.ts';
import { useControllable } from '../react/use-controllable.ts';
import { type SessionChoice, SessionFilterFields } from './session-filter-fields.tsx';
import {
  defaultSessionFiltersLabels,
  noSessionFilters,
  type SessionCount,
  type SessionFiltersLabels,
  type SessionFilterValue,
} from './session-filters-labels.ts';

/** What is looked for, whose calls there are, and how many were found. */
export interface SessionFiltersProps
  extends Omit<ComponentPropsWithoutRef<'search'>, 'children' | 'defaultValue'> {
  value?: SessionFilterValue | undefined;
  /** Default `noSessionFilters`. */
  defaultValue?: SessionFilterValue | undefined;
  onValueChange?: ((value: SessionFilterValue) => void) | undefined;
  /** To choose from; leave them out where all calls are of one agent. */
  agents?: readonly SessionChoice[] | undefined;
  /** To choose from; leave them out where there is one. */
  queues?: readonly SessionChoice[] | undefined;
  /** To choose from, beside calls that nobody answered. Default: none. */
  outcomes?: readonly SessionChoice[] | undefined;
  /** How many calls were found; null: not known yet. Default null. */
  count?: SessionCount | null | undefined;
  /** Told at ↓ and Enter in the search, where one wants to go on to the calls. */
  onLeaveSearch?: (() => void) | undefined;
  /** Leads to the field of the search, for a key that goes there. */
  searchRef?: Ref<HTMLInputElement> | undefined;
  /** The key that goes there, shown in the field. */
  searchKeys?: string | undefined;
  /** How many characters may be searched for. Default 200. */
  maxLength?: number | undefined;
  labels?: Partial<SessionFiltersLabels> | undefined;
  keyLabels?: Partial<KeyboardHintLabels> | undefined;
}

/** The search and the filters over a list of calls. */
export const SessionFilters = forwardRef<HTMLElement, SessionFiltersProps>(function SessionFilters(
  {
    value,
    defaultValue = noSessionFilters,
    onValueChange,
    agents,
    queues,
    outcomes = [],
    count = null,
    onLeaveSearch,
    searchRef,
    searchKeys,
    maxLength = 200,
    labels,
    keyLabels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultSessionFiltersLabels, ...labels };
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [current, set] = useControllable({ value, defaultValue, onChange: onValueChange });
  const change = (part: Partial<SessionFilterValue>) => set({ ...current, ...part });
  const isSet = filtersSet(current) > 0 || current.query !== '';
  return (
    <search
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-session-filters', className)}
      data-slot="session-filters"
      data-state={isSet ? 'narrowed' : 'all'}
    >
      <div data-slot="session-filters-bar">
        <div data-slot="session-filters-search">
          <Search aria-hidden="true" />
          <input
            ref={searchRef}
            type="search"
            className="aui-input"
            aria-label={text.search}
            placeholder={text.searchHint}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={maxLength}
            value={current.query}
            onChange={(event) => change({ query: event.target.value })}
            onKeyDown={(event) => {
              if (!['ArrowDown', 'Enter'].includes(event.key) || isComposing(event.nativeEvent))
                return;
              event.preventDefault();
              onLeaveSearch?.();
            }}
          />
          {searchKeys && current.query === '' ? (
            <KeyboardHint keys={searchKeys} labels={keyLabels} aria-hidden="true" />
          ) : null}
        </div>
        <Button
          data-part="filters-toggle"
          icon={<SlidersHorizontal />}
          aria-expanded={isOpen}
          aria-controls={`${id}-fields`}
          onClick={() => setOpen(!isOpen)}
        >
          {text.filters(filtersSet(current))}
        </Button>
        <div
          id={`${id}-fields`}
          data-slot="session-filters-fields"
          data-state={isOpen ? 'open' : 'closed'}
        >
          <SessionFilterFields
            value={current}
            onChange={change}
            agents={agents}
            queues={queues}
            outcomes={outcomes}
            text={text}
          />
        </div>
        <div data-slot="session-filters-end">
          {isSet ? (
            <Button size="sm" variant="ghost" icon={<X />} onClick={() => set(noSessionFilters)}>
              {text.clear}
            </Button>
          ) : null}
          <span data-slot="session-filters-count" role="status">
            {count ? text.count(count) : ''}
          </span>
        </div>
      </div>
    </search>
  );
});

/** By how many filters, the search aside, a list is narrowed. */
function filtersSet({
  query: _query,
  period,
  from: _from,
  to: _to,
  ...others
}: SessionFilterValue) {
  const set = Object.values(others).filter((one) => one !== null && one !== '').length;
  return set + (period === 'any' ? 0 : 1);
}
