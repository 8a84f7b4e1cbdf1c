import type { CustomerRecord, PlaybookCard, Speaker } from '@agent/protocol';
import { playbookCardSchema } from '@agent/protocol';
import { aCustomerId, aSegmentId } from '@agent/testing/ids';
import type { z } from 'zod';
import type { Conversation, Said } from '../conversation.ts';

/** One line of a talk: "customer: …" or "agent: …". */
export type Line = `${Speaker}: ${string}`;

/** A conversation of these lines, four seconds each; the last is what was just said. */
export function talk(
  lines: readonly [Line, ...Line[]],
  known: Partial<Omit<Conversation, 'said'>> & { sentiment?: number } = {},
): Conversation {
  const { sentiment = null, ...rest } = known;
  const said = lines.map((line, index): Said => {
    const [speaker = '', ...text] = line.split(': ');
    return {
      segmentId: aSegmentId(),
      speaker: speaker as Speaker,
      text: text.join(': '),
      endMs: (index + 1) * 4000,
      sentiment: speaker === 'customer' ? sentiment : null,
    };
  });
  return {
    said: said as [Said, ...Said[]],
    customerName: null,
    record: undefined,
    isVerified: false,
    orderNumber: undefined,
    namedOrders: [],
    ...rest,
  };
}

/** What a customer says in one turn; "/" cuts it into segments. */
export function customerSays(text: string): Conversation {
  return talk(text.split(' / ').map((part) => `customer: ${part}` as const) as [Line, ...Line[]]);
}

/** A card about refunds, with some of it replaced. */
export function cardWith(parts: Partial<z.input<typeof playbookCardSchema>> = {}): PlaybookCard {
  return playbookCardSchema.parse({
    id: 'refund-request',
    title: 'Customer wants the money back',
    phrases: ['want ... refund'],
    suggestion: 'Of course[, {name}].',
    reasoning: 'A clear yes calms.',
    action: 'offer_refund',
    confidence: 0.9,
    source: 'Refund guide §1',
    ...parts,
  });
}

/** A record of which nothing special is known, with some of it replaced. */
export function recordWith(parts: Partial<CustomerRecord> = {}): CustomerRecord {
  return {
    customerId: aCustomerId('customer-1'),
    name: 'Maria Santos',
    email: 'maria@example.com',
    phone: null,
    status: 'active',
    customerSince: '2026-09-01T00:00:00Z',
    lifetimeValue: { cents: 5000, currency: 'USD' },
    orders: [],
    tickets: [],
    calls: [],
    ...parts,
  };
}
