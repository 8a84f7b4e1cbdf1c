import type { Meta, StoryObj } from '@storybook/react-vite';
import { Phone } from 'lucide-react';
import { Button } from '../button/button.tsx';
import { StartCard } from './start-card.tsx';

const meta = {
  title: 'Layout/StartCard',
  component: StartCard,
  args: {
    icon: <Phone />,
    title: 'Call support',
    description: 'Talk to a person in your browser. You can read along.',
    action: <Button variant="primary">Start a call</Button>,
  },
} satisfies Meta<typeof StartCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
