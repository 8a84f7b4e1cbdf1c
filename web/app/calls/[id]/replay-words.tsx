'use client';
import type { Session } from '@agent/protocol';
import { EmptyState } from '@agent/ui';
import { ReplayTranscript, usePlaybackPosition } from '@agent/ui/replay';
import { EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Replay } from '#client/replay/use-replay.ts';

/** Lines begin at a millisecond; so often it is looked at which is the one. */
const STEP_MS = 100;

/** All that was said and written; it follows the playhead. */
export function ReplayWords({ session, replay }: { session: Session; replay: Replay }) {
  const positionMs = usePlaybackPosition(replay.playback, STEP_MS);
  const [query, setQuery] = useState('');
  const { customerName, agentName, transcribed } = session;
  const labels = useMemo(
    () => ({
      speakers: { customer: customerName, agent: agentName ?? 'Agent', supervisor: 'Supervisor' },
    }),
    [customerName, agentName],
  );
  return (
    <ReplayTranscript
      lines={replay.lines}
      positionMs={positionMs}
      onSeek={replay.playback.seek}
      query={query}
      onQueryChange={setQuery}
      labels={labels}
      empty={transcribed ? undefined : <NotTranscribed />}
    />
  );
}

function NotTranscribed() {
  return (
    <EmptyState
      icon={<EyeOff />}
      title="Not transcribed"
      description="The customer did not want this call written down."
    />
  );
}
