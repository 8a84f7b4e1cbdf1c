import { memo } from 'react';
import type { TalkSpans } from '../playback/playback-state.ts';

/** Without a waveform: when each side talked, as the transcript knows it. */
export const TalkLanes = memo(function TalkLanes({
  talk,
  durationMs,
}: {
  talk: TalkSpans;
  durationMs: number;
}) {
  return (
    <svg
      data-slot="talk-lanes"
      viewBox={`0 0 ${Math.max(1, durationMs)} 2`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {(['customer', 'agent'] as const).map((speaker, lane) => (
        <g key={speaker} data-speaker={speaker}>
          {talk[speaker].map(({ startMs, endMs }) => (
            <rect
              key={startMs}
              x={startMs}
              width={Math.max(0, endMs - startMs)}
              y={lane + 0.3}
              height={0.4}
            />
          ))}
        </g>
      ))}
    </svg>
  );
});
