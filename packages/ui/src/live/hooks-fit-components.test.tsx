import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { act, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { ConnectionBadge } from '../connection-badge/connection-badge.tsx';
import { DevicePicker } from '../device-picker/device-picker.tsx';
import { MicrophoneTest } from '../microphone-test/microphone-test.tsx';
import { SentimentTrend } from '../sentiment-trend/sentiment-trend.tsx';
import { fireEvent, render, screen } from '../testing/dom.ts';
import { useSentimentTrend } from './assist/use-sentiment-trend.ts';
import { microphonePermission } from './devices/microphone-permission.ts';
import { useMicrophoneTest } from './devices/use-microphone-test.ts';
import type { AudioCall } from './room/audio-call.ts';
import { fakeRooms } from './room/fake-room.ts';
import { useAudioCall } from './room/use-audio-call.ts';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const microphones = [{ id: 'headset', label: 'Headset' }];

describe('useAudioCall', () => {
  const fake = fakeRooms();
  let call: AudioCall | undefined;

  function Desk() {
    const audio = useAudioCall({
      callId: 'call-1',
      active: true,
      held: false,
      getAccess: async () => ({ url: 'ws://room', token: 't' }),
      createRoom: fake.createRoom,
    });
    const { state } = audio;
    call = audio.call;
    return (
      <>
        <ConnectionBadge state={state.connection} quality={state.quality} />
        <AudioLevelMeter subscribe={audio.call.subscribeOwnLevel} muted={state.muted} />
        <DevicePicker
          kind="microphone"
          devices={microphones}
          value={state.microphoneId}
          permission={microphonePermission(state.problem)}
          onValueChange={audio.call.chooseMicrophone}
          onRequest={audio.call.retryMicrophone}
        />
      </>
    );
  }

  test('gives badge, meter and picker what they take, whatever happens', async () => {
    render(<Desk />);
    const badge = () => screen.getByRole('status').textContent;
    await waitFor(() => expect(badge()).toBe('Connected'));
    act(() => fake.last().events.quality('lost'));
    expect(badge()).toBe('Connection lost');
    act(() => fake.last().events.closed('moved'));
    await waitFor(() => expect(badge()).toBe('In another tab'));
    act(() => call?.start());
    await waitFor(() => expect(badge()).toBe('Connected'));
    fake.script.microphoneError = Object.assign(new Error(), { name: 'NotAllowedError' });
    act(() => fake.last().unplug());
    expect(await screen.findByText('Your microphone is blocked')).toBeTruthy();
    fake.script.microphoneError = undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('combobox')).toBeTruthy();
  });

  test('lets a meter stand while its owner renders again', async () => {
    const { rerender } = render(<Desk />);
    await waitFor(() => expect(screen.getByRole('meter').ariaValueNow).toBe('50'));
    rerender(<Desk />);
    expect(screen.getByRole('meter').ariaValueNow).toBe('50');
  });
});

test('useMicrophoneTest gives MicrophoneTest what it takes', async () => {
  let level = 0;
  const open = vi.fn(async () => ({ level: () => level, close: () => undefined }));
  open.mockRejectedValueOnce(Object.assign(new Error(), { name: 'NotFoundError' }));

  function Step() {
    const { permission, heard, subscribeLevel, start } = useMicrophoneTest(open);
    return (
      <MicrophoneTest
        devices={microphones}
        deviceId={null}
        onDeviceChange={start}
        permission={permission}
        onRequest={() => void start(null)}
        subscribeLevel={subscribeLevel}
        heard={heard}
      />
    );
  }
  render(<Step />);
  fireEvent.click(screen.getByRole('button', { name: 'Allow microphone' }));
  expect(await screen.findByText('No microphone found')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText('Say a few words.')).toBeTruthy();
  level = 0.6;
  expect(await screen.findByText('We can hear you.')).toBeTruthy();
});

test('useSentimentTrend gives SentimentTrend what it takes', async () => {
  const log = fakeLog();
  log.say('customer', 1, -0.8);
  const source = { callId: log.state().callId, readEvents: async () => log.page() };

  function Trend() {
    return <SentimentTrend points={useSentimentTrend(source)} data-testid={fakeUuid(1)} />;
  }
  render(<Trend />);
  const figure = screen.getByTestId(fakeUuid(1));
  expect(figure.dataset.state).toBe('empty');
  await waitFor(() => expect(figure.dataset.state).toBe('steady'));
});
