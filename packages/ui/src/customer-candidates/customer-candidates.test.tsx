import { expect, test, vi } from 'vitest';
import { sampleCandidates } from '../stories/sample-customer.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { CustomerCandidates } from './customer-candidates.tsx';

test('lists candidates with contact and status, and reports the choice', async () => {
  const onChoose = vi.fn();
  render(<CustomerCandidates candidates={sampleCandidates} onChoose={onChoose} />);
  const [, second] = screen.getAllByRole('button');
  expect(second?.textContent).toContain('Mariah Santoshm.santosh@example.comPayment missing');
  await userEvent.click(second as HTMLElement);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('c-mariah');
});

test('chooses nothing while one is being linked', async () => {
  const onChoose = vi.fn();
  render(
    <CustomerCandidates candidates={sampleCandidates} onChoose={onChoose} pendingId="c-maria" />,
  );
  await userEvent.click(screen.getByRole('button', { name: /Mario/ }));
  expect(onChoose).not.toHaveBeenCalled();
});

test('none of them leads to the search', async () => {
  const onFind = vi.fn();
  render(<CustomerCandidates candidates={sampleCandidates} onChoose={vi.fn()} onFind={onFind} />);
  await userEvent.click(screen.getByRole('button', { name: 'None of them' }));
  expect(onFind).toHaveBeenCalledOnce();
});
