import { ConnectionState, type Room, RoomEvent } from 'livekit-client';
import { createMediaPaths, type MediaPath } from './media-path.ts';
import type { MediaRoomEvents } from './media-room.ts';

/** The connection as it is for who talks: one through which nothing comes is being mended, too. */
export function followConnection(
  room: Room,
  events: Pick<MediaRoomEvents, 'reconnecting' | 'reconnected'>,
): () => void {
  const tell = () => {
    if (room.state === ConnectionState.Connected && !paths.areBroken()) events.reconnected();
    else if (room.state !== ConnectionState.Disconnected) events.reconnecting();
  };
  const paths = createMediaPaths(tell);
  const look = () => {
    for (const path of pathsOf(room)) paths.watch(path);
  };
  room
    .on(RoomEvent.Reconnecting, tell)
    .on(RoomEvent.SignalReconnecting, tell)
    .on(RoomEvent.Reconnected, () => {
      look();
      tell();
    })
    .on(RoomEvent.LocalTrackPublished, look)
    .on(RoomEvent.TrackSubscribed, look)
    // Comes every few seconds: a way that was not there yet is found.
    .on(RoomEvent.ConnectionQualityChanged, look);
  return paths.close;
}

/** The ways to the server of all tracks; undefined where there is none yet. */
function pathsOf(room: Room): (MediaPath | undefined)[] {
  const own = [...room.localParticipant.trackPublications.values()];
  const others = [...room.remoteParticipants.values()].flatMap((participant) => [
    ...participant.trackPublications.values(),
  ]);
  return [
    ...own.map(({ track }) => track?.sender?.transport?.iceTransport),
    ...others.map(({ track }) => track?.receiver?.transport?.iceTransport),
  ];
}
