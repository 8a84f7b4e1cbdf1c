'use client';
import type { Session } from '@agent/protocol';
import { Notice, ShortcutList } from '@agent/ui';
import {
  PlayerControls,
  ReplayTimeline,
  usePlaybackPosition,
  usePlaybackState,
  usePlayerKeys,
} from '@agent/ui/replay';
import { useEffect, useState } from 'react';
import { usePreference } from '#client/preferences/use-preference.ts';
import { momentText } from '#client/replay/moment-text.ts';
import { playerPreference } from '#client/replay/player-preference.ts';
import { soundNote } from '#client/replay/sound-note.ts';
import type { Replay } from '#client/replay/use-replay.ts';
import { nextRate, replayKeys, replayKeyWords } from './replay-keys.ts';
import { ReplayNote } from './replay-note.tsx';

/** The playhead moves by whole pixels on most screens. */
const STEP_MS = 40;

/** How long it is said that something was skipped or copied. */
const SAID_MS = 3_000;

/** The timeline with its player, and what is to be said of the sound. */
export function ReplayPlayer({
  session,
  replay,
  onLink,
  onSearch,
}: {
  session: Session;
  replay: Replay;
  /** A link to a moment was made. */
  onLink: (atMs: number) => void;
  /** Somebody wants to search. */
  onSearch: () => void;
}) {
  const { playback, time, soundMs } = replay;
  const state = usePlaybackState(playback);
  const positionMs = usePlaybackPosition(playback, STEP_MS);
  const [player, setPlayer] = usePreference(playerPreference);
  useEffect(() => {
    playback.setRate(player.rate);
    playback.setSkipsSilence(player.skipsSilence);
  }, [playback, player]);
  const link = useCopiedLink(onLink);
  const saysSkip = useSaid(state.lastSkip?.count ?? 0);
  const note = soundNote(session, time.durationMs, state.sound);
  const copyLink = () => void link.copy(playback.getPositionMs());
  const faster = (direction: 1 | -1) =>
    setPlayer({ ...player, rate: nextRate(player.rate, direction) });
  usePlayerKeys(replayKeys(replay, { copyLink, search: onSearch, faster }));
  return (
    <div className="replay-player">
      <ReplayTimeline
        durationMs={time.durationMs}
        positionMs={positionMs}
        onSeek={playback.seek}
        peaks={replay.peaks}
        talk={replay.talk}
        status={replay.isWaveformLoading ? 'loading' : 'ready'}
        soundEndsMs={soundMs}
        marks={replay.marks}
        hiddenKinds={replay.hidden}
        onHiddenKindsChange={replay.setHidden}
      />
      <PlayerControls
        state={state}
        positionMs={positionMs}
        durationMs={time.durationMs}
        onToggle={playback.toggle}
        onStep={(byMs) => playback.seek(playback.getPositionMs() + byMs)}
        onMark={replay.marks.length > 0 ? replay.toMark : undefined}
        onRateChange={(rate) => setPlayer({ ...player, rate })}
        onSkipsSilenceChange={(skipsSilence) => setPlayer({ ...player, skipsSilence })}
        onHeardChange={soundMs === null ? undefined : playback.setHeard}
        onCopyLink={copyLink}
        isCopied={link.isCopied}
        saysSkip={saysSkip}
      />
      {note ? <ReplayNote note={note} onRetry={replay.retrySound} /> : null}
      {link.isRefused ? (
        <Notice tone="info" title="The link is in the address bar">
          This browser does not let the page copy it.
        </Notice>
      ) : null}
      <ShortcutList shortcuts={replayKeyWords} />
    </div>
  );
}

/** Copies the address of this page at a moment, which is also put into the address bar. */
function useCopiedLink(onLink: (atMs: number) => void) {
  const [copies, setCopies] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const copy = async (atMs: number) => {
    onLink(Math.floor(atMs / 1_000) * 1_000);
    const url = new URL(location.pathname, location.origin);
    url.searchParams.set('t', momentText(atMs));
    try {
      await navigator.clipboard.writeText(url.href.replaceAll('%3A', ':'));
      setRefused(false);
      setCopies((before) => before + 1);
    } catch {
      // Not allowed, or no such thing without https.
      setRefused(true);
    }
  };
  return { copy, isRefused, isCopied: useSaid(copies) };
}

/** Whether a count went up a moment ago. */
function useSaid(count: number): boolean {
  const [said, setSaid] = useState(count);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(count), SAID_MS);
    return () => clearTimeout(timer);
  }, [count]);
  return count !== said;
}
