'use client';
import { AudioLevelMeter } from '@agent/ui';
import { useMemo } from 'react';
import { levelOf } from '#client/listening/track-level.ts';
import type { HeardVoice } from './voices.tsx';

/** How loud one side is, and how loud one wants to hear it. */
export function VoiceVolume({
  name,
  voice,
  volume,
  onVolume,
}: {
  name: string;
  /** undefined: nothing comes from there. */
  voice: HeardVoice | undefined;
  volume: number;
  onVolume: (volume: number) => void;
}) {
  const track = voice?.track;
  const subscribe = useMemo(() => levelOf(track), [track]);
  const caption = voice ? name : `${name} · no sound`;
  return (
    <div className="voice-volume">
      <AudioLevelMeter caption={caption} subscribe={subscribe} muted={voice?.isMuted ?? false} />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={volume}
        aria-label={`Volume of ${name}`}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        onChange={(event) => onVolume(Number(event.target.value))}
      />
    </div>
  );
}
