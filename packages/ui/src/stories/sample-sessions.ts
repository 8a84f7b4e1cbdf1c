import type { SessionItem } from '../sessions/session-item.ts';

/** The clock of the samples. */
export const sampleNowMs = Date.parse('2026-11-23T15:10:00Z');

const first: SessionItem = {
  callId: '0193d5d2-8a4e-4a3e-9c39-000000000001',
  status: 'closed',
  customerName: 'Maria Santos',
  agentName: 'Alex Agent',
  queuedAt: '2026-11-23T14:01:12Z',
  answeredAt: '2026-11-23T14:02:00Z',
  endedAt: '2026-11-23T14:06:12Z',
  talkMs: 252_000,
  outcome: { label: 'Follow-up' },
  rating: 2,
  sentiment: { start: 0.1, end: -0.7, trend: [0.1, 0.2, -0.1, -0.3, -0.2, -0.5, -0.8, -0.6, -0.7] },
  orderNumbers: ['4521'],
  topics: ['Late delivery'],
  sound: 'ready',
  hits: [],
};

/** One call; what a story cares about is given. */
export function sampleSession(n: number, part: Partial<SessionItem> = {}): SessionItem {
  const callId = `0193d5d2-8a4e-4a3e-9c39-${String(n).padStart(12, '0')}`;
  return { ...first, callId, ...part };
}

const at = (day: number, time: string) => {
  const moment = `2026-11-${day}T${time}:00Z`;
  return { queuedAt: moment, answeredAt: moment, endedAt: moment };
};

/** A day and a half of calls, each ending another way. */
export const sampleSessions: readonly SessionItem[] = [
  sampleSession(9, {
    ...at(23, '15:04'),
    status: 'wrap-up',
    customerName: 'Oluwaseun Adebayo',
    outcome: null,
    rating: null,
    talkMs: 371_000,
    sentiment: { start: -0.6, end: 0.1, trend: [-0.6, -0.5, -0.4, -0.2, 0, 0.1] },
    orderNumbers: ['7730', '7731', '7802'],
    topics: ['Refund after a return', 'Two parcels in one'],
    sound: 'recording',
  }),
  first,
  sampleSession(2, {
    ...at(23, '13:40'),
    customerName: 'Tom Becker',
    agentName: 'Priya Raghunathan',
    talkMs: 98_000,
    outcome: { label: 'Resolved' },
    rating: 5,
    sentiment: { start: -0.5, end: 0.6, trend: [-0.5, -0.2, 0.1, 0.4, 0.6] },
    orderNumbers: [],
    topics: ['Change of address'],
  }),
  sampleSession(3, {
    ...at(23, '11:15'),
    answeredAt: null,
    status: 'abandoned',
    customerName: 'Nadia Haddad',
    agentName: null,
    talkMs: null,
    outcome: null,
    rating: null,
    sentiment: { start: null, end: null, trend: [] },
    orderNumbers: [],
    topics: [],
    sound: 'none',
  }),
  sampleSession(4, {
    ...at(23, '09:02'),
    customerName: 'Jan Kowalski',
    talkMs: 4_205_000,
    outcome: { label: 'Escalated' },
    rating: 1,
    sentiment: { start: -0.6, end: -0.9, trend: [-0.6, -0.7, -0.5, -0.8, -0.9] },
    orderNumbers: ['A-1042'],
    topics: ['Charged twice', 'Cancelled order', 'Complaint'],
    sound: 'lost',
  }),
  sampleSession(5, {
    ...at(22, '17:48'),
    customerName: 'Mei Lin',
    agentName: 'Priya Raghunathan',
    talkMs: 164_000,
    outcome: { label: 'Other' },
    rating: null,
    sentiment: { start: 0, end: 0.1, trend: [0, 0.1, 0, 0.1] },
    orderNumbers: [],
    topics: [],
    sound: 'deleted',
  }),
  sampleSession(6, {
    ...at(12, '10:20'),
    customerName: 'Aroha Ngata',
    outcome: { label: 'Resolved' },
    rating: 4,
    sentiment: { start: 0.5, end: 0.7, trend: [0.5, 0.6, 0.7] },
    orderNumbers: ['4410'],
    topics: ['Express delivery'],
  }),
];

const piece = (text: string, isHit = false) => ({ text, isHit });

/** The same, with the lines in which "arrived" was found. */
export const sampleFound: readonly SessionItem[] = [
  sampleSession(1, {
    hits: [
      {
        where: 'customer',
        atMs: 9_000,
        pieces: [
          piece('My order was meant to come on Monday and it still has '),
          piece('not arrived', true),
          piece('.'),
        ],
      },
      {
        where: 'agent',
        atMs: 31_500,
        pieces: [piece('I see that it has '), piece('arrived', true), piece(' at the depot.')],
      },
      {
        where: 'notes',
        atMs: null,
        pieces: [
          piece('Parcel '),
          piece('arrived', true),
          piece(' at the wrong depot; call back.'),
        ],
      },
    ],
  }),
  sampleSession(2, {
    ...at(23, '13:40'),
    customerName: 'Tom Becker',
    outcome: { label: 'Resolved' },
    rating: 5,
    sentiment: { start: -0.5, end: 0.6, trend: [-0.5, -0.2, 0.1, 0.4, 0.6] },
    hits: [
      {
        where: 'chat',
        atMs: 3_725_000,
        pieces: [piece('It has just '), piece('arrived', true), piece(', thank you!')],
      },
    ],
  }),
];

const longName =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Ngāti Porou Te Whānau-ā-Apanui of Ōpōtiki';

/** Names, orders, topics and lines that are longer than their room. */
export const sampleLong: readonly SessionItem[] = [
  sampleSession(7, {
    customerName: longName,
    agentName: `${longName} the Second`,
    talkMs: 36_061_000,
    orderNumbers: ['ORDER-2026-000000045210', 'ORDER-2026-000000045211', '3', '4', '5'],
    topics: [
      'A delivery that came to a neighbour who has since moved to another country',
      'b',
      'c',
    ],
    hits: [
      {
        where: 'customer',
        atMs: 7_325_000,
        pieces: [
          piece(
            'I have told you and I have told the colleague before you and the one before that ',
          ),
          piece('refund', true),
          piece(` ${'and nobody ever writes it down '.repeat(12)}`),
          piece('refund', true),
        ],
      },
      {
        where: 'agent',
        atMs: 8_000,
        pieces: [piece(`${'w'.repeat(180)} `), piece('refund', true)],
      },
    ],
  }),
  sampleSession(8, { customerName: 'Bo', agentName: 'Al', orderNumbers: [], topics: [] }),
];
