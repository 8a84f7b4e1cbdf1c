import type { CallState } from '@agent/calls';
import type { MouseEvent } from 'react';

/**
 * The moment of what was pressed in a desk that cannot be pressed itself: of a card, an alert or a line.
 * An inert element takes no press, so what lies there is found by its place.
 */
export function momentOfPress(
  { clientX, clientY, currentTarget }: MouseEvent<HTMLElement>,
  call: CallState,
): number | null {
  const at = (selector: string) =>
    [...currentTarget.querySelectorAll<HTMLElement>(selector)].find((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    });
  const alert = at('[data-slot="sentiment-alert"]');
  if (alert) return call.assist.alerts.at(-1)?.atMs ?? null;
  const card = at('[data-suggestion-id]')?.dataset.suggestionId;
  if (card)
    return (
      call.assist.suggestions.find(({ suggestionId }) => suggestionId === card)?.offeredAtMs ?? null
    );
  const line = at('[data-segment-id]')?.dataset.segmentId;
  if (line) return call.segments.find(({ id }) => id === line)?.startMs ?? null;
  return null;
}
