'use client';
import { useQueryStates } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { filtersOf, type ListFilters, sessionAddress } from './session-address.ts';

/** Quiet time after a key before the list is asked for. */
const QUIET_MS = 300;

/** An address brings back as many pages at most, as they are fetched one after another. */
const MOST_PAGES = 10;

/** The filters as somebody types them and as the list has them, and the place in the list. */
export interface SessionAddressState {
  /** With what is being typed. */
  typed: ListFilters;
  /** As the address has them. */
  applied: ListFilters;
  change(next: ListFilters): void;
  /** Applies at once what is being typed. */
  apply(): void;
  /** How many pages are wanted. */
  pages: number;
  wantPage(): void;
  /** The call that is selected. */
  selectedId: string | null;
  /** Done when the address has it. */
  select(callId: string | null): Promise<void>;
}

/**
 * The filters, the place and the selection of the list, kept in the address. Each choice is a step back;
 * what is typed in one go is one.
 */
export function useSessionAddress(): SessionAddressState {
  const [address, setAddress] = useQueryStates(sessionAddress, { scroll: false });
  const applied = filtersOf(address);
  const [draft, setDraft] = useState<ListFilters | null>(null);
  const [mostPages, setMostPages] = useState(MOST_PAGES);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typing = useRef(false);
  const latest = useRef<ListFilters | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Somebody went back or forward: what was being typed belongs to another place.
  useEffect(() => {
    const forget = () => {
      clearTimeout(timer.current);
      typing.current = false;
      setDraft(null);
    };
    window.addEventListener('popstate', forget);
    return () => window.removeEventListener('popstate', forget);
  }, []);
  const commit = (next: ListFilters, history: 'push' | 'replace') => {
    clearTimeout(timer.current);
    latest.current = null;
    setDraft(null);
    void setAddress({ ...next, pages: 1, call: null } as typeof address, { history });
  };
  const commitTyped = (next: ListFilters) => {
    commit(next, typing.current ? 'replace' : 'push');
    typing.current = true;
  };
  const typed = draft ?? applied;
  const pages = Math.max(1, Math.min(mostPages, address.pages));
  return {
    typed,
    applied,
    change(next) {
      if (!isTypingOnly(typed, next)) {
        typing.current = false;
        return commit(next, 'push');
      }
      latest.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => commitTyped(next), QUIET_MS);
    },
    apply() {
      if (latest.current) commitTyped(latest.current);
    },
    pages,
    wantPage() {
      setMostPages(Math.max(mostPages, pages + 1));
      void setAddress({ pages: pages + 1 }, { history: 'replace' });
    },
    selectedId: address.call,
    async select(call) {
      await setAddress({ call }, { history: 'replace' });
    },
  };
}

function isTypingOnly(before: ListFilters, next: ListFilters): boolean {
  const { query: _query, order: _order, ...others } = next;
  return Object.entries(others).every(
    ([name, value]) => before[name as keyof ListFilters] === value,
  );
}
