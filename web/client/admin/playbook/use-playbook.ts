'use client';
import type { StoredCard } from '@agent/protocol';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type CardFilters, listCards, readCard, readVersions } from './playbook-api.ts';

const LIST = 'cards';
const ONE = 'card';
const VERSIONS = 'card-versions';

/** The cards that filters let through; what was found before stays in sight until the answer. */
export function useCardList(filters: CardFilters) {
  return useQuery({
    queryKey: [LIST, filters],
    queryFn: ({ signal }) => listCards(filters, signal),
    placeholderData: keepPreviousData,
  });
}

/** One card as it is stored now. */
export function useCard(id: string) {
  return useQuery({
    queryKey: [ONE, id],
    queryFn: ({ signal }) => readCard(id, signal),
    staleTime: 0,
  });
}

/** What a card has been up to this version. */
export function useVersions(id: string, version: number) {
  return useQuery({
    queryKey: [VERSIONS, id, version],
    queryFn: ({ signal }) => readVersions(id, signal),
  });
}

/** Lets the page know of a card as the server has just answered, and fetches the list anew. */
export function useKnownCard(): (card: StoredCard) => void {
  const client = useQueryClient();
  return useCallback(
    (card) => {
      client.setQueryData([ONE, card.id], card);
      void client.invalidateQueries({ queryKey: [LIST] });
    },
    [client],
  );
}

/** Asks for a card anew, past everything that is known. */
export function useFreshCard(): (id: string) => Promise<StoredCard> {
  const client = useQueryClient();
  return useCallback(
    (id) => client.fetchQuery({ queryKey: [ONE, id], queryFn: () => readCard(id), staleTime: 0 }),
    [client],
  );
}
