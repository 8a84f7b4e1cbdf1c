import type { CallEvent } from '@agent/protocol';

/** How often a call was offered, and what became of that. */
export interface OfferCounts {
  offers: number;
  offersDeclined: number;
  offersExpired: number;
  /** How long the offer that was taken first rang; null when none was. */
  ringMs: number | null;
}

/** Counts the offers of a log. One that the customer left is neither declined nor expired. */
export function countOffers(events: readonly CallEvent[]): OfferCounts {
  let offeredAt: string | null = null;
  const counts: OfferCounts = { offers: 0, offersDeclined: 0, offersExpired: 0, ringMs: null };
  for (const { type, at } of events) {
    if (type === 'call.offered') {
      counts.offers += 1;
      offeredAt = at;
    } else if (type === 'call.offer-declined') counts.offersDeclined += 1;
    else if (type === 'call.offer-expired') counts.offersExpired += 1;
    else if (type === 'call.accepted' && offeredAt !== null) {
      counts.ringMs ??= Math.max(0, Date.parse(at) - Date.parse(offeredAt));
    }
  }
  return counts;
}
