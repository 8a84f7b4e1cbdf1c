'use client';
import { EmptyState } from '@agent/ui';
import { defaultReplayTimelineLabels } from '@agent/ui/replay';
import { ListX } from 'lucide-react';
import type { Replay } from '#client/replay/use-replay.ts';

/** What happened in the call, as a list: the timeline for those who read. */
export function ReplayMoments({ replay: { marks, hidden, playback } }: { replay: Replay }) {
  const shown = marks.filter(({ kind }) => !hidden.has(kind));
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<ListX />}
        title={marks.length > 0 ? 'Everything is hidden' : 'Nothing happened beside the talk'}
        description={
          marks.length > 0 ? 'The legend below the timeline shows what you choose.' : undefined
        }
      />
    );
  }
  return (
    <ol className="replay-moments">
      {shown.map((mark) => (
        <li key={mark.id}>
          <button type="button" data-kind={mark.kind} onClick={() => playback.seek(mark.startMs)}>
            {defaultReplayTimelineLabels.mark(mark)}
          </button>
        </li>
      ))}
    </ol>
  );
}
