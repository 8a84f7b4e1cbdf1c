import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { CallControls } from './call-controls.tsx';

function handlers() {
  return { onMutedChange: vi.fn(), onHeldChange: vi.fn(), onHangUp: vi.fn() };
}

test('buttons and keys do the same', async () => {
  const on = handlers();
  render(<CallControls muted={false} held {...on} />);
  await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
  await userEvent.keyboard('m');
  expect(on.onMutedChange.mock.calls).toEqual([[true], [true]]);
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
  await userEvent.keyboard('h');
  expect(on.onHeldChange.mock.calls).toEqual([[false], [false]]);
  await userEvent.keyboard('{Control>}{Shift>}E{/Shift}{/Control}');
  expect(on.onHangUp).toHaveBeenCalledOnce();
});

test('listens to no key when it shows none', async () => {
  const on = handlers();
  const { container } = render(<CallControls muted={false} shortcuts={null} {...on} />);
  await userEvent.keyboard('mh');
  expect(on.onMutedChange).not.toHaveBeenCalled();
  expect(container.querySelector('kbd')).toBeNull();
});

test('has no hold without a handler for it', async () => {
  const { onMutedChange, onHangUp } = handlers();
  render(<CallControls muted={false} onMutedChange={onMutedChange} onHangUp={onHangUp} />);
  expect(screen.queryByRole('button', { name: 'Hold' })).toBeNull();
});

test('asks before hanging up when told to', async () => {
  const on = handlers();
  render(<CallControls muted={false} confirmHangUp {...on} />);
  await userEvent.click(screen.getByRole('button', { name: 'Hang up' }));
  expect(on.onHangUp).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe('Stay on the call');
  const [, confirm] = screen.getAllByRole('button', { name: 'Hang up' });
  await userEvent.click(confirm as HTMLElement);
  expect(on.onHangUp).toHaveBeenCalledOnce();
});

test('is a group, whose buttons are reached one after another', async () => {
  render(<CallControls {...handlers()} shortcuts={null} />);
  screen.getByRole('group', { name: 'Call controls' });
  expect(screen.queryByRole('toolbar')).toBeNull();
  for (const name of ['Mute', 'Hold', 'Hang up']) {
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe(name);
  }
});
