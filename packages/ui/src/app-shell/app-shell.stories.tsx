import type { Meta, StoryObj } from '@storybook/react-vite';
import { TextField } from '../text-field/text-field.tsx';
import { AppShell } from './app-shell.tsx';

const meta = {
  title: 'Layout/AppShell',
  component: AppShell,
  args: { header: <strong>Northwind support</strong>, children: <TextField label="Your name" /> },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof AppShell>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Customer: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
