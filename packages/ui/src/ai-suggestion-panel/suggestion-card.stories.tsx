import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleNowMs } from '../stories/sample-customer.ts';
import {
  genericSuggestion,
  importantSuggestion,
  modelSuggestion,
  playbookSuggestion,
  writingSuggestion,
} from '../stories/sample-suggestions.ts';
import { SuggestionCard } from './suggestion-card.tsx';

const keys = { use: 'U', said: 'S', edit: 'E', dismiss: 'X', wrong: 'W', choose: '1' };

const meta = {
  title: 'Assist/SuggestionCard',
  component: SuggestionCard,
  args: {
    item: playbookSuggestion,
    keys,
    nowMs: sampleNowMs,
    onVerb: fn(),
    onEdited: fn(),
    onBack: fn(),
    style: { blockSize: 272 },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SuggestionCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Current: Story = {};
export const Waiting: Story = { args: { item: modelSuggestion, state: 'waiting' } };
export const Important: Story = { args: { item: importantSuggestion } };
export const Generic: Story = { args: { item: genericSuggestion } };
export const Writing: Story = { args: { item: writingSuggestion } };
export const Editing: Story = { args: { state: 'editing' } };
export const Pending: Story = { args: { pending: true } };
export const WithoutKeys: Story = { args: { keys: {} } };
export const VeryLong: Story = {
  args: {
    item: {
      ...playbookSuggestion,
      text: `${playbookSuggestion.text} `.repeat(5).trim(),
      reasoning: `${playbookSuggestion.reasoning} ${'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3)}`,
      source: { kind: 'playbook', name: 'Delivery delay of an order that was bought as a present' },
    },
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** Each button tells its verb; nothing can be done while it is written. */
export const Pressing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const verbs = {
      Use: 'use',
      'Said it': 'said',
      Edit: 'edit',
      Dismiss: 'dismiss',
      Wrong: 'wrong',
    };
    for (const [name, verb] of Object.entries(verbs)) {
      await userEvent.click(canvas.getByRole('button', { name }));
      await expect(args.onVerb).toHaveBeenLastCalledWith(verb);
    }
  },
};
/** The editor has the words, Enter hands them over as changed, Escape goes back. */
export const Rewording: Story = {
  ...Editing,
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Your words' });
    await expect(box).toHaveFocus();
    await expect(box).toHaveValue(playbookSuggestion.text);
    await userEvent.clear(box);
    await expect(canvas.getByRole('button', { name: 'Put into chat' })).toBeDisabled();
    await userEvent.keyboard('Express it is.{Enter}');
    await expect(args.onEdited).toHaveBeenLastCalledWith('Express it is.');
    await userEvent.keyboard('{Escape}');
    await expect(args.onBack).toHaveBeenCalledOnce();
  },
};
/** Its own words are reached and pressed by keys alone. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    canvas.getByRole('button', { name: 'Use' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onVerb).toHaveBeenLastCalledWith('use');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect(args.onVerb).toHaveBeenLastCalledWith('said');
  },
};
