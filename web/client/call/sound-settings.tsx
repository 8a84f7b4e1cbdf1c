'use client';
import { Button, DevicePicker, Dialog } from '@agent/ui';
import { canChooseSpeaker, type UseAudioCall, useAudioDevices } from '@agent/ui/live';
import { devicePreference } from '../preferences/preferences.ts';
import { usePreference } from '../preferences/use-preference.ts';

/** Microphone and speaker, changeable during the call. */
export function SoundSettings({
  open,
  onClose,
  audio,
}: {
  open: boolean;
  onClose: () => void;
  audio: UseAudioCall;
}) {
  const { call, state } = audio;
  const { microphones, speakers } = useAudioDevices(open);
  const [, remember] = usePreference(devicePreference);
  const chooseMicrophone = (microphoneId: string) => {
    remember({ microphoneId, speakerId: state.speakerId });
    void call.chooseMicrophone(microphoneId);
  };
  const chooseSpeaker = (speakerId: string) => {
    remember({ microphoneId: state.microphoneId, speakerId });
    void call.chooseSpeaker(speakerId);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Sound"
      description="Changes take effect at once."
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="sound-settings">
        <DevicePicker
          kind="microphone"
          devices={microphones}
          value={state.microphoneId}
          onValueChange={chooseMicrophone}
        />
        {canChooseSpeaker() ? (
          <DevicePicker
            kind="speaker"
            devices={speakers}
            value={state.speakerId}
            onValueChange={chooseSpeaker}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
