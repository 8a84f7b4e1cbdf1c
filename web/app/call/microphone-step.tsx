'use client';
import { Button, DevicePicker, MicrophoneTest, Notice } from '@agent/ui';
import { canChooseSpeaker, useAudioDevices, useMicrophoneTest } from '@agent/ui/live';
import { permissionOf } from '../../client/device-permission.ts';
import { devicePreference } from '../../client/preferences.ts';
import type { CustomerFlow } from '../../client/use-customer-flow.ts';
import { usePreference } from '../../client/use-preference.ts';
import { Step, StepCount } from './step.tsx';

/** Lets the customer see that the microphone works; going on without is possible. */
export function MicrophoneStep({ flow }: { flow: CustomerFlow }) {
  const { test, state } = useMicrophoneTest();
  const { microphones, speakers } = useAudioDevices(state.phase);
  const [chosen, choose] = usePreference(devicePreference);
  const granted = state.phase === 'listening' || state.phase === 'heard';
  const chooseMicrophone = (microphoneId: string) => {
    choose({ ...chosen, microphoneId });
    void test.start(microphoneId);
  };
  return (
    <Step title="Check your microphone" lead="We only listen here to show you the level.">
      <StepCount current={3} />
      <div className="call-form">
        <MicrophoneTest
          devices={microphones}
          deviceId={chosen.microphoneId ?? undefined}
          onDeviceChange={chooseMicrophone}
          permission={permissionOf(state)}
          onRequest={() => void test.start(chosen.microphoneId)}
          subscribeLevel={test.subscribeLevel}
          heard={state.phase === 'heard'}
        />
        {granted && canChooseSpeaker() && speakers.length > 1 ? (
          <DevicePicker
            kind="speaker"
            devices={speakers}
            value={chosen.speakerId ?? undefined}
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
