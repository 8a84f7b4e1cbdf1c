import { aCallId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { fakeWallAgent, fakeWallCall, fakeWallUpdate } from '../test-support/fake-wall.ts';
import { applyWallUpdate, hasSeveralQueues, type Wall } from './wall-state.ts';

const [one, two, three] = [1, 2, 3].map((n) => fakeWallCall(n));
if (!one || !two || !three) throw new Error('Three calls.');
const whole = (calls = [one, two]) => applyWallUpdate(null, fakeWallUpdate({ calls })) as Wall;
const ids = (wall: Wall | null) => wall?.calls.map(({ callId }) => callId);

it('begins with what is whole, and not with changes of something unknown', () => {
  expect(applyWallUpdate(null, fakeWallUpdate({ kind: 'changes', calls: [one] }))).toBeNull();
  expect(ids(whole())).toEqual([one.callId, two.callId]);
});

it('takes in calls that are new or different, in the order that is told, and forgets the others', () => {
  const held = { ...two, heldSince: '2026-11-23T15:00:00.000Z' };
  const wall = applyWallUpdate(
    whole(),
    fakeWallUpdate({
      kind: 'changes',
      calls: [three, held],
      order: [three.callId, two.callId],
    }),
  );
  expect(wall?.calls).toEqual([three, held]);
});

it('keeps the very objects of calls that have not changed', () => {
  const before = whole();
  const update = fakeWallUpdate({
    kind: 'changes',
    calls: [],
    order: [two.callId, one.callId],
  });
  expect(applyWallUpdate(before, update)?.calls[1]).toBe(before.calls[0]);
});

it('shows no call that it knows by the order alone', () => {
  const update = fakeWallUpdate({ kind: 'changes', calls: [], order: [aCallId(), one.callId] });
  expect(ids(applyWallUpdate(whole(), update))).toEqual([one.callId]);
});

it('forgets with the next whole message what was left over', () => {
  expect(ids(applyWallUpdate(whole(), fakeWallUpdate({ calls: [three] })))).toEqual([three.callId]);
});

it('names queues where several are to be seen, of agents too', () => {
  expect(hasSeveralQueues(whole())).toBe(false);
  const agents = [fakeWallAgent({ queues: [{ ...one.queue, id: 'billing' as never }] })];
  expect(hasSeveralQueues({ ...whole(), agents })).toBe(true);
});
