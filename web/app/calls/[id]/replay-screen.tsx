'use client';
import type { CallEventEnvelope, Session } from '@agent/protocol';
import { EmptyState } from '@agent/ui';
import { Eraser, PhoneMissed } from 'lucide-react';
import { createParser, useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useMediaQuery } from '#client/preferences/use-media-query.ts';
import { momentText, parseMoment } from '#client/replay/moment-text.ts';
import { useComments } from '#client/replay/use-comments.ts';
import { useReplay } from '#client/replay/use-replay.ts';
import { PanelTabs } from '#client/staff/panel-tabs.tsx';
import { DeskAtPlayhead } from './desk-at-playhead.tsx';
import { ReplayComments } from './replay-comments.tsx';
import { ReplayMoments } from './replay-moments.tsx';
import { ReplayPlayer } from './replay-player.tsx';
import { ReplayWords } from './replay-words.tsx';

/** A moment in the address: `?t=1:15`. */
const moment = createParser({ parse: parseMoment, serialize: momentText });

/** Room for the transcript beside the whole desk. */
const WIDE = '(min-width: 1360px)';

type Panel = 'desk' | 'words' | 'moments' | 'comments';

/** A call that is played again: its player, its words, and the desk as its agent saw it. */
export function ReplayScreen({
  session,
  log,
}: {
  session: Session;
  log: readonly CallEventEnvelope[];
}) {
  const [atMs, setAtMs] = useQueryState('t', moment);
  const comments = useComments(session.callId);
  const replay = useReplay(session, log, { comments: comments.list ?? [], startMs: atMs ?? 0 });
  const { playback } = replay;
  useMomentOfAddress(atMs, (ms) => {
    playback.pause();
    playback.seek(ms);
  });
  const isWide = useMediaQuery(WIDE, true);
  const [chosen, setPanel] = useState<Panel>('words');
  const panel = isWide && chosen === 'desk' ? 'words' : chosen;
  const desk = <DeskAtPlayhead session={session} replay={replay} />;
  const panels: Partial<Record<Panel, string>> = {
    words: 'Transcript',
    ...(isWide ? {} : { desk: 'Desk' }),
    moments: `Moments (${replay.marks.length})`,
    comments: `Comments (${comments.list?.length ?? 0})`,
  };
  return (
    <div className="replay">
      <ReplayPlayer
        session={session}
        replay={replay}
        onLink={(ms) => void setAtMs(ms)}
        onSearch={() => setPanel('words')}
      />
      {session.answeredAt === null || log.length === 0 ? (
        <NothingToPlay isErased={log.length === 0} />
      ) : (
        <div className="replay-columns">
          <div className="replay-side">
            <PanelTabs label="About the call" panels={panels} shown={panel} onShow={setPanel}>
              {panel === 'words' ? <ReplayWords session={session} replay={replay} /> : null}
              {panel === 'desk' ? desk : null}
              {panel === 'moments' ? <ReplayMoments replay={replay} /> : null}
              {panel === 'comments' ? (
                <ReplayComments comments={comments} playback={playback} />
              ) : null}
            </PanelTabs>
          </div>
          {isWide ? <div className="replay-desk">{desk}</div> : null}
        </div>
      )}
    </div>
  );
}

function NothingToPlay({ isErased }: { isErased: boolean }) {
  return isErased ? (
    <EmptyState
      icon={<Eraser />}
      title="This call was erased"
      description="Nothing of what was said or recorded is left."
    />
  ) : (
    <EmptyState
      icon={<PhoneMissed />}
      title="Nobody took this call"
      description="It has no talk that could be played."
    />
  );
}

/** Goes where the address says when it comes to say something else. */
function useMomentOfAddress(atMs: number | null, go: (atMs: number) => void): void {
  const gone = useRef(atMs);
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (gone.current === atMs) return;
    gone.current = atMs;
    if (atMs !== null) latest.current(atMs);
  }, [atMs]);
}
