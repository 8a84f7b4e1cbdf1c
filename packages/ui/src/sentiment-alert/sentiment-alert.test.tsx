import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { SentimentAlert } from './sentiment-alert.tsx';

test('is said politely: who, how upset in words, and what helps', () => {
  render(<SentimentAlert advice="Let them finish." score={-0.64} customerName="Maria" />);
  expect(screen.getByRole('status').textContent).toBe('Maria sounds upsetLet them finish.');
  expect(screen.getByTitle('Score −0.64 of −1 to 1')).toBeTruthy();
});

test('tells very upset from upset', () => {
  render(<SentimentAlert advice="Let them finish." score={-0.9} />);
  expect(screen.getByText('The customer sounds very upset')).toBeTruthy();
  expect(screen.getByRole('status').dataset.state).toBe('very-upset');
});

test('can be dismissed where there is somebody to hear it', async () => {
  const onDismiss = vi.fn();
  const { rerender } = render(
    <SentimentAlert advice="Let them finish." score={-0.6} onDismiss={onDismiss} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(onDismiss).toHaveBeenCalledOnce();
  rerender(<SentimentAlert advice="Let them finish." score={-0.6} />);
  expect(screen.queryByRole('button')).toBeNull();
});
