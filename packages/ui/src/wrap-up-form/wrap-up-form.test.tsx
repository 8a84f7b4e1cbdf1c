import { expect, test, vi } from 'vitest';
import { sampleOutcomes } from '../stories/sample-outcomes.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { WrapUpForm } from './wrap-up-form.tsx';

test('reports every change and finishes with what was entered', async () => {
  const onFinish = vi.fn();
  const onValueChange = vi.fn();
  render(
    <WrapUpForm outcomes={sampleOutcomes} onFinish={onFinish} onValueChange={onValueChange} />,
  );
  await userEvent.click(screen.getByLabelText('Escalated'));
  await userEvent.type(screen.getByLabelText('Notes'), 'Hi');
  expect(onValueChange).toHaveBeenLastCalledWith({ disposition: 'escalated', notes: 'Hi' });
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).toHaveBeenCalledWith({ disposition: 'escalated', notes: 'Hi' });
});

test('asks for the outcome and leads there before it finishes', async () => {
  const onFinish = vi.fn();
  render(<WrapUpForm outcomes={sampleOutcomes} onFinish={onFinish} />);
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('Choose how the call turned out.');
  expect(document.activeElement).toBe(screen.getByLabelText('Resolved'));
  await userEvent.click(screen.getByLabelText('Resolved'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an outcome that cannot be chosen any more counts as none', async () => {
  const onFinish = vi.fn();
  const value = { disposition: 'sold', notes: '' };
  const { rerender } = render(
    <WrapUpForm outcomes={sampleOutcomes} value={value} onFinish={onFinish} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).not.toHaveBeenCalled();
  rerender(
    <WrapUpForm
      outcomes={sampleOutcomes}
      outcomeRequired={false}
      value={value}
      onFinish={onFinish}
    />,
  );
  expect(screen.getByLabelText<HTMLInputElement>('No outcome').checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).toHaveBeenCalledWith({ disposition: null, notes: '' });
});

test('does not finish twice nor with notes that are too long', async () => {
  const onFinish = vi.fn();
  const value = { disposition: 'resolved', notes: 'abcd' } as const;
  const { rerender } = render(
    <WrapUpForm outcomes={sampleOutcomes} value={value} maxNotesLength={3} onFinish={onFinish} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  rerender(<WrapUpForm outcomes={sampleOutcomes} value={value} pending onFinish={onFinish} />);
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).not.toHaveBeenCalled();
});

test('says in words whether the text is saved and how long it has taken', () => {
  render(
    <WrapUpForm
      outcomes={sampleOutcomes}
      onFinish={vi.fn()}
      saveState="failed"
      sinceMs={0}
      nowMs={42_000}
    />,
  );
  expect(screen.getByRole('status').textContent).toContain('Could not save');
  expect(screen.getByRole('timer', { name: 'Wrap-up time' }).textContent).toBe('00:42');
});
