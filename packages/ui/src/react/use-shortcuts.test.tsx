import { beforeEach, expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { useShortcuts } from './use-shortcuts.ts';

const mute = vi.fn();
const hangUp = vi.fn();
const list = vi.fn();
beforeEach(() => vi.clearAllMocks());

function Page({ active }: { active?: boolean }) {
  useShortcuts(
    [
      { keys: 'M', label: 'Mute', run: mute },
      { keys: 'Shift+Mod+E', label: 'Hang up', run: hangUp },
      { keys: '?', label: 'List', run: list },
    ],
    active,
  );
  return <input aria-label="field" />;
}

test('runs a key pressed anywhere', async () => {
  render(<Page />);
  await userEvent.keyboard('m?');
  expect(mute).toHaveBeenCalledOnce();
  expect(list).toHaveBeenCalledOnce();
});

test('leaves plain keys to whoever types, but not those with a modifier', async () => {
  render(<Page />);
  await userEvent.click(screen.getByLabelText('field'));
  await userEvent.keyboard('m{Control>}{Shift>}E{/Shift}{/Control}');
  expect(mute).not.toHaveBeenCalled();
  expect(hangUp).toHaveBeenCalledOnce();
});

test('asks for every modifier of a shortcut and for no other', async () => {
  render(<Page />);
  await userEvent.keyboard(
    '{Control>}e{/Control}{Control>}m{/Control}{Alt>}m{/Alt}{Shift>}M{/Shift}',
  );
  expect(hangUp).not.toHaveBeenCalled();
  expect(mute).not.toHaveBeenCalled();
});

test('does nothing while inactive or while a dialog is open', async () => {
  const { rerender } = render(<Page active={false} />);
  await userEvent.keyboard('m');
  rerender(
    <>
      <Page />
      <dialog open />
    </>,
  );
  await userEvent.keyboard('m');
  expect(mute).not.toHaveBeenCalled();
});
