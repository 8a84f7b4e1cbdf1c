import { userIdSchema } from '@agent/protocol';
import { type AuditAsked, auditActions, type Database, findAudit } from '@agent/store';
import {
  backendProcessor,
  type Figure,
  figureLine,
  figureOf,
} from '../search-performance/figure.ts';
import { people } from './seed.ts';

/** How often each kind is asked, and what hears of each figure. */
export interface AuditFiguresOptions {
  times: number;
  onFigure: (line: string) => void;
}

type Filter = Omit<AuditAsked, 'zone'>;
const pageSize = 50;
const dayMs = 86_400_000;

const within = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));
const actor = () =>
  userIdSchema.parse(`00000000-0000-4000-8000-${String(within(1, people + 1)).padStart(12, '0')}`);
const noun = (name: string) => auditActions.filter((action) => action.startsWith(`${name}.`));
const address = () => `10.0.${within(0, 2)}.${within(0, 250)}`;
const customer = () => ({ kind: 'customer', id: `c-${within(1, 2_001)}` }) as const;
const call = () =>
  ({
    kind: 'call',
    id: `00000000-0000-4000-9000-${String(within(1, 200_001)).padStart(12, '0')}`,
  }) as const;

function month(): { from: string; to: string } {
  const from = Date.now() - within(40, 720) * dayMs;
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { from: day(from), to: day(from + 30 * dayMs) };
}

/** What admins ask: each filter by itself, and the ones that go together. */
const kinds: readonly (readonly [kind: string, filter: () => Filter])[] = [
  ['newest', () => ({})],
  ['a person', () => ({ actor: actor() })],
  ['nobody signed in', () => ({ actor: 'nobody' })],
  ['a frequent act', () => ({ actions: ['customer.read'] })],
  ['a rare act', () => ({ actions: ['card.changed'] })],
  ['an act that never was', () => ({ actions: ['queue.removed'] })],
  ['a noun', () => ({ actions: noun('session') })],
  ['a rare noun', () => ({ actions: noun('card') })],
  ['a kind of subject', () => ({ subject: { kind: 'call', id: null } })],
  ['a rare kind of subject', () => ({ subject: { kind: 'card', id: null } })],
  ['one customer', () => ({ subject: customer() })],
  ['one call', () => ({ subject: call() })],
  ['an address', () => ({ address: address() })],
  ['an address that never was', () => ({ address: '192.0.2.1' })],
  ['a month', () => month()],
  ['a person, a month', () => ({ actor: actor(), ...month() })],
  ['a person, a noun', () => ({ actor: actor(), actions: noun('call') })],
  ['a person, a rare act', () => ({ actor: actor(), actions: ['card.changed'] })],
  ['a person, an act that never was', () => ({ actor: actor(), actions: ['queue.removed'] })],
  [
    'an address, a noun, a month',
    () => ({ address: address(), actions: noun('session'), ...month() }),
  ],
  ['a person, an address', () => ({ actor: actor(), address: address() })],
  [
    'a person, a kind, a month',
    () => ({ actor: actor(), subject: { kind: 'call', id: null }, ...month() }),
  ],
  [
    'a kind, an act of another',
    () => ({ subject: { kind: 'call', id: null }, actions: ['customer.read'] }),
  ],
  ['nobody, an act of people', () => ({ actor: 'nobody', actions: ['customer.read'] })],
];

/** How long a page of each kind takes, and the second, tenth and a far page of all. */
export async function auditFigures(
  db: Database,
  { times, onFigure }: AuditFiguresOptions,
): Promise<Figure[]> {
  const processorMs = await backendProcessor(db);
  const figures: Figure[] = [];
  const page = async (filter: Filter, place?: { atUs: number; id: number }) => {
    const asked = { ...filter, zone: 'Europe/Berlin' };
    const found = await findAudit(db, asked, { place, limit: pageSize });
    if (found.outcome !== 'found') throw new Error('It took too long.');
    return found;
  };
  const add = async (kind: string, run: () => Promise<number>) => {
    const figure = await figureOf(kind, Array(times).fill(null), run, processorMs);
    figures.push(figure);
    onFigure(figureLine(figure));
  };
  for (const [kind, filter] of kinds) {
    await add(kind, async () => (await page(filter())).rows.length);
  }
  await add('a page far down', async () => {
    const atUs = (Date.now() - within(100, 700) * dayMs) * 1_000;
    return (await page({}, { atUs, id: 0 })).rows.length;
  });
  await add('1,000 entries of an export', async () => {
    const asked = { ...month(), zone: 'Europe/Berlin' };
    const found = await findAudit(db, asked, { limit: 1_000 });
    return found.outcome === 'found' ? found.rows.length : 0;
  });
  return figures;
}
