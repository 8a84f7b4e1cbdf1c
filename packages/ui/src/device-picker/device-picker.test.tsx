import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { DevicePicker } from './device-picker.tsx';

const devices = [
  { id: 'a', label: 'Headset' },
  { id: 'b', label: '' },
];

test('lists devices, numbering those without a name, and reports the choice', async () => {
  const onValueChange = vi.fn();
  render(<DevicePicker kind="microphone" devices={devices} onValueChange={onValueChange} />);
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Headset',
    'Microphone 2',
  ]);
  await userEvent.selectOptions(screen.getByLabelText('Microphone'), 'b');
  expect(onValueChange).toHaveBeenCalledWith('b');
});

test.each([
  ['prompt', 'Allow microphone'],
  ['denied', 'Try again'],
  ['missing', 'Look again'],
  ['in-use', 'Try again'],
] as const)('says what to do when the device is %s', async (permission, action) => {
  const onRequest = vi.fn();
  render(
    <DevicePicker kind="microphone" devices={[]} permission={permission} onRequest={onRequest} />,
  );
  expect(screen.queryByRole('combobox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: action }));
  expect(onRequest).toHaveBeenCalledOnce();
});

test('shows the first device while none is chosen, and stays with what its owner says', async () => {
  const { rerender } = render(<DevicePicker kind="microphone" devices={devices} value={null} />);
  await userEvent.selectOptions(screen.getByLabelText('Microphone'), 'b');
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('a');
  rerender(<DevicePicker kind="microphone" devices={devices} value="b" />);
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('b');
});
