import type { TranscriptItem, TranscriptTurn } from '../transcript/transcript-item.ts';

const name = 'Maria Ruiz';

/** A conversation that a supervisor helps with. */
export const supervisedItems: readonly TranscriptItem[] = [
  said('customer', 3_000, 'I want both the refund and the express delivery.'),
  { kind: 'supervision', key: 'l', act: 'listening', name, text: '', atMs: 4_000 },
  {
    ...{ kind: 'supervision', key: 'h', act: 'help-asked', name: '', atMs: 9_000 },
    text: 'Both is above my limit',
  },
  { kind: 'supervision', key: 't', act: 'help-taken', name, text: '', atMs: 17_000 },
  {
    ...{ kind: 'coach', key: 'c', from: name, atMs: 24_000 },
    text: 'Offer express. I explain the refund myself.',
  },
  { kind: 'supervision', key: 'j', act: 'joined', name, text: '', atMs: 30_000 },
  { ...said('supervisor', 32_000, 'Hello, this is Maria. I take the refund on me.') },
  said('customer', 38_000, 'Oh, thank you!'),
  { kind: 'supervision', key: 'v', act: 'left', name, text: '', atMs: 41_000 },
  { kind: 'supervision', key: 'd', act: 'help-done', name: '', text: '', atMs: 41_500 },
];

function said(speaker: 'customer' | 'supervisor', startMs: number, text: string): TranscriptTurn {
  return {
    ...{ kind: 'turn', key: `t${startMs}`, speaker, startMs },
    ...(speaker === 'supervisor' ? { supervisorName: name } : {}),
    segments: [{ id: `s${startMs}`, state: 'final', startMs, endMs: startMs + 3_000, text }],
  };
}
