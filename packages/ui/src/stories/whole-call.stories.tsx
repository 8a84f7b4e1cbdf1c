import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { AgentStatusPicker } from '../agent-status-picker/agent-status-picker.tsx';
import { AISuggestionPanel } from '../ai-suggestion-panel/ai-suggestion-panel.tsx';
import { AppShell } from '../app-shell/app-shell.tsx';
import { DeskLayout } from '../app-shell/desk-layout.tsx';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { CallControls } from '../call-controls/call-controls.tsx';
import { Captions } from '../captions/captions.tsx';
import { ChatComposer } from '../chat-panel/chat-composer.tsx';
import { ConnectionBadge } from '../connection-badge/connection-badge.tsx';
import { CustomerInfoCard } from '../customer-info-card/customer-info-card.tsx';
import { QueueSummary } from '../queue-summary/queue-summary.tsx';
import { SentimentAlert } from '../sentiment-alert/sentiment-alert.tsx';
import { SentimentTrend } from '../sentiment-trend/sentiment-trend.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import type { TranscriptItem } from '../transcript/transcript-item.ts';
import { TranscriptionBadge } from '../transcription-badge/transcription-badge.tsx';
import { fakeLevels } from './fake-levels.ts';
import { sampleNowMs, sampleRecord } from './sample-customer.ts';
import { scriptHelp } from './script-help.ts';
import { ScriptedCall } from './with-scripted-call.tsx';

const names = { customer: 'Maria Santos', agent: 'Daniel' };

const meta = {
  title: 'Guide/A whole call',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** The agent's side: the scripted call in a loop, played into unmodified components. */
export const Desk: Story = {
  render: () => (
    <ScriptedCall startAtMs={37_500}>{(items) => <WholeDesk items={items} />}</ScriptedCall>
  ),
};
export const DeskDark: Story = { ...Desk, globals: { theme: 'dark' } };
export const DeskHighContrast: Story = { ...Desk, globals: { theme: 'high-contrast' } };
export const DeskRightToLeft: Story = { ...Desk, globals: { direction: 'rtl' } };

/** She gets upset: the alert comes and can be put away; a used card stands in the chat box. */
export const DeskGettingUpset: Story = {
  render: () => (
    <ScriptedCall startAtMs={34_600}>{(items) => <WholeDesk items={items} />}</ScriptedCall>
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    await expect(canvas.queryByText(/^Maria sounds/)).toBeNull();
    const alert = await canvas.findByText(/^Maria sounds/, undefined, { timeout: 5_000 });
    await waitFor(() => expect(alert).toBeVisible());
    const order = canvasElement.querySelector('[data-slot=customer-order][data-state=mentioned]');
    await expect(order).toHaveTextContent('4521');
    const words = canvasElement.querySelector('[data-slot=suggestion-card-text]')?.textContent;
    await userEvent.click(canvas.getByRole('button', { name: /^Use/ }));
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue(words);
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByText(/^Maria sounds/)).toBeNull();
  },
};

/** The customer's side of the same call: captions and thumb-sized controls. */
export const Customer: Story = {
  render: () => (
    <ScriptedCall startAtMs={37_500}>{(items) => <CustomerSide items={items} />}</ScriptedCall>
  ),
};

interface SideProps {
  items: readonly TranscriptItem[];
}

function WholeDesk({ items }: SideProps) {
  const [muted, setMuted] = useState(false);
  const [draft, setDraft] = useState('');
  const [settled, setSettled] = useState<readonly string[]>([]);
  const help = scriptHelp(items);
  const suggestions = help.suggestions.filter(({ id }) => !settled.includes(id));
  const settle = (id: string) => setSettled((ids) => [...ids, id]);
  const use = (id: string) => {
    setDraft(suggestions.find((item) => item.id === id)?.text ?? '');
    settle(id);
  };
  return (
    <AppShell variant="desk">
      <DeskLayout
        labels={{ right: 'Help' }}
        top={<DeskTop />}
        left={
          <CustomerInfoCard
            record={sampleRecord}
            linkedBy="match"
            verified={false}
            contact={sampleRecord.email}
            highlightedOrders={help.highlightedOrders}
            nowMs={sampleNowMs}
          />
        }
        main={
          <>
            <Transcript items={items} names={names} sentiments={help.sentiments} />
            <ChatComposer value={draft} onValueChange={setDraft} onSend={() => setDraft('')} />
          </>
        }
        right={
          <div style={{ display: 'grid', gap: 'var(--aui-4)' }}>
            {help.alertScore === null || settled.includes('alert') ? null : (
              <SentimentAlert
                customerName="Maria"
                score={help.alertScore}
                advice="Let her finish, name what went wrong, then say the next step."
                onDismiss={() => settle('alert')}
              />
            )}
            <SentimentTrend points={help.trend} />
            <AISuggestionPanel
              suggestions={suggestions}
              onUse={use}
              onSaid={settle}
              onEdit={(id, text) => {
                setDraft(text);
                settle(id);
              }}
              onDismiss={settle}
              onWrong={settle}
              nowMs={sampleNowMs}
            />
          </div>
        }
        bottom={<Controls muted={muted} onMutedChange={setMuted} />}
      />
    </AppShell>
  );
}

function DeskTop() {
  return (
    <>
      <AgentStatusPicker status="on-call" onStatusChange={fn()} />
      <QueueSummary waiting={3} longestWaitMs={80_000} />
      <span style={{ marginInlineStart: 'auto' }} />
      <TranscriptionBadge status="live" delayMs={400} />
      <ConnectionBadge state="connected" quality="good" />
    </>
  );
}

function Controls(props: { muted: boolean; onMutedChange: (muted: boolean) => void }) {
  return (
    <CallControls {...props} held={false} onHeldChange={fn()} onHangUp={fn()}>
      <AudioLevelMeter caption="You" level={0} muted={props.muted} />
      <AudioLevelMeter caption="Customer" subscribe={fakeLevels} />
    </CallControls>
  );
}

function CustomerSide({ items }: SideProps) {
  const [muted, setMuted] = useState(false);
  return (
    <AppShell header={<strong>Northwind support</strong>}>
      <div style={{ display: 'grid', gap: 'var(--aui-6)' }}>
        <Captions items={items} names={{ customer: 'You', agent: 'Daniel' }} />
        <CallControls
          muted={muted}
          onMutedChange={setMuted}
          onHangUp={fn()}
          shortcuts={null}
          size="lg"
        />
      </div>
    </AppShell>
  );
}
