import type {
  WallAgentItem,
  WallAlertItem,
  WallCallItem,
  WallWaitingItem,
} from '../wall/wall-item.ts';

/** The clock of the samples. */
export const sampleWallNowMs = Date.parse('2026-11-23T15:10:00Z');
/** Who looks at them. */
export const sampleViewerId = '0193d5d2-8a4e-4a3e-9c39-00000000a100';

const ago = (seconds: number) => new Date(sampleWallNowMs - seconds * 1_000).toISOString();
const orders = { id: 'orders', name: 'Orders' };
const billing = { id: 'billing', name: 'Billing' };

/** Something that stands out; what a story cares about is given. */
export function sampleAlert(part: Partial<WallAlertItem> = {}): WallAlertItem {
  return {
    ...{ incident: `${part.kind ?? 'hold'}:1`, kind: 'hold', since: ago(190), reason: '' },
    ...{ figureMs: null, owner: null, snoozedUntil: null, isDone: false },
    ...part,
  };
}

/** A call that goes on; what a story cares about is given. */
export function sampleWallCall(n: number, part: Partial<WallCallItem> = {}): WallCallItem {
  return {
    callId: `0193d5d2-8a4e-4a3e-9c39-${String(n).padStart(12, '0')}`,
    queue: orders,
    customerName: 'Maria Santos',
    agent: { userId: `0193d5d2-8a4e-4a3e-9c39-${String(1_000 + n)}00000000`, name: 'Alex Agent' },
    answeredAt: ago(252),
    heldSince: null,
    transcribed: true,
    alerts: [],
    sentiment: [0.1, 0.2, 0, 0.1],
    lastWords: { speaker: 'agent', text: 'I see your order here.' },
    listeners: [],
    ...part,
  };
}

const maria = { userId: '0193d5d2-8a4e-4a3e-9c39-00000000a200', name: 'Maria Ruiz' };
const you = { userId: sampleViewerId, name: 'Sam Hill' };

/** Three calls that need help, one of which gets some; three to be watched, two that are fine. */
export const sampleWallCalls: readonly WallCallItem[] = [
  sampleWallCall(1, {
    alerts: [
      sampleAlert({ kind: 'help', since: ago(40), reason: 'Wants a refund over my limit' }),
      sampleAlert({ kind: 'upset', since: ago(124) }),
    ],
    sentiment: [0.1, 0.2, -0.1, -0.3, -0.2, -0.5, -0.8, -0.6, -0.7],
    lastWords: { speaker: 'customer', text: 'I have called four times about this.' },
  }),
  sampleWallCall(2, {
    queue: billing,
    customerName: 'Tom Becker',
    agent: { userId: '0193d5d2-8a4e-4a3e-9c39-00000000b002', name: 'Priya Raghunathan' },
    answeredAt: ago(611),
    alerts: [sampleAlert({ kind: 'upset', since: ago(310), owner: you })],
    sentiment: [-0.4, -0.5, -0.6],
    lastWords: { speaker: 'customer', text: 'No, that is not what I was told.' },
    listeners: [{ ...you, joined: false }],
  }),
  sampleWallCall(3, {
    customerName: 'Nadia Haddad',
    alerts: [sampleAlert({ kind: 'help', since: ago(95), owner: maria })],
    listeners: [{ ...maria, joined: true }],
  }),
  sampleWallCall(4, {
    customerName: 'Jan Kowalski',
    heldSince: ago(190),
    alerts: [sampleAlert({ kind: 'hold' }), sampleAlert({ kind: 'long', figureMs: 540_000 })],
  }),
  sampleWallCall(5, {
    customerName: 'Mei Lin',
    agent: null,
    alerts: [sampleAlert({ kind: 'no-text', since: ago(33) })],
    lastWords: null,
    sentiment: [],
  }),
  sampleWallCall(6, {
    queue: billing,
    customerName: 'Aroha Ngata',
    alerts: [sampleAlert({ kind: 'late', since: ago(20), figureMs: 6_200 })],
  }),
  sampleWallCall(7, {
    customerName: 'Oluwaseun Adebayo',
    alerts: [
      sampleAlert({ kind: 'hold', snoozedUntil: ago(-250) }),
      sampleAlert({ kind: 'long', figureMs: 540_000, isDone: true }),
    ],
    sentiment: [-0.6, -0.2, 0.4],
  }),
  sampleWallCall(8, {
    customerName: 'Lena Vogel',
    answeredAt: ago(32),
    heldSince: ago(12),
    transcribed: false,
    sentiment: [],
    lastWords: null,
  }),
];

/** As many calls as one process is made for: two need help, ten are to be watched. */
export const sampleManyCalls: readonly WallCallItem[] = Array.from({ length: 100 }, (_, index) => {
  const part = sampleWallCalls[index] ?? {
    customerName: `Customer ${index + 1}`,
    answeredAt: ago(30 + index * 7),
    alerts:
      index < 12 ? [sampleAlert({ kind: 'long', since: ago(index * 9), figureMs: 300_000 })] : [],
  };
  return { ...sampleWallCall(index + 1), ...part };
});

const longName =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Ngāti Porou Te Whānau-ā-Apanui of Ōpōtiki';

/** Names, reasons and words that hardly fit. */
export const sampleLongCalls: readonly WallCallItem[] = [
  sampleWallCall(1, {
    customerName: longName,
    agent: { userId: you.userId, name: longName },
    queue: { id: 'long', name: longName },
    answeredAt: ago(45_296),
    alerts: [
      sampleAlert({ kind: 'help', since: ago(7_412), reason: `${longName} `.repeat(2).trim() }),
      sampleAlert({ kind: 'upset', owner: { userId: 'x', name: longName } }),
    ],
    sentiment: [-1, 1, -1, 1, -1],
    lastWords: { speaker: 'customer', text: `${longName} and so on and so on and on` },
    listeners: [
      { ...maria, joined: true },
      { userId: 'y', name: longName, joined: false },
      { ...you, joined: false },
    ],
  }),
];

/** Three in the line, one on offer. */
export const sampleWaiting: readonly WallWaitingItem[] = [
  { n: 1, customerName: 'Ines Duarte', queue: billing, since: ago(80), isOffered: false },
  { n: 2, customerName: 'Paul Weber', queue: orders, since: ago(41), isOffered: true },
  { n: 3, customerName: 'Customer', queue: orders, since: ago(4), isOffered: false },
].map(({ n, ...one }) => ({ callId: `0193d5d2-8a4e-4a3e-9c39-c0000000000${n}`, ...one }));

const agent = (n: number, part: Omit<WallAgentItem, 'userId'>): WallAgentItem => {
  return { userId: `0193d5d2-8a4e-4a3e-9c39-d0000000000${n}`, ...part };
};

/** One agent or more of each status. */
export const sampleAgents: readonly WallAgentItem[] = [
  agent(1, { name: 'Alex Agent', status: 'on-call', since: ago(252) }),
  agent(2, { name: 'Ben Okoro', status: 'available', since: ago(733) }),
  agent(3, { name: 'Chloé Martin', status: 'break', since: ago(640), breakReason: 'lunch' }),
  agent(4, { name: 'Dora Weiss', status: 'wrap-up', since: ago(370) }),
  agent(5, { name: 'Eve Novak', status: 'offered', since: ago(6) }),
  agent(6, { name: 'Priya Raghunathan', status: 'on-call', since: ago(611) }),
];
