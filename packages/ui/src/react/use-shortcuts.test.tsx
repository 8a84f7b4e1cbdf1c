import { beforeEach, expect, test, vi } from 'vitest';
import { fireEvent, render, screen, userEvent } from '../testing/dom.ts';
import { useShortcuts } from './use-shortcuts.ts';

const mute = vi.fn();
const hangUp = vi.fn();
const list = vi.fn();
const use = vi.fn();
const first = vi.fn();
beforeEach(() => vi.clearAllMocks());

function Page({ active }: { active?: boolean }) {
  useShortcuts(
    [
      { keys: 'M', label: 'Mute', run: mute },
      { keys: 'Shift+Mod+E', label: 'Hang up', run: hangUp },
      { keys: '?', label: 'List', run: list },
      { keys: 'Alt+U', label: 'Use', run: use },
      { keys: 'Alt+1', label: 'First', run: first },
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

test.each([
  ['Windows and Linux', { key: 'u', code: 'KeyU' }],
  ['a Mac, where Option+U is a dead key', { key: 'Dead', code: 'KeyU' }],
  ['a Mac, where Option+U writes another sign', { key: '¨', code: 'KeyU' }],
  ['another layout, where U is elsewhere', { key: 'u', code: 'KeyF' }],
])('takes Alt with a letter on %s, also while somebody types', (_where, press) => {
  render(<Page />);
  fireEvent.keyDown(screen.getByLabelText('field'), { ...press, altKey: true });
  expect(use).toHaveBeenCalledOnce();
});

test('takes Alt with a digit on a Mac', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: '¡', code: 'Digit1', altKey: true });
  expect(first).toHaveBeenCalledOnce();
});

test('leaves AltGr and text that is being composed alone', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'u', code: 'KeyU', altKey: true, ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'm', isComposing: true });
  expect(use).not.toHaveBeenCalled();
  expect(mute).not.toHaveBeenCalled();
});
