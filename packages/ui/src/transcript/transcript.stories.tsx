import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { manyItems, sampleItems } from '../stories/sample-items.ts';
import { sampleSentiments } from '../stories/sample-sentiment.ts';
import { supervisedItems } from '../stories/supervised-items.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { Transcript, type TranscriptProps } from './transcript.tsx';
import type { TranscriptTurn } from './transcript-item.ts';

const meta = {
  title: 'Call/Transcript',
  component: Transcript,
  args: { items: sampleItems, names: { customer: 'Maria Santos', agent: 'Daniel' }, onRetry: fn() },
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 560, maxInlineSize: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Transcript>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const ScriptedCall: Story = {
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 24_000 },
};
/** The same with a mark beside each line of the customer, as soon as it is final. */
export const ScriptedCallWithSentiment: Story = {
  ...ScriptedCall,
  args: { sentiments: new Map() },
};
export const Empty: Story = { args: { items: [] } };
export const Loading: Story = { args: { items: [], status: 'loading' } };
export const Failed: Story = { args: { items: [], status: 'error' } };
export const TryingAgain: Story = {
  ...Failed,
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const SeenByTheCustomer: Story = { args: { ownSide: 'customer' } };
/** The first agent had to leave; its words keep its name. */
export const WithAnotherAgent: Story = {
  args: {
    items: [
      ...sampleItems.slice(0, 3).map((item) => {
        return item.kind === 'turn' && item.speaker === 'agent'
          ? { ...item, agentName: 'Alex' }
          : item;
      }),
      { kind: 'wait', key: 'w1', startMs: 27_000, endMs: 68_000 },
      { ...sampleItems[2], key: 't9', startMs: 69_000 } as TranscriptTurn,
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Alex')).not.toHaveLength(0);
    await expect(canvas.getByText('Waited 0:41 for another agent')).toBeVisible();
    await expect(canvas.getByText('Daniel')).toBeVisible();
  },
};
/** Help is asked for, a supervisor writes to the agent, joins, speaks and leaves. */
export const WithASupervisor: Story = { args: { items: supervisedItems } };

export const WaitingForAnotherAgent: Story = {
  args: { items: [...sampleItems, { kind: 'wait', key: 'w1', startMs: 99_000, endMs: null }] },
};
/** A row is as high at the edge of what is in the page as in the middle: none grows while it scrolls. */
export const TenThousandTurns: Story = {
  args: { items: manyItems(10_000) },
  play: async ({ canvas }) => {
    const rows = () => [
      ...canvas.getByRole('log').querySelectorAll<HTMLElement>('[data-slot=transcript-row]'),
    ];
    await waitFor(() => expect(Number(rows()[0]?.dataset.index)).toBeGreaterThan(9_000));
    const paddings = rows().map((row) => getComputedStyle(row).paddingBlockStart);
    await expect(new Set(paddings)).toEqual(new Set(['6px']));
  },
};
export const VeryLongWords: Story = {
  args: {
    names: {
      customer: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh de los Ángeles',
      agent: 'D',
    },
    items: [
      {
        kind: 'turn',
        key: 'long',
        speaker: 'customer',
        startMs: 4_000_000,
        segments: [
          {
            id: 'long',
            state: 'final',
            startMs: 4_000_000,
            endMs: 4_004_000,
            text: `https://example.org/${'track-and-trace-'.repeat(30)} is where I looked.`,
          },
        ],
      },
    ],
  },
};
/** A mark beside each line of the customer; it comes after the text and moves nothing. */
export const WithSentiment: Story = { args: { sentiments: sampleSentiments } };
export const WithSentimentRightToLeft: Story = {
  args: { sentiments: sampleSentiments },
  globals: { direction: 'rtl' },
};
export const WithSentimentNarrow: Story = {
  args: { sentiments: sampleSentiments, style: { inlineSize: 358 } },
};
/** Terms that were misheard: each says on hover what was heard. */
export const WithRestoredTerms: Story = {
  args: {
    items: [
      {
        ...{ kind: 'turn', key: 'a', speaker: 'customer', startMs: 1_000 },
        segments: [
          {
            ...{ id: 'a', state: 'final', startMs: 1_000, endMs: 4_000 },
            text: 'My Kestrelon keeps dropping the connection, and Ottilie Brandvold promised a new one.',
            corrections: [
              { from: 'Kestrel and Keith stopping', to: 'Kestrelon keeps dropping', at: 3 },
              { from: 'Otterley brand bald', to: 'Ottilie Brandvold', at: 48 },
            ],
          },
        ],
      },
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByTitle('Heard: Otterley brand bald')).toHaveTextContent(
      'Ottilie Brandvold',
    );
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** New text never moves what is being read; one press leads back to the live end. */
export const ScrolledAway: Story = {
  args: { items: manyItems(60) },
  render: (args) => <Growing {...args} />,
  play: async ({ canvas, userEvent }) => {
    const log = canvas.getByRole('log');
    const fromEndPx = () => log.scrollHeight - log.scrollTop - log.clientHeight;
    await waitFor(() => expect(fromEndPx()).toBeLessThan(2));
    await userEvent.click(canvas.getByRole('button', { name: 'Somebody speaks' }));
    await waitFor(() => expect(log.textContent).toContain('Turn 60'));
    await waitFor(() => expect(fromEndPx()).toBeLessThan(2));
    log.scrollTop -= 700;
    const jump = await canvas.findByRole('button', { name: 'Jump to live' });
    await settled(log);
    const row = log.querySelectorAll('[data-slot=transcript-turn]').item(10);
    const topPx = row.getBoundingClientRect().top;
    await userEvent.click(canvas.getByRole('button', { name: 'Somebody speaks' }));
    await waitFor(() => expect(jump.textContent).toContain('1 new'));
    await expect(row.getBoundingClientRect().top).toBe(topPx);
    await userEvent.click(jump);
    await waitFor(() => expect(fromEndPx()).toBeLessThan(2));
    await expect(log).toHaveFocus();
  },
};

/** Waits until rows that came into view have been measured. */
async function settled(log: HTMLElement) {
  let heightPx = -1;
  while (heightPx !== log.scrollHeight) {
    heightPx = log.scrollHeight;
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  }
}

function Growing({ items: first, ...props }: TranscriptProps) {
  const [items, setItems] = useState(first);
  const speak = () => {
    const key = `grown-${items.length}`;
    const startMs = items.length * 4_000;
    const segment = {
      id: key,
      state: 'final',
      startMs,
      endMs: startMs,
      text: `Turn ${items.length}`,
    };
    const turn = { kind: 'turn', key, speaker: 'agent', startMs, segments: [segment] };
    setItems([...items, turn as TranscriptProps['items'][number]]);
  };
  return (
    <>
      <Transcript {...props} items={items} style={{ blockSize: 500 }} />
      <button type="button" onClick={speak}>
        Somebody speaks
      </button>
    </>
  );
}
