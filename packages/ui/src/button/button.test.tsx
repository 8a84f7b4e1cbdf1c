import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { Button } from './button.tsx';

test('is called by its words, not by its shortcut', () => {
  render(<Button shortcut="M">Mute</Button>);
  expect(screen.getByRole('button', { name: 'Mute' })).toBeTruthy();
});

test('does nothing but stays focusable while its action is under way', async () => {
  const onClick = vi.fn();
  render(
    <Button pending onClick={onClick}>
      Save
    </Button>,
  );
  const button = screen.getByRole('button');
  await userEvent.tab();
  expect(document.activeElement).toBe(button);
  await userEvent.click(button);
  expect(onClick).not.toHaveBeenCalled();
  expect(button.getAttribute('aria-busy')).toBe('true');
});

test('forwards its ref and merges class name and attributes', () => {
  const ref = createRef<HTMLButtonElement>();
  render(
    <Button ref={ref} className="mine" data-testid="b" type="submit">
      Save
    </Button>,
  );
  expect(ref.current).toBe(screen.getByTestId('b'));
  expect(ref.current?.className).toBe('aui-button mine');
  expect(ref.current?.type).toBe('submit');
});
