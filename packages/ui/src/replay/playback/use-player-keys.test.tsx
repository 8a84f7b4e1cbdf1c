import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../../testing/dom.ts';
import { usePlayerKeys } from './use-player-keys.ts';

const keys = {
  Space: vi.fn(),
  ArrowRight: vi.fn(),
  'Shift+ArrowRight': vi.fn(),
  '.': vi.fn(),
  m: vi.fn(),
};

function Page() {
  usePlayerKeys(keys);
  return (
    <>
      <button type="button">Press</button>
      <input aria-label="Type" />
      <div role="slider" tabIndex={0} aria-label="Position" aria-valuenow={0} />
    </>
  );
}

test('keys work anywhere in the page, with and without Shift apart', async () => {
  vi.clearAllMocks();
  render(<Page />);
  await userEvent.keyboard(' {ArrowRight}{Shift>}{ArrowRight}{/Shift}.M{Control>}m{/Control}');
  const counts = Object.values(keys).map(({ mock }) => mock.calls.length);
  expect(counts).toEqual([1, 1, 1, 1, 1]);
});

test('nothing happens while somebody types, and Space presses the button it is on', async () => {
  vi.clearAllMocks();
  render(<Page />);
  await userEvent.type(screen.getByRole('textbox'), 'm. {ArrowRight}');
  screen.getByRole('button').focus();
  await userEvent.keyboard(' ');
  expect(Object.values(keys).every(({ mock }) => mock.calls.length === 0)).toBe(true);
  await userEvent.keyboard('m');
  expect(keys.m).toHaveBeenCalledOnce();
});

test('arrows on a slider move the slider alone; with Shift they go to marks', async () => {
  vi.clearAllMocks();
  render(<Page />);
  screen.getByRole('slider').focus();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  expect(keys.ArrowRight).not.toHaveBeenCalled();
  expect(keys['Shift+ArrowRight']).toHaveBeenCalledOnce();
});
