'use client';
import { Notice } from '@agent/ui';
import { ReplacedNotice } from '#client/desk/replaced-notice.tsx';
import type { StreamConnection } from '#client/http/event-stream.ts';

/** What is not as it should be with the line that this page waits in. */
export function LineNotices({
  connection,
  takeBack,
}: {
  connection: StreamConnection;
  takeBack: () => void;
}) {
  if (connection === 'replaced') return <ReplacedNotice onTakeBack={takeBack} />;
  if (connection !== 'offline') return null;
  return (
    <Notice tone="warning" title="We lost touch with the server">
      We are trying again by ourselves. You keep your place for a few seconds.
    </Notice>
  );
}
