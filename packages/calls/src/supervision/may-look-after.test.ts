import { queueIdSchema, userIdSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { isCalledForHelp, mayLookAfter } from './may-look-after.ts';

const [main, billing] = ['main', 'billing'].map((id) => queueIdSchema.parse(id));
if (!main || !billing) throw new Error('Two queues.');
const [maria, sam] = [1, 2].map((n) =>
  userIdSchema.parse(`00000000-0000-4000-8000-00000000000${n}`),
);
if (!maria || !sam) throw new Error('Two supervisors.');
const call = { queueId: main, helpAskedAtMs: null };
const asked = { queueId: main, helpAskedAtMs: 1_000 };
const theirs = { role: 'supervisor', queueIds: [main] } as const;
const ofAll = { role: 'supervisor', queueIds: [] } as const;
const others = { role: 'supervisor', queueIds: [billing] } as const;
const admin = { role: 'admin', queueIds: [] } as const;
const agent = { role: 'agent', queueIds: [] } as const;

describe('mayLookAfter', () => {
  it('lets admins, supervisors of the queue, and those of all queues', () => {
    const may = [admin, theirs, ofAll, others, agent].map((who) => mayLookAfter(who, call, 0));
    expect(may).toEqual([true, true, true, false, false]);
  });

  it('lets other supervisors once nobody has helped for 30 s, and agents never', () => {
    expect(mayLookAfter(others, asked, 30_999)).toBe(false);
    expect(mayLookAfter(others, asked, 31_000)).toBe(true);
    expect(mayLookAfter(agent, asked, 1e9)).toBe(false);
  });

  it('lets whoever has taken the request for help, whichever the queue is, and no others', () => {
    const taken = { ...call, helperId: maria };
    expect(mayLookAfter({ ...others, userId: maria }, taken, 0)).toBe(true);
    expect(mayLookAfter({ ...others, userId: sam }, taken, 0)).toBe(false);
    expect(mayLookAfter(others, { ...call, helperId: null }, 0)).toBe(false);
    expect(mayLookAfter({ ...agent, userId: maria }, taken, 0)).toBe(false);
  });
});

describe('isCalledForHelp', () => {
  it('calls the supervisors of the queue at once, all after 30 s, admins after 60 s', () => {
    const calledAt = (nowMs: number) =>
      [theirs, ofAll, others, admin, agent].map((who) => isCalledForHelp(who, asked, nowMs));
    expect(calledAt(1_000)).toEqual([true, true, false, false, false]);
    expect(calledAt(31_000)).toEqual([true, true, true, false, false]);
    expect(calledAt(61_000)).toEqual([true, true, true, true, false]);
  });

  it('calls nobody where nobody asked', () => {
    expect(isCalledForHelp(theirs, call, 1e9)).toBe(false);
  });
});
