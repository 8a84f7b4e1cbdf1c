import {
  type CardChangeRequest,
  type CardRestoreRequest,
  type CardSummary,
  type CardTrial,
  type CardTrialRequest,
  type CardVersion,
  cardListSchema,
  cardTrialSchema,
  cardVersionsSchema,
  type StoredCard,
  storedCardSchema,
} from '@agent/protocol';
import { request } from '../../http/request.ts';

const cards = '/api/admin/playbook';
const pathOf = (id: string) => `${cards}/${encodeURIComponent(id)}`;

/** What a list of cards is narrowed to; empty: not at all. */
export interface CardFilters {
  query: string;
  enabled: '' | 'on' | 'off';
  kind: '' | 'guidance' | 'must-say' | 'never-say';
}

/** The cards that filters let through, by title, and how many there are in all. */
export function listCards(
  filters: CardFilters,
  signal?: AbortSignal,
): Promise<{ cards: CardSummary[]; total: number }> {
  const given = Object.entries({ ...filters, query: filters.query.trim() }).filter(
    ([, value]) => value !== '',
  );
  const asked = new URLSearchParams(given);
  return request(cardListSchema, `${cards}${asked.size > 0 ? `?${asked}` : ''}`, { signal });
}

/** One card as it is stored. */
export function readCard(id: string, signal?: AbortSignal): Promise<StoredCard> {
  return request(storedCardSchema, pathOf(id), { signal });
}

/** Changes a card from the version that the change names, or adds one. */
export function changeCard(id: string, body: CardChangeRequest): Promise<StoredCard> {
  return request(storedCardSchema, pathOf(id), { method: 'PUT', body });
}

/** What a card has been, the newest first. */
export async function readVersions(id: string, signal?: AbortSignal): Promise<CardVersion[]> {
  return (await request(cardVersionsSchema, `${pathOf(id)}/versions`, { signal })).versions;
}

/** Brings the words of an old version back. */
export function restoreCard(id: string, body: CardRestoreRequest): Promise<StoredCard> {
  return request(storedCardSchema, `${pathOf(id)}/restore`, { method: 'POST', body });
}

/** A trial looks at up to 2,000 lines of calls, one trial after the other. */
const TRIAL_TIMEOUT_MS = 40_000;

/** Tries words on the playbook, or a draft on what was said before. */
export function tryCard(body: Partial<CardTrialRequest>, signal?: AbortSignal): Promise<CardTrial> {
  const timeoutMs = TRIAL_TIMEOUT_MS;
  return request(cardTrialSchema, `${cards}/try`, { method: 'POST', body, signal, timeoutMs });
}
