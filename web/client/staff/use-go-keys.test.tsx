import { useShortcuts } from '@agent/ui';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { useGoKeys } from './use-go-keys.ts';

const go = vi.fn();
const hold = vi.fn();

function Page() {
  useShortcuts([{ keys: 'H', label: 'Hold', run: hold }]);
  useGoKeys({ H: go });
  return <input aria-label="Field" />;
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});

it('goes to a page by G and its key, which then does nothing else', async () => {
  render(<Page />);
  await userEvent.keyboard('gh');
  expect(go).toHaveBeenCalledOnce();
  expect(hold).not.toHaveBeenCalled();
  await userEvent.keyboard('h');
  expect(hold).toHaveBeenCalledOnce();
  expect(go).toHaveBeenCalledOnce();
});

it('leaves a key alone that comes late, and another one', async () => {
  const now = vi.spyOn(performance, 'now');
  render(<Page />);
  now.mockReturnValue(0);
  await userEvent.keyboard('g');
  now.mockReturnValue(1_001);
  await userEvent.keyboard('h');
  now.mockReturnValue(2_000);
  await userEvent.keyboard('gxh');
  expect(go).not.toHaveBeenCalled();
  expect(hold).toHaveBeenCalledTimes(2);
});

it('does nothing while somebody types', async () => {
  const { getByRole } = render(<Page />);
  await userEvent.type(getByRole('textbox'), 'gh');
  expect(go).not.toHaveBeenCalled();
});
