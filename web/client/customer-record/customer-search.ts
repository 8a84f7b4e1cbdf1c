import type { CustomerHit, CustomerSearchPage } from '@agent/protocol';
import { messageOf } from '../http/request-error.ts';

/** Fewer characters than this find everybody. */
export const MIN_QUERY_LENGTH = 2;

/** A search as it stands. */
export interface CustomerSearchState {
  status: 'idle' | 'loading' | 'ready' | 'error';
  hits: readonly CustomerHit[];
  /** Of all pages. */
  total: number;
  /** Why it failed, in words. */
  problem: string | null;
}

/** What a search works with. */
export interface CustomerSearchOptions {
  search(query: string, page: number, signal: AbortSignal): Promise<CustomerSearchPage>;
  onState(state: CustomerSearchState): void;
  /** Quiet time before asking. Default 250 ms. */
  quietMs?: number;
}

/** Asks as somebody types; an answer to an older question is never shown. */
export interface CustomerSearch {
  change(query: string): void;
  /** The next page, after what is shown. */
  more(): void;
  /** The same question again, after a failure. */
  retry(): void;
  close(): void;
}

/** Nothing has been asked. */
export const noSearch: CustomerSearchState = { status: 'idle', hits: [], total: 0, problem: null };

/** Creates a search. */
export function createCustomerSearch(options: CustomerSearchOptions): CustomerSearch {
  const { quietMs = 250 } = options;
  let state = noSearch;
  let asked = { query: '', page: 1 };
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (part: Partial<CustomerSearchState>) => {
    state = { ...state, ...part };
    options.onState(state);
  };
  const stop = () => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    return asking.signal;
  };
  const ask = async (signal: AbortSignal) => {
    const before = asked.page === 1 ? [] : state.hits;
    try {
      const { hits, total } = await options.search(asked.query, asked.page, signal);
      if (!signal.aborted) change({ status: 'ready', hits: [...before, ...hits], total });
    } catch (error) {
      if (!signal.aborted) change({ status: 'error', problem: messageOf(error) });
    }
  };
  const start = (delayMs: number) => {
    const signal = stop();
    change({ status: 'loading', problem: null });
    timer = setTimeout(() => void ask(signal), delayMs);
  };
  return {
    change(query) {
      asked = { query: query.trim(), page: 1 };
      if (asked.query.length >= MIN_QUERY_LENGTH) return start(quietMs);
      stop();
      change(noSearch);
    },
    more() {
      if (state.status !== 'ready' || state.hits.length >= state.total) return;
      asked = { ...asked, page: asked.page + 1 };
      start(0);
    },
    retry: () => start(0),
    close: () => void stop(),
  };
}
