import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { sampleNowMs } from '../stories/sample-customer.ts';
import {
  genericSuggestion,
  importantSuggestion,
  modelSuggestion,
  playbookSuggestion,
  writingSuggestion,
} from '../stories/sample-suggestions.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { AISuggestionPanel, type AISuggestionPanelProps } from './ai-suggestion-panel.tsx';
import type { SuggestionItem } from './suggestion-item.ts';

const meta = {
  title: 'Assist/AISuggestionPanel',
  component: AISuggestionPanel,
  args: {
    suggestions: [modelSuggestion, playbookSuggestion],
    nowMs: sampleNowMs,
    onUse: fn(),
    onSaid: fn(),
    onEdit: fn(),
    onDismiss: fn(),
    onWrong: fn(),
    onDensityChange: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof AISuggestionPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Two: Story = {};
export const One: Story = { args: { suggestions: [playbookSuggestion] } };
export const Empty: Story = { args: { suggestions: [] } };
export const Writing: Story = { args: { suggestions: [writingSuggestion, playbookSuggestion] } };
export const Important: Story = {
  args: { suggestions: [importantSuggestion], density: 'important' },
};
export const TurnedOff: Story = { args: { density: 'none' } };
export const ModelLate: Story = {
  args: { suggestions: [genericSuggestion], helper: { status: 'late', reason: 'timeout' } },
};
export const ModelOff: Story = { args: { helper: { status: 'off', reason: 'quota-exhausted' } } };
export const Declined: Story = { args: { suggestions: [], unavailable: 'declined' } };
export const TranscriptionOff: Story = {
  args: { suggestions: [], unavailable: 'transcription-off' },
};
export const AssistantAway: Story = { args: { suggestions: [], unavailable: 'away' } };
export const Failed: Story = {
  args: { problem: 'Not marked as used: no connection. Press again in a moment.' },
};
/** For a supervisor, say, who sees what the agent sees. */
export const LookingOn: Story = { args: { readOnly: true } };
export const Pending: Story = { args: { pendingId: modelSuggestion.id } };
export const VeryLong: Story = {
  args: {
    suggestions: [
      { ...modelSuggestion, text: `${modelSuggestion.text} `.repeat(4).trim() },
      { ...playbookSuggestion, reasoning: `${playbookSuggestion.reasoning} `.repeat(6).trim() },
    ],
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** As wide as a phone. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 358 }}>
        <Story />
      </div>
    ),
  ],
};

/** In a column with little room: the places give way, and every button can still be seen. */
export const ShortColumn: Story = {
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', flexDirection: 'column', blockSize: 540 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    const bottom = canvasElement.querySelector('[data-slot=suggestion-panel]')?.parentElement;
    const lowest = canvas
      .getAllByRole('button')
      .map((button) => button.getBoundingClientRect().bottom);
    await expect(Math.max(...lowest)).toBeLessThan(bottom?.getBoundingClientRect().bottom ?? 0);
  },
};

/** The button that was pressed goes with the editor: focus stays in the panel. */
export const EditingByMouse: Story = {
  args: { suggestions: [playbookSuggestion] },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Edit/ }));
    await userEvent.click(canvas.getByRole('button', { name: /^Put into chat/ }));
    await expect(args.onEdit).toHaveBeenCalledOnce();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Suggestions' })).toHaveFocus());
  },
};

/** How many suggestions: a button in the head opens the choice, Escape closes it. */
export const Density: Story = {
  args: { density: undefined, defaultDensity: 'all' },
  play: async ({ canvas, args, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'How many suggestions: All' });
    await userEvent.click(button);
    await userEvent.click(canvas.getByRole('radio', { name: 'Important' }));
    await expect(args.onDensityChange).toHaveBeenCalledWith('important');
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(button).toHaveFocus();
    await userEvent.click(button);
  },
};

/** Cards come and go: what is being read never moves, and focus never falls to the page. */
export const ComingAndGoing: Story = {
  args: { suggestions: [playbookSuggestion] },
  render: (args) => <Changing {...args} />,
  play: async ({ canvas, canvasElement, userEvent }) => {
    const card = (id: string) => canvasElement.querySelector(`[data-suggestion-id="${id}"]`);
    const topPx = () => card('s-delay')?.getBoundingClientRect().top;
    const beforePx = topPx();
    await userEvent.click(canvas.getByRole('button', { name: 'A newer one' }));
    await waitFor(() => expect(card('s-card')).not.toBeNull());
    await expect(topPx()).toBe(beforePx);
    await waitFor(() =>
      expect(canvas.getByText(`New suggestion: ${importantSuggestion.text}`)).toBeTruthy(),
    );
    const dismiss = () =>
      [...(card('s-delay')?.querySelectorAll('button') ?? [])].find((button) =>
        button.textContent?.startsWith('Dismiss'),
      ) as HTMLElement;
    dismiss().focus();
    const newerPx = card('s-card')?.getBoundingClientRect().top;
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Suggestions' })).toHaveFocus());
    await waitFor(() => expect(card('s-delay')).toBeNull());
    await expect(card('s-card')?.getBoundingClientRect().top).toBe(newerPx);
  },
};

/** As in a call: the card comes once the customer has said what it answers. */
export const ScriptedCall: Story = {
  args: { suggestions: [] },
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 11_000 },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('article')).toBeNull();
    await canvas.findByRole('article', { name: 'Suggestion 1' }, { timeout: 8_000 });
  },
};

/** Everything by keyboard, also while somebody types. */
export const Keyboard: Story = {
  render: (args) => <BesideAChat {...args} />,
  play: async ({ args, canvas, userEvent }) => {
    await waitFor(async () => {
      await userEvent.keyboard('u');
      await expect(args.onUse).toHaveBeenCalledWith('s-model');
    });
    await userEvent.keyboard('1s');
    await expect(args.onSaid).toHaveBeenCalledWith('s-delay');
    const box = canvas.getByLabelText('Chat box');
    await userEvent.type(box, 'xw');
    await expect(args.onDismiss).not.toHaveBeenCalled();
    await userEvent.keyboard('{Alt>}e{/Alt}');
    const editor = await canvas.findByLabelText('Your words');
    await waitFor(() => expect(editor).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(box).toHaveFocus());
    await userEvent.keyboard('{Alt>}e{/Alt}');
    await userEvent.clear(await canvas.findByLabelText('Your words'));
    await userEvent.keyboard('Express it is.{Enter}');
    await expect(args.onEdit).toHaveBeenCalledWith('s-delay', 'Express it is.');
  },
};

/** Each key on each card, alone while nobody types and with Alt while somebody does. */
export const EveryKey: Story = {
  render: (args) => <BesideAChat {...args} />,
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByLabelText('Chat box');
    const handlers = { u: args.onUse, s: args.onSaid, x: args.onDismiss, w: args.onWrong };
    for (const [key, handler] of Object.entries(handlers)) {
      box.blur();
      await userEvent.keyboard(`1${key}`);
      await expect(handler).toHaveBeenLastCalledWith('s-delay');
      await userEvent.keyboard(`2${key}`);
      await expect(handler).toHaveBeenLastCalledWith('s-model');
      box.focus();
      await userEvent.keyboard(`{Alt>}1${key}{/Alt}`);
      await expect(handler).toHaveBeenLastCalledWith('s-delay');
      await userEvent.keyboard(`{Alt>}2${key}{/Alt}`);
      await expect(handler).toHaveBeenLastCalledWith('s-model');
      await expect(handler).toHaveBeenCalledTimes(4);
      await expect(box).toHaveFocus();
    }
    await expect(box).toHaveValue('');
  },
};

/** A new card never takes the focus from where the agent types. */
export const FocusStays: Story = {
  args: { suggestions: [playbookSuggestion] },
  render: (args) => <Changing {...args} />,
  play: async ({ canvas, canvasElement, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'A newer one' });
    await userEvent.click(button);
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-suggestion-id=s-card]')).not.toBeNull(),
    );
    await expect(button).toHaveFocus();
  },
};

function BesideAChat(props: AISuggestionPanelProps) {
  return (
    <>
      <AISuggestionPanel {...props} />
      <label>
        Chat box <textarea />
      </label>
    </>
  );
}

function Changing({ suggestions: initial, ...props }: AISuggestionPanelProps) {
  const [shown, setShown] = useState<readonly SuggestionItem[]>(initial);
  const drop = (id: string) => setShown(shown.filter((item) => item.id !== id));
  return (
    <>
      <AISuggestionPanel {...props} suggestions={shown} onDismiss={drop} onWrong={drop} />
      <button type="button" onClick={() => setShown([importantSuggestion, ...shown].slice(0, 2))}>
        A newer one
      </button>
    </>
  );
}
