'use client';
import type { MonitorAccess } from '@agent/protocol';
import { LiveKitRoom } from '@livekit/components-react';
import type { DisconnectReason } from 'livekit-client';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { RoomExit } from '#client/listening/room-stay.ts';
import { exitOf, letGoOf, newSupervisorRoom } from '#client/listening/supervisor-room.ts';

/** In the room of a call for as long as it is shown; tells when it is out without having left. */
export function SupervisorRoom({
  access,
  onOut,
  children,
}: {
  access: MonitorAccess;
  onOut: (how: RoomExit) => void;
  children: ReactNode;
}) {
  const [room] = useState(newSupervisorRoom);
  useEffect(() => () => void letGoOf(room), [room]);
  const onDisconnected = useCallback(
    (reason?: DisconnectReason) => {
      const how = exitOf(reason);
      if (how) onOut(how);
    },
    [onOut],
  );
  const onError = useCallback(() => onOut('lost'), [onOut]);
  return (
    <LiveKitRoom
      className="supervisor-room"
      room={room}
      serverUrl={access.url}
      token={access.token}
      audio={false}
      onDisconnected={onDisconnected}
      onError={onError}
    >
      {children}
    </LiveKitRoom>
  );
}
