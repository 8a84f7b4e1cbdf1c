'use client';
import type { CallId, MonitorAccess } from '@agent/protocol';
import { firstName } from '@agent/protocol';
import { listeningPreference } from '#client/preferences/preferences.ts';
import { usePreference } from '#client/preferences/use-preference.ts';
import { HelpNotice } from './help-notice.tsx';
import { ListeningBar } from './listening-bar.tsx';
import { ListeningNotices } from './listening-notices.tsx';
import type { OverCall } from './stay-ended.tsx';
import { VoiceVolume } from './voice-volume.tsx';
import { useVoices, Voices } from './voices.tsx';
import { agentNameOf, WatchedCall } from './watched-call.tsx';

/** Inside the room of a call: its sound, the agent's screen, and what a supervisor can do from here. */
export function ListeningScreen({
  callId,
  access,
  onOver,
  onUnreadable,
}: {
  callId: CallId;
  access: MonitorAccess;
  onOver: (over: OverCall) => void;
  onUnreadable: () => void;
}) {
  const { customerIdentity } = access;
  const { refs, voices } = useVoices(access);
  const [volumes, setVolumes] = usePreference(listeningPreference);
  const volumeOf = (side: 'customer' | 'agent', name: string) => (
    <VoiceVolume
      name={name}
      voice={voices.find(({ voice }) => voice === side)}
      volume={volumes[side]}
      onVolume={(volume) => setVolumes({ ...volumes, [side]: volume })}
    />
  );
  return (
    <>
      <Voices refs={refs} customerIdentity={customerIdentity} volumes={volumes} />
      <WatchedCall
        callId={callId}
        onOver={onOver}
        onUnreadable={onUnreadable}
        notices={(watched) => (
          <>
            <ListeningNotices status={watched.status} />
            <HelpNotice watched={watched} />
          </>
        )}
        bar={(watched) => (
          <ListeningBar watched={watched}>
            {volumeOf('customer', firstName(watched.view.customerName))}
            {volumeOf('agent', firstName(agentNameOf(watched)))}
          </ListeningBar>
        )}
      />
    </>
  );
}
