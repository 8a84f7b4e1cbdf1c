import type { AudioDevice } from '../device-picker/audio-device.ts';
import { createObservable, type Observable } from './observable.ts';

/** What can be chosen now. Labels are empty until the microphone has been allowed once. */
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
  return { microphones: ofKind(all, 'audioinput'), speakers: ofKind(all, 'audiooutput') };
}

function ofKind(all: MediaDeviceInfo[], kind: MediaDeviceKind): AudioDevice[] {
  return all
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
