import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('leaves plain keys to people who type, but not those with a modifier', async () => {
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
  ['the usual layout', { key: 'u', code: 'KeyU' }],
  ['a layout where Alt writes another sign', { key: '¨', code: 'KeyU' }],
  ['a layout where U is elsewhere', { key: 'u', code: 'KeyF' }],
])('takes Alt with a letter on %s, also while somebody types', (_where, press) => {
  render(<Page />);
  fireEvent.keyDown(screen.getByLabelText('field'), { ...press, altKey: true });
  expect(use).toHaveBeenCalledOnce();
});

describe('on a Mac, where Option writes letters', () => {
  beforeEach(() => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh)');
  });
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['the dead key of ü', { key: 'Dead', code: 'KeyU' }],
    ['another sign', { key: '¨', code: 'KeyU' }],
    ['a Polish letter', { key: 'ų', code: 'KeyU' }],
  ])('leaves Option+U to people who write by it: %s', (_what, press) => {
    render(<Page />);
    const isHandledByPage = fireEvent.keyDown(screen.getByLabelText('field'), {
      ...press,
      altKey: true,
    });
    expect(isHandledByPage).toBe(true);
    expect(use).not.toHaveBeenCalled();
  });

  test.each([
    ['in a field', () => screen.getByLabelText('field')],
    ['anywhere', () => document.body],
  ])('takes Control and Option with a letter or digit %s', (_where, target) => {
    render(<Page />);
    const held = { altKey: true, ctrlKey: true };
    fireEvent.keyDown(target(), { key: '¨', code: 'KeyU', ...held });
    fireEvent.keyDown(target(), { key: '¡', code: 'Digit1', ...held });
    expect(use).toHaveBeenCalledOnce();
    expect(first).toHaveBeenCalledOnce();
    fireEvent.keyDown(target(), { key: '¨', code: 'KeyU', ...held, metaKey: true });
    expect(use).toHaveBeenCalledOnce();
  });

  test('takes a plain letter where nobody types, and Command for Mod', async () => {
    render(<Page />);
    await userEvent.keyboard('m{Meta>}{Shift>}E{/Shift}{/Meta}');
    expect(mute).toHaveBeenCalledOnce();
    expect(hangUp).toHaveBeenCalledOnce();
  });
});

test.each(['', 'true', 'plaintext-only'])(
  'rests in what can be edited: contenteditable=%j',
  (value) => {
    render(
      <>
        <Page />
        <div data-testid="editor">
          <b>bold</b>
        </div>
      </>,
    );
    screen.getByTestId('editor').setAttribute('contenteditable', value);
    // jsdom does not know it.
    Object.defineProperty(screen.getByText('bold'), 'isContentEditable', { value: true });
    fireEvent.keyDown(screen.getByText('bold'), { key: 'm' });
    expect(mute).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByText('bold'), { key: 'u', code: 'KeyU', altKey: true });
    expect(use).toHaveBeenCalledOnce();
  },
);

describe('a dialog of another library', () => {
  test('has the keys to itself while it has the focus', () => {
    render(
      <>
        <Page />
        <div role="dialog" data-state="open">
          <button type="button">In it</button>
        </div>
      </>,
    );
    fireEvent.keyDown(screen.getByText('In it'), { key: 'm' });
    fireEvent.keyDown(screen.getByText('In it'), { key: 'E', ctrlKey: true, shiftKey: true });
    expect(mute).not.toHaveBeenCalled();
    expect(hangUp).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'm' });
    expect(mute).toHaveBeenCalledOnce();
  });

  test('stops the keys while it is modal and shown', () => {
    const dialog = (hidden: boolean) => (
      <>
        <Page />
        <div role="dialog" aria-modal="true" hidden={hidden} />
      </>
    );
    const { rerender } = render(dialog(false));
    fireEvent.keyDown(document.body, { key: 'm' });
    expect(mute).not.toHaveBeenCalled();
    rerender(dialog(true));
    fireEvent.keyDown(document.body, { key: 'm' });
    expect(mute).toHaveBeenCalledOnce();
  });
});

test('rests in a field inside of a web component', () => {
  render(<Page />);
  const host = document.createElement('div');
  document.body.append(host);
  const field = document.createElement('input');
  host.attachShadow({ mode: 'open' }).append(field);
  fireEvent.keyDown(field, { key: 'm', composed: true });
  expect(mute).not.toHaveBeenCalled();
  host.remove();
});

test('leaves AltGr and text that is being composed alone', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'u', code: 'KeyU', altKey: true, ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'm', isComposing: true });
  expect(use).not.toHaveBeenCalled();
  expect(mute).not.toHaveBeenCalled();
});
