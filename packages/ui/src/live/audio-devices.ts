import { createObservable, type Observable } from './observable.ts';

/** A microphone or speaker to choose from. */
export interface AudioDevice {
  id: string;
  label: string;
}

/** What can be chosen now. Labels are unknown until the microphone has been allowed once. */
export interface AudioDevices {
  microphones: AudioDevice[];
  speakers: AudioDevice[];
}

/** The part of `navigator.mediaDevices` that a list of devices needs. */
export type DeviceSource = Pick<
  MediaDevices,
  'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

export interface DeviceWatch {
  devices: Observable<AudioDevices>;
  refresh(): Promise<void>;
  close(): void;
}

/** Lists audio devices and follows what is plugged in and out. */
export function watchAudioDevices(source: DeviceSource): DeviceWatch {
  const devices = createObservable<AudioDevices>({ microphones: [], speakers: [] });
  const refresh = async () => devices.set(listOf(await source.enumerateDevices()));
  const onChange = () => void refresh();
  source.addEventListener('devicechange', onChange);
  onChange();
  return {
    devices,
    refresh,
    close: () => source.removeEventListener('devicechange', onChange),
  };
}

function listOf(all: MediaDeviceInfo[]): AudioDevices {
  return {
    microphones: named(all, 'audioinput', 'Microphone'),
    speakers: named(all, 'audiooutput', 'Speaker'),
  };
}

function named(all: MediaDeviceInfo[], kind: MediaDeviceKind, word: string): AudioDevice[] {
  return all
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map((device, index) => ({
      id: device.deviceId,
      label: device.label || `${word} ${index + 1}`,
    }));
}
