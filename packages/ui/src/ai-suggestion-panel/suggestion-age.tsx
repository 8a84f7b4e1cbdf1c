import { isoDuration } from '../format/clock.ts';
import { LocalTime } from '../react/local-time.tsx';
import { useNow } from '../react/use-now.ts';

/** How long ago a suggestion was offered, in a place of fixed width. Internal to the card. */
export function SuggestionAge({
  offeredAtMs,
  nowMs,
  locale,
  words,
}: {
  offeredAtMs: number;
  nowMs: number | undefined;
  locale: string | undefined;
  words: (seconds: number) => string;
}) {
  const clockMs = useNow(1000, nowMs);
  const ageMs = Math.max(0, clockMs - offeredAtMs);
  return (
    <LocalTime
      data-slot="suggestion-card-age"
      dir="auto"
      dateTime={isoDuration(ageMs)}
      exactMs={offeredAtMs}
      exactAs={{ timeStyle: 'medium' }}
      locale={locale}
    >
      {words(Math.floor(ageMs / 1000))}
    </LocalTime>
  );
}
