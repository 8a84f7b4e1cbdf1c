import { type Analytics, analyticsSchema, type CardTopic, type TopicCalls } from '@agent/protocol';

const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];

/** So many calls of so many, a few less before. */
export function fakeTopicCalls(n: number, of: number, found: string | null): TopicCalls {
  const href = `/calls/history?${found}&queuedFrom=2026-11-24&queuedTo=2026-11-30`;
  return {
    ...{ n, of, share: of > 0 ? n / of : null, why: of > 0 ? null : 'nothing' },
    previous: { n: Math.max(0, n - 12), of, share: of > 0 ? 0.1 : null, why: null },
    trend: days.map((_, index) => (index === 1 ? n - 3 : index === 3 ? 3 : 0)),
    calls: found === null ? null : { count: n, href },
  };
}

/** A card of which enough is known; what a test cares about is given. */
export function fakeCard(id: string, name: string, part: Partial<CardTopic> = {}): CardTopic {
  return {
    ...{ id: id as CardTopic['id'], name, state: 'in-use' },
    calls: fakeTopicCalls(120, 377, `card=${id}`),
    suggestions: {
      ...{ offered: 150, unseen: 10, seen: 140, accepted: 70, edited: 14, dismissed: 28 },
      ...{ markedWrong: 7, expired: 21, why: null },
    },
    mood: { n: 80, start: -0.42, end: 0.13, why: null },
    ...part,
  };
}

/** Cards of a large playbook: each has fewer calls and suggestions than the one before. */
export function fakeManyCards(count: number): CardTopic[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `card-${index + 1}`;
    const { suggestions, mood } = fakeCard(id, id);
    return fakeCard(id, `Card ${index + 1}`, {
      calls: fakeTopicCalls(200 - index, 377, `card=${id}`),
      suggestions: { ...suggestions, seen: 140 + count - index },
      mood: { ...mood, end: Math.round(100 * Math.sin(index)) / 100 },
    });
  });
}

/** What calls of a busy week are about. */
export function fakeAnalytics(part: Partial<Analytics> = {}): Analytics {
  return analyticsSchema.parse({
    ...{ zone: 'Europe/Berlin', at: '2026-11-30T14:20:00.000Z', since: '2026-09-01' },
    period: span('2026-11-24', '2026-11-30'),
    previousPeriod: { ...span('2026-11-17', '2026-11-23'), isCutShort: true },
    ...{ step: 'day', steps: days, offered: 412, answered: 377 },
    cards: [
      fakeCard('late-delivery', 'Late delivery'),
      fakeCard('refund', 'Refund', {
        state: 'off',
        calls: fakeTopicCalls(60, 377, 'card=refund'),
        suggestions: {
          ...{ offered: 40, unseen: 0, seen: 40, accepted: 4, edited: 0, dismissed: 30 },
          ...{ markedWrong: 2, expired: 4, why: null },
        },
        mood: { n: 30, start: 0.1, end: -0.25, why: null },
      }),
      fakeCard('gift-card', 'Gift card', {
        state: 'removed',
        calls: fakeTopicCalls(4, 377, 'card=gift-card'),
        suggestions: {
          ...{ offered: 5, unseen: 1, seen: 4, accepted: 1, edited: 0, dismissed: 0 },
          ...{ markedWrong: 0, expired: 3, why: 'too-few' },
        },
        mood: { n: 2, start: null, end: null, why: 'too-few' },
      }),
    ],
    orders: { ...fakeTopicCalls(90, 377, 'orderNamed=yes'), named: 104 },
    outcomes: [
      { id: 'resolved', name: 'Resolved', calls: fakeTopicCalls(300, 412, 'outcome=resolved') },
      {
        id: 'abandoned',
        name: 'Nobody answered',
        calls: fakeTopicCalls(35, 412, 'outcome=abandoned'),
      },
      { id: null, name: 'No outcome yet', calls: fakeTopicCalls(3, 412, null) },
    ],
    changed: [changed(1, -0.9, 0.7), changed(2, 0.6, -0.8)],
    ...part,
  });
}

function span(from: string, to: string) {
  return { from, to, startsAt: `${from}T00:00:00+01:00`, endsAt: `${to}T23:00:00+01:00` };
}

function changed(n: number, start: number, end: number) {
  const callId = `0193d5d2-8a4e-4a3e-9c39-00000000c00${n}`;
  return {
    ...{ callId, customerName: n === 1 ? 'Maria Santos' : 'Tom Becker', agentName: 'Alex Agent' },
    ...{ queuedAt: '2026-11-30T10:00:00.000Z', cards: ['Late delivery'], start, end },
    href: `/calls/${callId}`,
  };
}
