import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { CustomerForm } from './customer-form.tsx';

test('hands over what was typed on Enter', async () => {
  const onSubmit = vi.fn();
  render(<CustomerForm onSubmit={onSubmit} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Maria');
  await userEvent.type(screen.getByLabelText('Phone'), '020 7946 0958{Enter}');
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({
    name: 'Maria',
    email: '',
    phone: '020 7946 0958',
  });
});

test('says what is wrong with a field and with the whole', () => {
  render(
    <CustomerForm
      onSubmit={vi.fn()}
      errors={{ email: 'This is not an e-mail address.' }}
      problem="This e-mail belongs to another customer."
    />,
  );
  expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Name').hasAttribute('aria-invalid')).toBe(false);
  expect(screen.getByRole('alert').textContent).toContain('belongs to another customer');
});

test('is sent once while the answer is awaited', async () => {
  const onSubmit = vi.fn();
  render(<CustomerForm onSubmit={onSubmit} pending />);
  await userEvent.type(screen.getByLabelText('Name'), 'Maria{Enter}');
  expect(onSubmit).not.toHaveBeenCalled();
});

test('leaves the values to their owner when controlled', async () => {
  const onValueChange = vi.fn();
  const value = { name: 'Maria', email: '', phone: '' };
  render(<CustomerForm onSubmit={vi.fn()} value={value} onValueChange={onValueChange} />);
  await userEvent.type(screen.getByLabelText('Name'), '!');
  expect(onValueChange).toHaveBeenCalledExactlyOnceWith({ ...value, name: 'Maria!' });
});
