import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { sampleDraft, touchedDraft } from '../stories/sample-draft.ts';
import { sampleOutcomes } from '../stories/sample-outcomes.ts';
import { WrapUpForm } from '../wrap-up-form/wrap-up-form.tsx';
import { WrapUpDraft, type WrapUpDraftProps } from './wrap-up-draft.tsx';

const meta = {
  title: 'Desk/WrapUpDraft',
  component: WrapUpDraft,
  args: {
    lines: sampleDraft,
    names: { customer: 'Maria Santos', agent: 'Daniel' },
    suggestion: {
      disposition: 'follow-up',
      label: 'Follow-up needed',
      because: 'a question was left open',
      atMs: 71_000,
      chosen: false,
    },
    onChoose: fn(),
    onShow: fn(),
    onEdit: fn(),
    onRemove: fn(),
    onRestore: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof WrapUpDraft>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Keeps what is done to its lines, as the owner of a draft would. */
function Kept(props: WrapUpDraftProps) {
  const [lines, setLines] = useState(props.lines);
  const change = (id: string, part: Partial<WrapUpDraftProps['lines'][number]>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <WrapUpDraft
      {...props}
      lines={lines}
      onEdit={(id, text) => change(id, { fate: 'edited', text })}
      onRemove={(id) => change(id, { fate: 'removed' })}
      onRestore={(id) => {
        const original = lines.find((line) => line.id === id)?.original;
        change(id, { fate: 'kept', ...(original ? { text: original } : {}) });
      }}
    />
  );
}

export const Untouched: Story = {};
export const Touched: Story = { args: { lines: touchedDraft } };
export const Chosen: Story = {
  args: {
    suggestion: {
      disposition: 'resolved',
      label: 'Resolved',
      because: 'the customer ended on a good word, and nothing is open',
      atMs: 80_000,
      chosen: true,
    },
  },
};
export const NothingSuggested: Story = { args: { suggestion: null } };
export const Loading: Story = { args: { lines: [], suggestion: null, status: 'loading' } };
export const Empty: Story = { args: { lines: [], suggestion: null } };
export const NotTranscribed: Story = {
  args: { ...Empty.args, empty: 'Not transcribed: there is nothing to draft from.' },
};
/** As a replay shows it. */
export const ToBeRead: Story = {
  render: ({ lines, names, suggestion, onShow }) => (
    <WrapUpDraft lines={lines} names={names} suggestion={suggestion} onShow={onShow} />
  ),
};
export const VeryLong: Story = {
  args: {
    lines: sampleDraft.map((line) => ({
      ...line,
      atMs: line.atMs === null ? null : line.atMs + 36_000_000,
      text: `${line.text} Donaudampfschifffahrtsgesellschaftskapitänswitwenrente `.repeat(4),
    })),
  },
};
export const RightToLeft: Story = { ...Touched, globals: { direction: 'rtl' } };
export const Dark: Story = { ...Touched, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...Touched, globals: { theme: 'high-contrast' } };
/** Between outcome and notes, where it belongs. */
export const InTheForm: Story = {
  render: (args) => (
    <WrapUpForm
      outcomes={sampleOutcomes}
      sinceMs={0}
      nowMs={42_000}
      saveState="saved"
      onFinish={() => undefined}
    >
      <Kept {...args} />
    </WrapUpForm>
  ),
};

/** By keys alone: a line is removed and brought back, and the focus stays where one works. */
export const Removing: Story = {
  render: (args) => <Kept {...args} />,
  play: async ({ canvas, userEvent }) => {
    canvas.getAllByRole('button', { name: 'Remove' })[0]?.focus();
    await userEvent.keyboard('{Enter}');
    const undo = canvas.getByRole('button', { name: 'Undo' });
    await expect(undo).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getAllByRole('button', { name: 'Edit' })[0]).toHaveFocus();
    await expect(canvas.queryByText('Removed')).toBeNull();
  },
};
/** Enter keeps an edit, Escape takes it back. */
export const Editing: Story = {
  render: (args) => <Kept {...args} />,
  play: async ({ canvas, userEvent }) => {
    const [edit] = canvas.getAllByRole('button', { name: 'Edit' });
    await userEvent.click(edit as HTMLElement);
    const box = canvas.getByLabelText('Edit: Reason for the call');
    await expect(box).toHaveFocus();
    await userEvent.keyboard(' Twice.{Enter}');
    await expect(canvas.getByText(/arrived\. Twice\.$/)).toBeVisible();
    await userEvent.click(canvas.getAllByRole('button', { name: 'Edit' })[0] as HTMLElement);
    await userEvent.keyboard(' Three times.{Escape}');
    await expect(canvas.getByText(/arrived\. Twice\.$/)).toBeVisible();
    await expect(canvas.getByText('Edited')).toBeVisible();
  },
};
/** A line that is too long stays in its box. */
export const TooLong: Story = {
  args: { maxLineLength: 20 },
  render: (args) => <Kept {...args} />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getAllByRole('button', { name: 'Edit' })[0] as HTMLElement);
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByLabelText('Edit: Reason for the call')).toBeInvalid();
  },
};
