import type { Meta, StoryObj } from '@storybook/react-vite';
import { Inbox } from 'lucide-react';
import { Button } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

const meta = {
  title: 'Foundations/EmptyState',
  component: EmptyState,
  args: {
    icon: <Inbox />,
    title: 'No call yet',
    description: 'Calls are offered to you here while you are available.',
  },
} satisfies Meta<typeof EmptyState>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = {};
export const WithAction: Story = { args: { action: <Button>Go available</Button> } };
