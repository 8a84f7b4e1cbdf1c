'use client';
import { Button, DevicePicker, Dialog, Notice } from '@agent/ui';
import { canChooseSpeaker, useAudioDevices } from '@agent/ui/live';
import { useId } from 'react';
import type { Attention } from '#client/attention/use-attention.ts';
import type { NotificationState, Notifications } from '#client/attention/use-notifications.ts';
import type { Ring } from '#client/attention/use-ring.ts';
import './attention-settings.css';

/** How this browser tells of an offer: its ring, on which speaker and how loud, and notifications. */
export function AttentionSettings({
  open,
  onClose,
  attention: { ring, notifications },
  onCall,
}: {
  open: boolean;
  onClose: () => void;
  attention: Attention;
  /** During a call nothing rings, not even as a test. */
  onCall: boolean;
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Ring and notifications"
      description="How you notice a call that is offered to you. Kept for this browser."
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="attention-settings">
        <RingSettings open={open} ring={ring} onCall={onCall} />
        <NotificationSettings notifications={notifications} />
      </div>
    </Dialog>
  );
}

function RingSettings({ open, ring, onCall }: { open: boolean; ring: Ring; onCall: boolean }) {
  const { settings, change, trouble } = ring;
  const volumeId = useId();
  return (
    <fieldset>
      <legend>Ring</legend>
      <label className="attention-switch">
        <input
          type="checkbox"
          checked={settings.on}
          onChange={({ target }) => change({ on: target.checked })}
        />
        Ring while a call is on offer
      </label>
      <div className="attention-volume">
        <label htmlFor={volumeId}>Volume</label>
        <input
          id={volumeId}
          type="range"
          min={5}
          max={100}
          step={5}
          disabled={!settings.on}
          value={Math.round(settings.volume * 100)}
          aria-valuetext={`${Math.round(settings.volume * 100)} %`}
          onChange={({ target }) => change({ volume: Number(target.value) / 100 })}
        />
      </div>
      {canChooseSpeaker() ? <Speaker open={open} ring={ring} /> : null}
      <div className="attention-test">
        <Button disabled={!settings.on || onCall} pending={ring.isTesting} onClick={ring.test}>
          Test ring
        </Button>
        <p role="status">{onCall ? 'Not during a call.' : testWords(ring)}</p>
      </div>
      {trouble === 'blocked' ? <RingBlocked /> : null}
    </fieldset>
  );
}

function testWords({ isTesting, trouble }: Ring): string {
  if (trouble === 'speaker-gone') return 'The chosen speaker is gone: it rings on the default one.';
  return isTesting && trouble === null ? 'You should hear two notes now.' : '';
}

/** Browsers tell speakers only once the microphone has been allowed, which going available asks for. */
function Speaker({ open, ring: { settings, change } }: { open: boolean; ring: Ring }) {
  const { speakers } = useAudioDevices(open);
  const isGone =
    settings.speakerId !== null &&
    speakers.length > 0 &&
    !speakers.some(({ id }) => id === settings.speakerId);
  return (
    <>
      <DevicePicker
        kind="speaker"
        devices={speakers}
        value={isGone ? null : settings.speakerId}
        disabled={!settings.on}
        labels={{ speaker: 'Ring on' }}
        onValueChange={(speakerId) => change({ speakerId })}
      />
      {isGone ? (
        <Notice tone="warning" title="The speaker that was chosen is gone">
          It rings on the computer’s default speaker. Plug the other one in again, or choose one.
        </Notice>
      ) : null}
      {speakers.length === 0 ? (
        <p className="attention-hint">
          Speakers are listed once you have gone available and allowed the microphone.
        </p>
      ) : null}
    </>
  );
}

function RingBlocked() {
  return (
    <Notice tone="warning" title="Your browser does not let the page ring">
      Press “Test ring”. If you hear nothing, click the lock in the address bar and allow sound.
    </Notice>
  );
}

function NotificationSettings({ notifications }: { notifications: Notifications }) {
  const { state, on, setOn, ask } = notifications;
  return (
    <fieldset>
      <legend>Notifications</legend>
      {state === 'granted' ? (
        <label className="attention-switch">
          <input type="checkbox" checked={on} onChange={({ target }) => setOn(target.checked)} />
          Show a notification while another window is in front
        </label>
      ) : null}
      <p className="attention-hint">{notificationWords[state]}</p>
      {state === 'default' ? (
        <Button onClick={() => void ask()}>Turn on notifications</Button>
      ) : null}
    </fieldset>
  );
}

const notificationWords: Record<NotificationState, string> = {
  default: 'Your browser asks once. Choose “Allow”, so that you see calls behind other windows.',
  granted: 'It shows a first name and how long the customer has waited, nothing else.',
  denied:
    'Your browser blocks notifications of this page. Click the lock in the address bar, allow notifications, and come back.',
  unsupported: 'This browser shows no notifications of pages. The tab and the ring tell you.',
};
