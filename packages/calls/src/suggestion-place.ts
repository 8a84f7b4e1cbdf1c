import type { OfferedSuggestion } from './assist-state.ts';

/** So long the place of a suggestion that went is not free yet: it fades. */
const FADES_MS = 120;

/**
 * In which of so many places (from 0, the top) a new suggestion is shown: the first that is free, else
 * that of one that is fading. By the log alone, so that the screen is the same whenever one comes to it.
 * `known` are those offered before, as they are when it comes.
 */
export function placeOfNew(
  known: readonly OfferedSuggestion[],
  offeredAtMs: number,
  places: number,
): number {
  const isTakenUntil = (place: number, slackMs: number) =>
    known.some(
      (one) =>
        one.place === place &&
        (one.settledAtMs === null || one.settledAtMs + slackMs > offeredAtMs),
    );
  const all = Array.from({ length: places }, (_, place) => place);
  const free = all.find((place) => !isTakenUntil(place, FADES_MS));
  return free ?? all.find((place) => !isTakenUntil(place, 0)) ?? 0;
}
