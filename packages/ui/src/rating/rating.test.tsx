import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { Rating } from './rating.tsx';

test('asks one question first and for a comment only then', async () => {
  const onSubmit = vi.fn();
  render(<Rating onSubmit={onSubmit} />);
  expect(screen.queryByRole('textbox')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '4 Good' }));
  await userEvent.type(screen.getByLabelText('Anything to add?'), ' Quick ');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).toHaveBeenCalledWith({ score: 4, comment: 'Quick' });
});

test('moves among the scores with the arrow keys', async () => {
  const onValueChange = vi.fn();
  render(<Rating onSubmit={vi.fn()} defaultValue={2} onValueChange={onValueChange} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(onValueChange).toHaveBeenLastCalledWith(3);
});

test('is not sent twice and ends in thanks', async () => {
  const onSubmit = vi.fn();
  const { rerender } = render(<Rating onSubmit={onSubmit} value={5} pending />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).not.toHaveBeenCalled();
  rerender(<Rating onSubmit={onSubmit} value={5} submitted />);
  expect(screen.getByRole('status').textContent).toContain('Thank you');
});
