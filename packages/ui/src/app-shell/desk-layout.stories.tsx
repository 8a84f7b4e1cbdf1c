import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { AgentStatusPicker } from '../agent-status-picker/agent-status-picker.tsx';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { CallControls } from '../call-controls/call-controls.tsx';
import { ChatComposer } from '../chat-panel/chat-composer.tsx';
import { ConnectionBadge } from '../connection-badge/connection-badge.tsx';
import { CustomerInfoCard } from '../customer-info-card/customer-info-card.tsx';
import { QueueSummary } from '../queue-summary/queue-summary.tsx';
import { fakeLevels } from '../stories/fake-levels.ts';
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
    right: <WrapUpForm sinceMs={0} nowMs={42_000} saveState="saved" onFinish={fn()} />,
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
