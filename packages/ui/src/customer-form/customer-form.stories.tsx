import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { CustomerForm } from './customer-form.tsx';

const meta = {
  title: 'Desk/CustomerForm',
  component: CustomerForm,
  args: {
    defaultValue: { name: 'Maria Santos', email: '', phone: '' },
    onSubmit: fn(),
    onCancel: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Empty: Story = { args: { defaultValue: undefined } };
export const Invalid: Story = {
  args: {
    errors: { email: 'Enter an e-mail address or a phone number.', name: 'Use fewer characters.' },
  },
};
export const Refused: Story = {
  args: { problem: 'This e-mail belongs to another customer. Search for it instead.' },
};
export const Pending: Story = { args: { pending: true } };
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail'), 'maria@example.org{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledWith({
      name: 'Maria Santos',
      email: 'maria@example.org',
      phone: '',
    });
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** What is wrong is said at its field; a mended form is handed over whole. */
export const Mending: Story = {
  ...Invalid,
  play: async ({ args, canvas, userEvent }) => {
    const email = canvas.getByLabelText('E-mail');
    await expect(email).toBeInvalid();
    await expect(email).toHaveAccessibleDescription('Enter an e-mail address or a phone number.');
    await expect(canvas.getByLabelText('Phone')).not.toBeInvalid();
    await userEvent.type(email, 'm@example.org');
    await userEvent.click(canvas.getByRole('button', { name: 'Create and link' }));
    await expect(args.onSubmit).toHaveBeenLastCalledWith({
      name: 'Maria Santos',
      email: 'm@example.org',
      phone: '',
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};
