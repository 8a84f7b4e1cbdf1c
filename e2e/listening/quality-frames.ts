import { SignalResponse } from '@livekit/protocol';
import type { Stretch } from './observed-side.ts';

/** What LiveKit told a side of how good lines are. */
export interface QualityFrames {
  count: number;
  /** Numbers of those whose lines they are. */
  sids: string[];
}

/**
 * The one trace of a listener who comes, which also comes without: LiveKit tells the sides of their lines.
 */
export function qualityFrames({ passed }: Pick<Stretch, 'passed'>): QualityFrames {
  const frames = passed
    .filter(({ kind }) => kind === 'frame in: connectionQuality')
    .map(({ bytes }) => SignalResponse.fromBinary(bytes).message);
  const sids = frames.flatMap((message) =>
    message.case === 'connectionQuality'
      ? message.value.updates.map(({ participantSid }) => participantSid)
      : [],
  );
  return { count: frames.length, sids: [...new Set(sids)] };
}
