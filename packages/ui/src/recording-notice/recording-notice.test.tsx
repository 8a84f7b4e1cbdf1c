import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { RecordingNotice } from './recording-notice.tsx';

test('decides nothing for the customer and reports an explicit choice', async () => {
  const onValueChange = vi.fn();
  render(<RecordingNotice onValueChange={onValueChange} />);
  const choices = screen.getAllByRole<HTMLInputElement>('radio');
  expect(choices.map((choice) => choice.checked)).toEqual([false, false]);
  await userEvent.click(screen.getByText('No, only talk'));
  expect(onValueChange).toHaveBeenCalledWith('declined');
  expect(choices[1]?.checked).toBe(true);
});

test('keeps to its owner’s value', async () => {
  render(<RecordingNotice value="accepted" />);
  await userEvent.click(screen.getByText('No, only talk'));
  expect(screen.getAllByRole<HTMLInputElement>('radio')[0]?.checked).toBe(true);
});
