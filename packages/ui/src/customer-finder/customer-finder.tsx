'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId, useRef } from 'react';
import type { CustomerHit } from '../customer-info-card/customer-types.ts';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import {
  type CustomerFinderLabels,
  defaultCustomerFinderLabels,
} from './customer-finder-labels.ts';
import { FinderActions } from './finder-actions.tsx';
import { FinderBox } from './finder-box.tsx';
import { FinderState } from './finder-state.tsx';
import { MIN_QUERY_LENGTH } from './finder-view.ts';
import { HitList } from './hit-list.tsx';
import { useFinder } from './use-finder.ts';

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
    const finder = useFinder({
      query,
      defaultQuery,
      onQueryChange,
      hits,
      total,
      status,
      pendingId,
      onChoose,
      onCancel,
    });
    const { view, activeIndex, choose } = finder;
    const search = finder.typed.trim();
    return (
      <section
        aria-label={text.name}
        {...rest}
        ref={merged}
        className={clsx('aui-customer-finder', className)}
        data-slot="customer-finder"
        data-state={view.isEmpty ? 'empty' : view.state}
      >
        <FinderBox id={id} finder={finder} text={text} autoFocus={autoFocus} boxRef={box} />
        <FinderState
          state={view.state}
          typed={search}
          minLength={MIN_QUERY_LENGTH}
          shown={hits.length}
          total={total}
          text={text}
          onRetry={onRetry}
        />
        <HitList
          id={id}
          hits={view.hasList ? hits : []}
          activeIndex={activeIndex}
          pendingId={pendingId}
          text={text}
          onChoose={choose}
        />
        <FinderActions
          text={text}
          isLoading={view.state === 'loading'}
          isLinking={pendingId !== null}
          onMore={view.hasMore ? onMore : undefined}
          onCreate={onCreate && (() => onCreate(search))}
          onNone={onNone}
          onCancel={onCancel}
        />
      </section>
    );
  },
);
