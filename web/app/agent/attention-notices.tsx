'use client';
import type { AgentStreamState } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import type { Attention } from '#client/attention/use-attention.ts';
import { notificationHintPreference } from '#client/preferences/preferences.ts';
import { usePreference } from '#client/preferences/use-preference.ts';

/** What keeps an agent from noticing a call, between calls and with the way out of it. */
export function AttentionNotices({
  desk,
  attention: { ring, notifications },
  onSettings,
}: {
  desk: AgentStreamState | null;
  attention: Attention;
  onSettings: () => void;
}) {
  const [isWanted, setWanted] = usePreference(notificationHintPreference);
  if (!desk || desk.call) return null;
  const mayRing = desk.status === 'available' || desk.status === 'offered';
  return (
    <>
      {ring.trouble === 'blocked' && mayRing ? (
        <Notice
          tone="warning"
          title="Calls cannot ring yet"
          action={
            <Button size="sm" variant="primary" pending={ring.isTesting} onClick={ring.test}>
              Let it ring
            </Button>
          }
        >
          Your browser plays no sound before you have used the page. Press the button; if you hear
          nothing, click the lock in the address bar and allow sound.
        </Notice>
      ) : null}
      {ring.trouble === 'speaker-gone' ? (
        <Notice
          tone="warning"
          title="The speaker for the ring is gone"
          action={
            <Button size="sm" onClick={onSettings}>
              Choose another
            </Button>
          }
        >
          Calls ring on the computer’s default speaker.
        </Notice>
      ) : null}
      {notifications.state === 'default' && isWanted && desk.status !== 'offered' ? (
        <Notice
          tone="info"
          title="See calls behind other windows"
          action={
            <Button size="sm" onClick={() => void notifications.ask()}>
              Turn on notifications
            </Button>
          }
          onDismiss={() => setWanted(false)}
        >
          Your browser asks once whether this page may show notifications.
        </Notice>
      ) : null}
    </>
  );
}
