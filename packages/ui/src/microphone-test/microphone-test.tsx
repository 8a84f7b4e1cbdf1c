'use client';
import { clsx } from 'clsx';
import { CircleCheck, Mic } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useState } from 'react';
import {
  AUDIBLE_LEVEL,
  AudioLevelMeter,
  type SubscribeLevel,
} from '../audio-level-meter/audio-level-meter.tsx';
import type { AudioDevice, DevicePermission } from '../device-picker/audio-device.ts';
import { DevicePicker } from '../device-picker/device-picker.tsx';
import type { DevicePickerLabels } from '../device-picker/device-picker-labels.ts';
import { useControllable } from '../react/use-controllable.ts';

/** Strings of a `MicrophoneTest`. */
export interface MicrophoneTestLabels {
  title: string;
  speak: string;
  heard: string;
  meter: string;
  picker: Partial<DevicePickerLabels>;
}
/** English words of the test of a microphone; `labels` replaces them one by one. */
export const defaultMicrophoneTestLabels: MicrophoneTestLabels = {
  title: 'Microphone test',
  speak: 'Say a few words.',
  heard: 'We can hear you.',
  meter: 'You',
  picker: {},
};

/** How far the test is, the loudness meanwhile, and what its buttons do. */
export interface MicrophoneTestProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  devices: readonly AudioDevice[];
  /** Null, as hooks give it before a choice: the first of the list. */
  deviceId?: string | null | undefined;
  /** Default: the first of them. */
  defaultDeviceId?: string | undefined;
  onDeviceChange?: ((deviceId: string) => void) | undefined;
  permission: DevicePermission;
  onRequest?: (() => void) | undefined;
  level?: number | undefined;
  subscribeLevel?: SubscribeLevel | undefined;
  /** Whether speech was heard; found out from the levels while absent. */
  heard?: boolean | undefined;
  onHeard?: (() => void) | undefined;
  labels?: Partial<MicrophoneTestLabels> | undefined;
}

/** Lets a person choose a microphone and see that it hears. */
export const MicrophoneTest = forwardRef<HTMLElement, MicrophoneTestProps>(function MicrophoneTest(
  {
    devices,
    deviceId,
    defaultDeviceId,
    onDeviceChange,
    permission,
    onRequest,
    level,
    subscribeLevel,
    heard,
    onHeard,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultMicrophoneTestLabels, ...labels };
  const first = devices[0]?.id ?? '';
  const [chosen, choose] = useControllable({
    value: deviceId === null ? first : deviceId,
    defaultValue: defaultDeviceId ?? first,
    onChange: onDeviceChange,
  });
  const found = useHeard({ level, subscribeLevel, deviceId: chosen, onHeard });
  const granted = permission === 'granted';
  const isHeard = granted && (heard ?? found);
  return (
    <section
      aria-label={text.title}
      {...rest}
      ref={ref}
      className={clsx('aui-microphone-test', className)}
      data-slot="microphone-test"
      data-state={granted ? (isHeard ? 'heard' : 'listening') : permission}
    >
      <DevicePicker
        kind="microphone"
        devices={devices}
        value={chosen}
        permission={permission}
        onValueChange={choose}
        onRequest={onRequest}
        labels={text.picker}
      />
      {granted ? (
        <div data-slot="microphone-test-result">
          <AudioLevelMeter level={level} subscribe={subscribeLevel} labels={{ name: text.meter }} />
          <p role="status" data-slot="microphone-test-words">
            {isHeard ? <CircleCheck aria-hidden="true" /> : <Mic aria-hidden="true" />}
            {isHeard ? text.heard : text.speak}
          </p>
        </div>
      ) : null}
    </section>
  );
});

/** Audible samples in a row that count as speech, so that one click does not. */
const AUDIBLE_RUN = 4;

function useHeard({
  level,
  subscribeLevel,
  deviceId,
  onHeard,
}: Pick<MicrophoneTestProps, 'level' | 'subscribeLevel' | 'onHeard'> & {
  deviceId: string;
}): boolean {
  const [heardDevice, setHeardDevice] = useState<string | null>(null);
  const heard = heardDevice === deviceId;
  const loud = (level ?? 0) >= AUDIBLE_LEVEL;
  useEffect(() => {
    if (heard) return;
    const report = () => {
      setHeardDevice(deviceId);
      onHeard?.();
    };
    if (loud) return report();
    let run = 0;
    return subscribeLevel?.((next) => {
      run = next >= AUDIBLE_LEVEL ? run + 1 : 0;
      if (run === AUDIBLE_RUN) report();
    });
  }, [heard, loud, subscribeLevel, deviceId, onHeard]);
  return heard;
}
