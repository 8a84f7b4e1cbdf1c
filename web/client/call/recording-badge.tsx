import type { RecordingState } from '@agent/calls';
import { Badge } from '@agent/ui';
import { CircleDot, CircleOff, CirclePause } from 'lucide-react';

/** Whether sound is kept now. Without anybody's consent only people with an account are told so. */
export function RecordingBadge({
  recording: { agreed, status },
  viewer,
}: {
  recording: RecordingState;
  viewer: 'customer' | 'staff';
}) {
  const shown = status === 'off' && viewer === 'customer' ? null : looks[status];
  const words = status === 'off' && !agreed ? 'Not recorded' : shown?.words;
  return (
    <span role="status" className="recording-badge" data-state={status}>
      {shown ? (
        <Badge tone={shown.tone} icon={<shown.Icon />}>
          {words}
        </Badge>
      ) : null}
    </span>
  );
}

const looks = {
  on: { tone: 'accent', Icon: CircleDot, words: 'Recording' },
  paused: { tone: 'warning', Icon: CirclePause, words: 'Recording paused' },
  off: { tone: 'neutral', Icon: CircleOff, words: 'Recording not started' },
} as const satisfies Record<RecordingState['status'], unknown>;
