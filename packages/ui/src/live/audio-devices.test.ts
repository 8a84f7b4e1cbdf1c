import { expect, it, vi } from 'vitest';
import { watchAudioDevices } from './audio-devices.ts';

function device(kind: MediaDeviceKind, deviceId: string, label = ''): MediaDeviceInfo {
  return { kind, deviceId, label, groupId: '', toJSON: () => ({}) };
}

it('lists devices, leaves it to the picker to name nameless ones, and follows what is plugged in', async () => {
  const source = new EventTarget() as EventTarget & {
    enumerateDevices: () => Promise<MediaDeviceInfo[]>;
  };
  const plugged = [device('audioinput', 'a', 'Headset'), device('videoinput', 'v')];
  source.enumerateDevices = async () => plugged;
  const watch = watchAudioDevices(source as never);
  await vi.waitFor(() => expect(watch.devices.get().microphones).toHaveLength(1));
  plugged.push(device('audioinput', 'b'), device('audiooutput', 's'), device('audiooutput', ''));
  source.dispatchEvent(new Event('devicechange'));
  await vi.waitFor(() =>
    expect(watch.devices.get()).toEqual({
      microphones: [
        { id: 'a', label: 'Headset' },
        { id: 'b', label: '' },
      ],
      speakers: [{ id: 's', label: '' }],
    }),
  );
  watch.close();
});
