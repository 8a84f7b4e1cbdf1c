import { isoDuration } from '../format/clock.ts';
import type { WrapUpDraftLabels } from './wrap-up-draft-labels.ts';

/** A moment of the call. A press leads there, where somebody can show it. */
export function MomentButton({
  atMs,
  onShow,
  text,
}: {
  atMs: number;
  onShow: ((atMs: number) => void) | undefined;
  text: WrapUpDraftLabels;
}) {
  const time = <time dateTime={isoDuration(atMs)}>{text.time(atMs)}</time>;
  if (!onShow) return time;
  const label = text.show(atMs);
  return (
    <button
      type="button"
      data-slot="wrap-up-draft-moment"
      title={label}
      aria-label={label}
      onClick={() => onShow(atMs)}
    >
      {time}
    </button>
  );
}
