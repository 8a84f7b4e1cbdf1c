'use client';
import { createParser, parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { z } from 'zod';
import type { AuditFilters } from './audit-api.ts';

const day = createParser({
  parse: (text) => z.iso.date().safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

const address = {
  actor: parseAsString,
  action: parseAsString,
  subject: parseAsString,
  from: day,
  to: day,
  address: parseAsString,
  /** How many pages of the log are shown. */
  pages: parseAsInteger.withDefault(1),
};

/** An address brings back as many pages at most, as they are fetched one after another. */
const MOST_PAGES = 10;

/** What the log is narrowed to. */
export const noAuditFilters: AuditFilters = {
  ...{ actor: null, action: null, subject: null },
  ...{ from: null, to: null, address: null },
};

/** The filters and the place in the log, kept in the address. Each choice is a step back. */
export function useAuditAddress() {
  const [{ pages, ...filters }, setAddress] = useQueryStates(address, { scroll: false });
  return {
    filters,
    pages: Math.max(1, Math.min(MOST_PAGES, pages)),
    change: (next: Partial<AuditFilters>) =>
      void setAddress({ ...next, pages: 1 }, { history: 'push' }),
    wantPage: () => void setAddress({ pages: pages + 1 }, { history: 'replace' }),
  };
}
