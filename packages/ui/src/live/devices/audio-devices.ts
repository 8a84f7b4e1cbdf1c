import type { AudioDevice } from '../../device-picker/audio-device.ts';
import { createObservable, type Observable } from '../feed/observable.ts';

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

/** The part of `navigator.permissions` that tells when the microphone has been allowed. */
export type PermissionSource = Pick<Permissions, 'query'>;

/** A list of devices that is kept up to date until it is closed. */
export interface DeviceWatch {
  devices: Observable<AudioDevices>;
  close(): void;
}

/**
 * Lists audio devices and follows what is plugged in and out. Browsers tell devices and their names only
 * once the microphone has been allowed: then they are listed again.
 */
export function watchAudioDevices(
  source: DeviceSource,
  permissions?: PermissionSource,
): DeviceWatch {
  const devices = createObservable<AudioDevices>({ microphones: [], speakers: [] });
  let isClosed = false;
  let permission: PermissionStatus | undefined;
  let latest = 0;
  /** The answer to the latest question counts: a headset being plugged in is told several times at once. */
  const list = async () => {
    const asked = ++latest;
    // Browsers that cannot tell now say so later: what was listed stands.
    const all = await source.enumerateDevices().catch(() => undefined);
    if (all && asked === latest && !isClosed) devices.set(listOf(all));
  };
  const onChange = () => void list();
  const followPermission = async () => {
    const status = await permissions?.query({ name: 'microphone' }).catch(() => undefined);
    if (isClosed) return;
    permission = status;
    permission?.addEventListener('change', onChange);
  };
  source.addEventListener('devicechange', onChange);
  // Not every browser tells of this permission.
  void followPermission();
  onChange();
  return {
    devices,
    close() {
      isClosed = true;
      source.removeEventListener('devicechange', onChange);
      permission?.removeEventListener('change', onChange);
    },
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
