import type { Meta, StoryObj } from '@storybook/react-vite';
import { CustomerInfoCard } from './customer-info-card.tsx';

const meta = {
  title: 'Desk/CustomerInfoCard',
  component: CustomerInfoCard,
  args: {
    customerName: 'Maria Santos',
    contact: 'maria.santos@example.org',
    facts: [{ label: 'Waited', value: '1:20' }],
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerInfoCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Loading: Story = { args: { customerName: undefined } };
export const NoContact: Story = { args: { contact: null } };
export const VeryLong: Story = {
  args: {
    customerName: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria',
    contact: `${'very-long-'.repeat(8)}@example.org`,
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
