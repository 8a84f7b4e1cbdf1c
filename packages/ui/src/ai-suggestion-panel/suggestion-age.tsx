import { isoDuration } from '../format/clock.ts';
import { useNow } from '../react/use-now.ts';

/** How long ago a suggestion was offered, in a place of fixed width. Internal to the card. */
export function SuggestionAge({
  offeredAtMs,
  nowMs,
  words,
}: {
  offeredAtMs: number;
  nowMs: number | undefined;
  words: (seconds: number) => string;
}) {
  const clockMs = useNow(1000, nowMs);
  const ageMs = Math.max(0, clockMs - offeredAtMs);
  return (
    <time
      data-slot="suggestion-card-age"
      dir="auto"
      dateTime={isoDuration(ageMs)}
      title={new Date(offeredAtMs).toLocaleTimeString()}
      suppressHydrationWarning
    >
      {words(Math.floor(ageMs / 1000))}
    </time>
  );
}
