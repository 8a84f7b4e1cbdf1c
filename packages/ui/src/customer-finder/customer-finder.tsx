'use client';
import type { CustomerHit } from '@agent/protocol';
import { clsx } from 'clsx';
import { UserPlus, UserX } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  useId,
  useRef,
} from 'react';
import { Button } from '../button/button.tsx';
import { isComposing } from '../react/is-composing.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import {
  type CustomerFinderLabels,
  defaultCustomerFinderLabels,
} from './customer-finder-labels.ts';
import { FinderState } from './finder-state.tsx';
import { HitList } from './hit-list.tsx';
import { useActiveOption } from './use-active-option.ts';

/** Shorter queries are not searched for. */
const MIN_QUERY_LENGTH = 2;

/** What was found for what is typed; searching, paging and waiting are up to the page. */
export interface CustomerFinderProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'onChange'> {
  /** What is searched for; the owner searches when it changes. */
  query?: string | undefined;
  defaultQuery?: string | undefined;
  onQueryChange?: ((query: string) => void) | undefined;
  /** Best match first; all pages so far. */
  hits: readonly CustomerHit[];
  /** How many there are in all. */
  total: number;
  /** `idle`: nothing has been searched for. */
  status: 'idle' | 'loading' | 'ready' | 'error';
  onChoose: (customerId: string) => void;
  /** Show the next page; the button is there while there are more hits than shown. */
  onMore?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
  /** Make a new customer; gets what was typed. */
  onCreate?: ((query: string) => void) | undefined;
  /** It is nobody's record. The button is there only with it: while a record is linked. */
  onNone?: (() => void) | undefined;
  /** Leave the search: the button, or Escape in an empty box. */
  onCancel?: (() => void) | undefined;
  /** The customer that was chosen and is being linked. */
  pendingId?: string | null | undefined;
  /** Puts focus into the box when it appears. Default false. */
  autoFocus?: boolean | undefined;
  labels?: Partial<CustomerFinderLabels> | undefined;
}

/** Finds a customer as one types: ↑ ↓ choose, Enter links, Escape empties. */
export const CustomerFinder = forwardRef<HTMLElement, CustomerFinderProps>(
  function CustomerFinder(props, ref) {
    const {
      query,
      defaultQuery = '',
      onQueryChange,
      hits,
      total,
      status,
      onChoose,
      onMore,
      onRetry,
      onCreate,
      onNone,
      onCancel,
      pendingId = null,
      autoFocus,
      labels,
      className,
      ...rest
    } = props;
    const text = { ...defaultCustomerFinderLabels, ...labels };
    const id = useId();
    const own = useRef<HTMLElement | null>(null);
    const merged = useMergedRef(own, ref);
    const box = useRef<HTMLInputElement>(null);
    useKeptFocus(own, box);
    const [typed, setTyped] = useControllable({
      value: query,
      defaultValue: defaultQuery,
      onChange: onQueryChange,
    });
    const choose = (index: number) => {
      const hit = hits[index];
      if (hit && pendingId === null) onChoose(hit.customer.customerId);
    };
    const ids = hits.map(({ customer }) => customer.customerId);
    const { activeIndex, onKeyDown } = useActiveOption(ids, typed, choose);
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return onKeyDown(event);
      if (isComposing(event.nativeEvent)) return;
      if (typed) setTyped('');
      else if (onCancel) onCancel();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const isTooShort = typed.trim().length < MIN_QUERY_LENGTH;
    const state = isTooShort ? 'idle' : status;
    const hasList = !isTooShort && hits.length > 0 && status !== 'error';
    return (
      <section
        aria-label={text.name}
        {...rest}
        ref={merged}
        className={clsx('aui-customer-finder', className)}
        data-slot="customer-finder"
        data-state={state === 'ready' && hits.length === 0 ? 'empty' : state}
      >
        <label htmlFor={`${id}-box`} data-slot="field-label" className="aui-field-label">
          {text.name}
        </label>
        <input
          ref={box}
          id={`${id}-box`}
          type="text"
          role="combobox"
          data-slot="input"
          className="aui-input"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the owner opens the search on request, and asks for it.
          autoFocus={autoFocus}
          placeholder={text.hint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onEscape}
          aria-expanded={hasList}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeIndex >= 0 ? `${id}-hit-${activeIndex}` : undefined}
        />
        <FinderState
          state={state}
          typed={typed.trim()}
          minLength={MIN_QUERY_LENGTH}
          shown={hits.length}
          total={total}
          text={text}
          onRetry={onRetry}
        />
        <HitList
          id={id}
          hits={hasList ? hits : []}
          activeIndex={activeIndex}
          pendingId={pendingId}
          text={text}
          onChoose={choose}
        />
        <div data-slot="customer-finder-actions">
          {hasList && onMore && hits.length < total ? (
            <Button size="sm" pending={status === 'loading'} onClick={onMore}>
              {text.more}
            </Button>
          ) : null}
          {onCreate ? (
            <Button size="sm" icon={<UserPlus />} onClick={() => onCreate(typed.trim())}>
              {text.create}
            </Button>
          ) : null}
          {onNone ? (
            <Button size="sm" icon={<UserX />} disabled={pendingId !== null} onClick={onNone}>
              {text.none}
            </Button>
          ) : null}
          {onCancel ? (
            <Button size="sm" variant="ghost" onClick={onCancel}>
              {text.cancel}
            </Button>
          ) : null}
        </div>
      </section>
    );
  },
);
