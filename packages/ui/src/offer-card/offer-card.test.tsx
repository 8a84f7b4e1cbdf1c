import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { OfferCard, type OfferCardProps } from './offer-card.tsx';

function card(props: Partial<OfferCardProps>) {
  return (
    <OfferCard
      customerName="Maria Santos"
      waitedMs={80_000}
      remainingMs={20_000}
      receivedAtMs={1_000}
      nowMs={1_000}
      onAccept={vi.fn()}
      onDecline={vi.fn()}
      {...props}
    />
  );
}

test('is an alert dialog with a name, the wait and focus on Accept, whose key is shown', () => {
  render(card({}));
  screen.getByRole('alertdialog', { name: 'Incoming call Maria Santos' });
  expect(screen.getByText('waiting 1:20')).toBeTruthy();
  const accept = screen.getByRole('button', { name: 'Accept' });
  expect(document.activeElement).toBe(accept);
  expect(accept.querySelector('kbd')?.textContent).toBe('↵');
});

test('runs down by the injected clock, while the wait goes on', () => {
  const { rerender } = render(card({}));
  expect(screen.getByRole('timer').textContent).toBe('20 s left');
  rerender(card({ nowMs: 13_500 }));
  expect(screen.getByRole('timer').textContent).toBe('8 s left');
  expect(screen.getByText('waiting 1:32')).toBeTruthy();
});

test('expires once and can then be neither accepted nor declined', async () => {
  const onExpire = vi.fn();
  const onAccept = vi.fn();
  const { rerender } = render(card({ onExpire, onAccept }));
  rerender(card({ onExpire, onAccept, nowMs: 21_000 }));
  rerender(card({ onExpire, onAccept, nowMs: 22_000 }));
  expect(onExpire).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
  expect(onAccept).not.toHaveBeenCalled();
  expect(screen.getByText('The call went to the next agent.')).toBeTruthy();
});

test.each([
  ['another arrival', { receivedAtMs: 30_000 }],
  ['another length', { remainingMs: 35_000 }],
  ['another name of its own', { offerId: 'second', receivedAtMs: undefined }],
])(
  'a second offer in its place, told by %s, can be accepted and expires as well',
  (_by, second) => {
    const onExpire = vi.fn();
    const { rerender } = render(card({ onExpire }));
    rerender(card({ onExpire, nowMs: 21_000 }));
    rerender(card({ onExpire, nowMs: 30_000, ...second }));
    expect(screen.getByRole('alertdialog').dataset.state).toBe('open');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Accept' }));
    expect(onExpire).toHaveBeenCalledOnce();
    rerender(card({ onExpire, nowMs: 70_000, ...second }));
    rerender(card({ onExpire, nowMs: 71_000, ...second }));
    expect(onExpire).toHaveBeenCalledTimes(2);
  },
);

test('accepts by Enter at once', async () => {
  const onAccept = vi.fn();
  render(card({ onAccept }));
  await userEvent.keyboard('{Enter}');
  expect(onAccept).toHaveBeenCalledOnce();
});

test('says when the customer did not agree to transcription', () => {
  render(card({ transcribed: false }));
  expect(screen.getByText('Not transcribed')).toBeTruthy();
});
