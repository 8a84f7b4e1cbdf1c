'use client';
import type { MonitorAccess } from '@agent/protocol';
import { AudioTrack, useTracks } from '@livekit/components-react';
import { RemoteAudioTrack, RoomEvent, Track } from 'livekit-client';
import { type Voice, voiceOf } from '#client/listening/supervisor-room.ts';

const soundSources = [Track.Source.Microphone, Track.Source.Unknown];
/** Besides who comes and goes. That somebody speaks is told often, and changes nothing here. */
const options = {
  onlySubscribed: true,
  updateOnlyOn: [RoomEvent.TrackMuted, RoomEvent.TrackUnmuted],
};

/** A voice that is there. */
export interface HeardVoice {
  voice: Voice;
  track: RemoteAudioTrack;
  isMuted: boolean;
}

/** Everybody who can be heard in the room. */
export function useVoices({ customerIdentity }: Pick<MonitorAccess, 'customerIdentity'>) {
  const refs = useTracks(soundSources, options).filter(({ participant }) => !participant.isLocal);
  const voices = refs.flatMap(({ participant, publication }): HeardVoice[] => {
    const { track, isMuted } = publication;
    if (!(track instanceof RemoteAudioTrack)) return [];
    return [{ voice: voiceOf(participant.identity, customerIdentity), track, isMuted }];
  });
  return { refs, voices };
}

/** Plays every voice of the room, each side as loud as is wanted. */
export function Voices({
  refs,
  customerIdentity,
  volumes,
}: Pick<ReturnType<typeof useVoices>, 'refs'> &
  Pick<MonitorAccess, 'customerIdentity'> & { volumes: Record<'customer' | 'agent', number> }) {
  return refs.map((trackRef) => {
    const voice = voiceOf(trackRef.participant.identity, customerIdentity);
    return (
      <AudioTrack
        key={trackRef.publication.trackSid}
        trackRef={trackRef}
        volume={voice === 'supervisor' ? 1 : volumes[voice]}
      />
    );
  });
}
