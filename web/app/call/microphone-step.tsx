'use client';
import { Button, DevicePicker, MicrophoneTest, Notice } from '@agent/ui';
import { canChooseSpeaker, useAudioDevices, useMicrophoneTest } from '@agent/ui/live';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { devicePreference } from '#client/preferences/preferences.ts';
import { usePreference } from '#client/preferences/use-preference.ts';
import { Step, StepCount } from './step.tsx';

/** Lets the customer see that the microphone works; going on without is possible. */
export function MicrophoneStep({ flow }: { flow: CustomerFlow }) {
  const { permission, heard, subscribeLevel, start } = useMicrophoneTest();
  const { microphones, speakers } = useAudioDevices(permission);
  const [chosen, choose] = usePreference(devicePreference);
  const granted = permission === 'granted';
  const chooseMicrophone = (microphoneId: string) => {
    choose({ ...chosen, microphoneId });
    void start(microphoneId);
  };
  return (
    <Step title="Check your microphone" lead="We only listen here to show you the level.">
      <StepCount current={3} />
      <div className="call-form">
        <MicrophoneTest
          devices={microphones}
          deviceId={chosen.microphoneId}
          onDeviceChange={chooseMicrophone}
          permission={permission}
          onRequest={() => void start(chosen.microphoneId)}
          subscribeLevel={subscribeLevel}
          heard={heard}
        />
        {granted && canChooseSpeaker() && speakers.length > 1 ? (
          <DevicePicker
            kind="speaker"
            devices={speakers}
            value={chosen.speakerId}
            onValueChange={(speakerId) => choose({ ...chosen, speakerId })}
          />
        ) : null}
        {flow.problem ? <Notice tone="error" title={flow.problem} /> : null}
        <div className="call-buttons">
          <Button size="lg" onClick={() => flow.goTo('notice')}>
            Back
          </Button>
          <Button
            size="lg"
            variant={granted ? 'primary' : 'secondary'}
            pending={flow.pending}
            onClick={() => void flow.joinLine()}
          >
            {granted ? 'Join the line' : 'Skip the test and join'}
          </Button>
        </div>
      </div>
    </Step>
  );
}
