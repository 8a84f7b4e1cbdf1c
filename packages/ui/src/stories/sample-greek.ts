import type { SuggestionItem } from '../ai-suggestion-panel/suggestion-item.ts';
import type { CustomerRecord, CustomerSummary } from '../customer-info-card/customer-types.ts';
import type { SessionItem } from '../sessions/session-item.ts';
import type { TranscriptItem } from '../transcript/transcript-item.ts';
import type { WallCallItem } from '../wall/wall-item.ts';
import type { WrapUpDraftItem } from '../wrap-up/draft-item.ts';

/** A customer of whom nothing is written in Latin letters. */
export const sampleGreekRecord: CustomerRecord = {
  customerId: 'c-maria',
  name: 'Μαρία Παππά',
  email: null,
  phone: '+302100000001',
  status: 'active',
  customerSince: '2021-03-31T22:00:00Z',
  lifetimeValue: { cents: 128_450, currency: 'EUR' },
  orders: ['4533', '4521', '4402', '4290'].map((orderNumber) => ({
    orderNumber,
    status: 'delayed',
    summary: 'Καφετιέρα',
    total: { cents: 24_900, currency: 'EUR' },
    placedAt: '2026-11-12T08:30:00Z',
    expectedAt: '2026-11-17T17:00:00Z',
  })),
  tickets: [
    {
      ticketNumber: '1042',
      subject: 'Πού είναι η καφετιέρα μου;',
      status: 'open',
      openedAt: '2026-11-18T15:20:00Z',
      orderNumber: '4521',
    },
  ],
  calls: [
    {
      callId: '018f0000-0000-7000-8000-000000000001',
      startedAt: '2026-11-18T15:05:00Z',
      durationMs: 372_000,
      agentName: 'Δάφνη',
      disposition: null,
    },
  ],
};

/** A suggestion in Greek. */
export const sampleGreekSuggestion: SuggestionItem = {
  id: 's-greek',
  state: 'offered',
  text: 'Λυπάμαι για την καθυστέρηση.',
  reasoning: 'Η παραγγελία άργησε.',
  action: 'offer_solution',
  confidence: 0.86,
  source: { kind: 'playbook', name: 'Καθυστέρηση' },
  offeredAtMs: Date.parse('2026-11-23T10:03:54Z'),
  important: true,
};

/** A conversation in Greek with every kind of row. */
export const sampleGreekItems: readonly TranscriptItem[] = [
  {
    kind: 'turn',
    key: 't1',
    speaker: 'customer',
    startMs: 1_500,
    segments: [{ id: 't1a', state: 'final', startMs: 1_500, endMs: 4_000, text: 'Άργησε πολύ.' }],
  },
  { kind: 'chat', key: 'c1', from: 'customer', text: '4521', atMs: 27_400 },
  { kind: 'hold', key: 'h1', startMs: 33_000, endMs: 75_000 },
  { kind: 'wait', key: 'w1', startMs: 75_000, endMs: 98_000 },
  { kind: 'recording-pause', key: 'r1', startMs: 75_000, endMs: null },
  { kind: 'recording-pause', key: 'r2', startMs: 75_500, endMs: 76_000 },
  {
    kind: 'gap',
    key: 'g1',
    speaker: 'customer',
    startMs: 76_000,
    endMs: 84_000,
    reason: 'bot-restarted',
  },
  { kind: 'supervision', key: 'l1', act: 'listening', name: 'Μαρία', text: '', atMs: 84_000 },
  { kind: 'coach', key: 'm1', from: 'Μαρία', text: 'Πιο αργά.', atMs: 85_000 },
  {
    kind: 'turn',
    key: 't3',
    speaker: 'supervisor',
    supervisorName: 'Μαρία',
    startMs: 86_000,
    segments: [{ id: 't3a', state: 'final', startMs: 86_000, endMs: 87_000, text: 'Καλημέρα.' }],
  },
];

/** A turn that is still being spoken. */
export const sampleGreekInterim: TranscriptItem = {
  kind: 'turn',
  key: 't2',
  speaker: 'agent',
  startMs: 90_000,
  segments: [
    {
      id: 't2a',
      state: 'interim',
      startMs: 90_000,
      endMs: 91_000,
      text: { stable: 'Λυπάμαι ', tail: 'για την' },
    },
  ],
};

/** What a list shows of a record. */
export function summaryOf(record: CustomerRecord): CustomerSummary {
  const { customerId, name, email, phone, status } = record;
  return { customerId, name, email, phone, status };
}

/** A call that is over, with a line in which something was found. */
export const sampleGreekSession: SessionItem = {
  callId: '0193d5d2-8a4e-4a3e-9c39-000000000051',
  status: 'closed',
  customerName: 'Μαρία Παππά',
  agentName: 'Δάφνη',
  queuedAt: '2026-11-22T21:50:00Z',
  answeredAt: '2026-11-22T21:51:00Z',
  endedAt: '2026-11-22T21:55:00Z',
  talkMs: 240_000,
  outcome: { label: 'Λύθηκε' },
  queue: { name: 'Παραγγελίες' },
  rating: 4,
  sentiment: { start: -0.6, end: 0.4, trend: [-0.2, 0.1] },
  orderNumbers: ['Α7', 'Α8', 'Α9'],
  topics: ['Καθυστέρηση', 'Επιστροφή'],
  sound: 'ready',
  hits: [
    {
      where: 'customer',
      atMs: 9_000,
      pieces: [
        { text: 'Δεν έχει ', isHit: false },
        { text: 'έρθει', isHit: true },
      ],
    },
    { where: 'notes', atMs: null, pieces: [{ text: 'Ήρθε', isHit: true }] },
  ],
};

/** A line of each kind, in each state. */
export const sampleGreekDraft: WrapUpDraftItem[] = (
  [
    'summary',
    'reason',
    'order',
    'amount',
    'promise',
    'question',
    'mood',
    'hold',
    'wait',
    'gap',
  ] as const
).map((kind, index) => ({
  id: kind,
  kind,
  text: 'Δεν έχει έρθει ακόμα',
  fate: (['kept', 'edited', 'removed'] as const)[index % 3] ?? 'kept',
  atMs: kind === 'summary' ? null : index * 9_000,
  speaker: kind === 'amount' ? 'customer' : null,
  original: 'Δεν έχει έρθει',
}));

const seen = { owner: null, snoozedUntil: null, isDone: false };

/** A call that goes on, in which everything stands out that can. */
export const sampleGreekWallCall: WallCallItem = {
  callId: '0193d5d2-8a4e-4a3e-9c39-000000000052',
  queue: { id: 'orders', name: 'Παραγγελίες' },
  customerName: 'Μαρία Παππά',
  agent: { userId: 'a', name: 'Δάφνη' },
  answeredAt: '2026-11-23T10:00:00Z',
  heldSince: '2026-11-23T10:03:00Z',
  transcribed: true,
  alerts: (['upset', 'help', 'no-text', 'late', 'long'] as const).map((kind, index) => ({
    ...{ incident: kind, kind, since: '2026-11-23T10:02:00Z', reason: 'Επιστροφή' },
    ...{ figureMs: 6_000, ...seen },
    ...(index === 0 && { owner: { userId: 'b', name: 'Άννα' } }),
    ...(index === 2 && { snoozedUntil: '2026-11-23T10:09:00Z' }),
    ...(index === 3 && { isDone: true }),
  })),
  sentiment: [-0.6, -0.2, 0.4],
  lastWords: { speaker: 'customer', text: 'Δεν έχει έρθει' },
  listeners: [
    { userId: 'b', name: 'Άννα', joined: false },
    { userId: 'c', name: 'Νίκος', joined: true },
  ],
};
