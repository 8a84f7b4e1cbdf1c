import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { AgentStatusPicker } from '../agent-status-picker/agent-status-picker.tsx';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { CallControls } from '../call-controls/call-controls.tsx';
import { ChatComposer } from '../chat-panel/chat-composer.tsx';
import { ConnectionBadge } from '../connection-badge/connection-badge.tsx';
import { CustomerInfoCard } from '../customer-info-card/customer-info-card.tsx';
import { QueueSummary } from '../queue-summary/queue-summary.tsx';
import { fakeLevels } from '../stories/fake-levels.ts';
import { sampleOutcomes } from '../stories/sample-outcomes.ts';
import { ScriptedCall } from '../stories/with-scripted-call.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import { TranscriptionBadge } from '../transcription-badge/transcription-badge.tsx';
import { WrapUpForm } from '../wrap-up-form/wrap-up-form.tsx';
import { AppShell } from './app-shell.tsx';
import { DeskLayout } from './desk-layout.tsx';

const names = { customer: 'Maria Santos', agent: 'Daniel' };

const meta = {
  title: 'Layout/DeskLayout',
  component: DeskLayout,
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <AppShell variant="desk">
        <Story />
      </AppShell>
    ),
  ],
  args: {
    top: (
      <>
        <AgentStatusPicker status="on-call" onStatusChange={fn()} />
        <QueueSummary waiting={3} longestWaitMs={80_000} />
        <span style={{ marginInlineStart: 'auto' }} />
        <TranscriptionBadge status="live" delayMs={400} />
        <ConnectionBadge state="connected" quality="good" />
      </>
    ),
    left: (
      <CustomerInfoCard
        customerName="Maria Santos"
        contact="maria.santos@example.org"
        facts={[{ label: 'Waited', value: '1:20' }]}
      />
    ),
    main: (
      <>
        <ScriptedCall startAtMs={30_000}>
          {(items) => <Transcript items={items} names={names} />}
        </ScriptedCall>
        <ChatComposer onSend={fn()} />
      </>
    ),
    bottom: (
      <CallControls muted={false} onMutedChange={fn()} onHeldChange={fn()} onHangUp={fn()}>
        <AudioLevelMeter caption="You" level={0.2} />
        <AudioLevelMeter caption="Customer" subscribe={fakeLevels} />
      </CallControls>
    ),
  },
} satisfies Meta<typeof DeskLayout>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OnCall: Story = {};
export const WrapUp: Story = {
  args: {
    labels: { right: 'Wrap-up' },
    right: (
      <WrapUpForm
        outcomes={sampleOutcomes}
        sinceMs={0}
        nowMs={42_000}
        saveState="saved"
        onFinish={fn()}
      />
    ),
  },
};
export const WrapUpDrawerOpen: Story = { args: { ...WrapUp.args, defaultDrawerOpen: true } };
export const SomethingWaits: Story = {
  args: {
    right: <p>Two suggestions.</p>,
    notes: { right: { text: '2 suggestions', count: 2 }, left: { text: 'no record' } },
  },
  globals: { viewport: { value: 'mobile1' } },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { ...WrapUp, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...WrapUp, globals: { theme: 'high-contrast' } };

/** On a phone the columns are tabs; what waits in another one is said at its name. */
export const Tabs: Story = {
  ...SomethingWaits,
  args: { ...SomethingWaits.args, onActiveColumnChange: fn() },
  play: async ({ args, canvas, canvasElement, userEvent }) => {
    const column = (side: string) => canvasElement.querySelector(`[data-slot=desk-layout-${side}]`);
    await expect(column('main')).toBeVisible();
    await expect(column('right')).not.toBeVisible();
    const tab = canvas.getByRole('button', { name: /^Assistant.*2 suggestions$/ });
    await userEvent.click(tab);
    await expect(args.onActiveColumnChange).toHaveBeenLastCalledWith('right');
    await expect(column('right')).toBeVisible();
    await expect(column('main')).not.toBeVisible();
    await expect(tab).toHaveAttribute('aria-current', 'true');
    await expect(tab).toHaveAccessibleName('Assistant');
  },
};

/** On a tablet the right column is a drawer: its button opens it, Escape closes it. */
export const Drawer: Story = {
  args: { ...SomethingWaits.args, right: <button type="button">Use</button> },
  globals: { viewport: { value: 'tablet' } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const drawer = canvasElement.querySelector('[data-slot=desk-layout-right]');
    const toggle = canvas.getByRole('button', { name: /^Assistant/ });
    await expect(drawer).not.toBeVisible();
    await userEvent.click(toggle);
    await waitFor(() => expect(drawer).toBeVisible());
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    canvas.getByRole('button', { name: 'Use' }).focus();
    await userEvent.keyboard('{Escape}');
    await expect(drawer).not.toBeVisible();
    await expect(toggle).toHaveFocus();
  },
};
