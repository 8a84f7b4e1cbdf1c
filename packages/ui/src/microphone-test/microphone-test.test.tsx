import { expect, test, vi } from 'vitest';
import { act, render, screen, userEvent } from '../testing/dom.ts';
import { MicrophoneTest } from './microphone-test.tsx';

const devices = [{ id: 'a', label: 'Headset' }];

function setup() {
  const listeners = new Set<(level: number) => void>();
  const subscribeLevel = (listener: (level: number) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const push = (...levels: number[]) =>
    act(() => {
      for (const level of levels) for (const listener of [...listeners]) listener(level);
    });
  return { subscribeLevel, push, listeners };
}

test('hears a person after several loud samples in a row, not after one click', () => {
  const { subscribeLevel, push } = setup();
  const onHeard = vi.fn();
  const props = { devices, deviceId: 'a', permission: 'granted', subscribeLevel, onHeard } as const;
  render(<MicrophoneTest {...props} />);
  push(0.9, 0, 0.9, 0);
  expect(screen.getByRole('status').textContent).toBe('Say a few words.');
  push(0.5, 0.5, 0.5, 0.5);
  expect(screen.getByRole('status').textContent).toBe('We can hear you.');
  expect(onHeard).toHaveBeenCalledOnce();
});

test('starts again with another device', () => {
  const { subscribeLevel, push } = setup();
  const props = { devices, permission: 'granted', subscribeLevel } as const;
  const { rerender } = render(<MicrophoneTest {...props} deviceId="a" />);
  push(0.5, 0.5, 0.5, 0.5);
  rerender(<MicrophoneTest {...props} deviceId="b" />);
  expect(screen.getByRole('status').textContent).toBe('Say a few words.');
});

test('leaves nothing listening after it is gone', () => {
  const { subscribeLevel, listeners } = setup();
  const { unmount } = render(
    <MicrophoneTest devices={devices} permission="granted" subscribeLevel={subscribeLevel} />,
  );
  unmount();
  expect(listeners.size).toBe(0);
});

test('starts again with another device that is chosen here', async () => {
  const { subscribeLevel, push } = setup();
  const two = [...devices, { id: 'b', label: 'Built-in' }];
  render(<MicrophoneTest devices={two} permission="granted" subscribeLevel={subscribeLevel} />);
  push(0.5, 0.5, 0.5, 0.5);
  expect(screen.getByRole('status').textContent).toBe('We can hear you.');
  await userEvent.selectOptions(screen.getByLabelText('Microphone'), 'Built-in');
  expect(screen.getByRole('status').textContent).toBe('Say a few words.');
});
