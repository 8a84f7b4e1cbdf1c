import { expect, it, vi } from 'vitest';
import { type DeviceSource, watchAudioDevices } from './audio-devices.ts';

function device(kind: MediaDeviceKind, deviceId: string, label = ''): MediaDeviceInfo {
  return { kind, deviceId, label, groupId: '', toJSON: () => ({}) };
}

/** A computer whose devices a test plugs in. */
function computer(...plugged: MediaDeviceInfo[]) {
  const source = Object.assign(new EventTarget(), { enumerateDevices: async () => [...plugged] });
  return {
    source: source as never,
    plugged,
    change: () => source.dispatchEvent(new Event('devicechange')),
  };
}

/** A browser that tells of the permission for the microphone once a test says so. */
function permissions() {
  const status = new EventTarget();
  const asked = Promise.withResolvers<EventTarget>();
  return {
    source: { query: () => asked.promise } as never,
    answer: () => asked.resolve(status),
    refuse: () => asked.reject(new TypeError('no such permission')),
    change: () => status.dispatchEvent(new Event('change')),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('lists devices, leaves it to the picker to name nameless ones, and follows what is plugged in', async () => {
  const { source, plugged, change } = computer(
    device('audioinput', 'a', 'Headset'),
    device('videoinput', 'v'),
  );
  const watch = watchAudioDevices(source);
  await vi.waitFor(() => expect(watch.devices.get().microphones).toHaveLength(1));
  plugged.push(device('audioinput', 'b'), device('audiooutput', 's'), device('audiooutput', ''));
  change();
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

it('lists devices again once the microphone has been allowed', async () => {
  const { source, plugged } = computer(device('audioinput', ''));
  const permission = permissions();
  const watch = watchAudioDevices(source, permission.source);
  permission.answer();
  await settled();
  expect(watch.devices.get().microphones).toEqual([]);
  plugged.splice(0, 1, device('audioinput', 'a', 'Headset'));
  permission.change();
  await settled();
  expect(watch.devices.get().microphones).toEqual([{ id: 'a', label: 'Headset' }]);
  watch.close();
});

it('lists devices where the browser knows no such permission', async () => {
  const { source } = computer(device('audioinput', 'a', 'Headset'));
  const permission = permissions();
  const watch = watchAudioDevices(source, permission.source);
  permission.refuse();
  await settled();
  expect(watch.devices.get().microphones).toHaveLength(1);
  watch.close();
});

it('shows the latest list when an older one arrives after it', async () => {
  const { source, change } = computer();
  const answers: PromiseWithResolvers<MediaDeviceInfo[]>[] = [];
  const enumerateDevices = () => {
    const answer = Promise.withResolvers<MediaDeviceInfo[]>();
    answers.push(answer);
    return answer.promise;
  };
  const watch = watchAudioDevices(Object.assign(source, { enumerateDevices }));
  change();
  answers[1]?.resolve([device('audioinput', 'b', 'Headset')]);
  await settled();
  answers[0]?.resolve([]);
  await settled();
  expect(watch.devices.get().microphones).toEqual([{ id: 'b', label: 'Headset' }]);
  watch.close();
});

it('keeps what it has listed when the browser cannot tell, and lists again with the next change', async () => {
  const { source, plugged, change } = computer(device('audioinput', 'a', 'Headset'));
  const watch = watchAudioDevices(source);
  await settled();
  const { enumerateDevices } = source as DeviceSource;
  Object.assign(source, { enumerateDevices: () => Promise.reject(new Error('not now')) });
  change();
  await settled();
  expect(watch.devices.get().microphones).toHaveLength(1);
  Object.assign(source, { enumerateDevices });
  plugged.pop();
  change();
  await settled();
  expect(watch.devices.get().microphones).toEqual([]);
  watch.close();
});

it.each(['before', 'after'])(
  'hears nothing any more when it is closed %s the browser answers',
  async (when) => {
    const { source, plugged, change } = computer();
    const permission = permissions();
    const watch = watchAudioDevices(source, permission.source);
    if (when === 'before') watch.close();
    permission.answer();
    await settled();
    if (when === 'after') watch.close();
    plugged.push(device('audioinput', 'a', 'Headset'));
    permission.change();
    change();
    await settled();
    expect(watch.devices.get().microphones).toEqual([]);
  },
);
