'use client';
import { Button, Notice } from '@agent/ui';
import type { StreamConnection } from '#client/http/event-stream.ts';

/** Why the wall does not follow what happens, and the way out; nothing while it does. */
export function WallConnection({
  connection,
  isThere,
  onFollow,
}: {
  connection: StreamConnection;
  /** Whether something is shown already. */
  isThere: boolean;
  onFollow: () => void;
}) {
  switch (connection) {
    case 'connecting':
    case 'open':
      return null;
    case 'offline':
      return (
        <Notice tone="warning" title="The server cannot be reached">
          {isThere
            ? 'What you see is how it was when news last came. The wall goes on as soon as there is some.'
            : 'The wall comes as soon as the server answers.'}
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice tone="warning" title="The server cannot read the calls at the moment">
          It tries again by itself.
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          tone="warning"
          title="You have been signed out"
          action={
            <Button size="sm" variant="primary" onClick={() => window.location.reload()}>
              Sign in
            </Button>
          }
        >
          Sign in again to see the calls.
        </Notice>
      );
    case 'replaced':
      return (
        <Notice
          tone="info"
          title="The wall is open in newer windows"
          action={
            <Button size="sm" variant="primary" onClick={onFollow}>
              Follow here
            </Button>
          }
        >
          This one no longer follows what happens.
        </Notice>
      );
    default:
      return connection satisfies never;
  }
}
