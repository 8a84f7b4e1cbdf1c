import { Profiler } from 'react';
import { expect, test, vi } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { AudioLevelMeter } from './audio-level-meter.tsx';

test('follows a subscription without rendering again', () => {
  let push: (level: number) => void = () => undefined;
  const stop = vi.fn();
  const subscribe = (listener: (level: number) => void) => {
    push = listener;
    return stop;
  };
  const onRender = vi.fn();
  const { unmount } = render(
    <Profiler id="meter" onRender={onRender}>
      <AudioLevelMeter caption="You" subscribe={subscribe} />
    </Profiler>,
  );
  const rendersBefore = onRender.mock.calls.length;
  push(0.52);
  const meter = screen.getByRole('meter', { name: 'Sound level: You' });
  expect(meter.getAttribute('aria-valuenow')).toBe('50');
  expect(meter.dataset.state).toBe('audible');
  expect(onRender.mock.calls.length).toBe(rendersBefore);
  unmount();
  expect(stop).toHaveBeenCalledOnce();
});

test('says that it is muted and shows no level', () => {
  render(<AudioLevelMeter level={0.9} muted />);
  const meter = screen.getByRole('meter');
  expect(meter.getAttribute('aria-valuetext')).toBe('muted');
  expect(meter.getAttribute('aria-valuenow')).toBe('0');
});

test('keeps levels within its range', () => {
  render(<AudioLevelMeter level={7} />);
  expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('100');
});
