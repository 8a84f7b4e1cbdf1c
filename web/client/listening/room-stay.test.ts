import type { MonitorAccess } from '@agent/protocol';
import { describe, expect, it, vi } from 'vitest';
import { RequestError } from '../http/request-error.ts';
import { type RoomExit, RoomStay, type RoomStayState } from './room-stay.ts';

const accessOf = (monitorId: string): MonitorAccess => ({
  ...{ url: 'ws://127.0.0.1:7880', token: 't', identity: `sup-${monitorId}`, monitorId },
  ...{ customerIdentity: 'c', agentTold: false },
});

/** A stay whose server answers by hand, on a clock of its own. */
function setUp({ comesBack = true } = {}) {
  const answers: PromiseWithResolvers<MonitorAccess>[] = [];
  const left: string[] = [];
  const states: RoomStayState[] = [];
  const waits: number[] = [];
  const clock = { nowMs: 0 };
  const stay = new RoomStay({
    enter() {
      const answer = Promise.withResolvers<MonitorAccess>();
      answers.push(answer);
      return answer.promise;
    },
    async leave(monitorId) {
      left.push(monitorId);
    },
    comesBack,
    onState: (state) => states.push(state),
    wait: async (ms) => void waits.push(ms),
    random: () => 0,
    now: () => clock.nowMs,
  });
  const turn = () => vi.waitFor(() => undefined).then(() => new Promise((r) => setTimeout(r)));
  return {
    ...{ stay, left, waits, clock },
    asked: () => answers.length,
    phases: () => states.map(({ phase }) => phase),
    last: () => states.at(-1),
    async answer(monitorId: string) {
      answers.at(-1)?.resolve(accessOf(monitorId));
      await turn();
    },
    async refuse(error: unknown) {
      answers.at(-1)?.reject(error);
      await turn();
    },
    async out(how: RoomExit) {
      stay.out(how);
      await turn();
    },
    async stop() {
      stay.stop();
      await turn();
    },
  };
}

describe('a stay in a room', () => {
  it('asks for the way in, and tells the server when it goes', async () => {
    const test = setUp();
    test.stay.start();
    expect(test.last()).toEqual({ phase: 'asking' });
    await test.answer('m1');
    expect(test.last()).toEqual({ phase: 'inside', access: accessOf('m1') });
    await test.stop();
    await test.stop();
    expect(test.left).toEqual(['m1']);
    expect(test.asked()).toBe(1);
  });

  it('gives back a way in that comes when the page is gone', async () => {
    const test = setUp();
    test.stay.start();
    await test.stop();
    await test.answer('m1');
    expect(test.left).toEqual(['m1']);
    expect(test.phases()).toEqual(['asking']);
  });

  it('asks once more as somebody new when the connection has broken, and leaves the old place', async () => {
    const test = setUp();
    test.stay.start();
    await test.answer('m1');
    await test.out('lost');
    expect(test.left).toEqual(['m1']);
    await test.answer('m2');
    expect(test.phases()).toEqual(['asking', 'inside', 'away', 'inside']);
    // What tells of the first room again is no news of the second.
    expect(test.last()).toEqual({ phase: 'inside', access: accessOf('m2') });
  });

  it('learns from the server why it was put out', async () => {
    const test = setUp();
    test.stay.start();
    await test.answer('m1');
    test.clock.nowMs = 60_000;
    await test.out('removed');
    await test.refuse(new RequestError('conflict', 'This call has ended.'));
    const why = { reason: 'refused', code: 'conflict', words: 'This call has ended.' };
    expect(test.last()).toEqual({ phase: 'ended', why });
  });

  it('knows that the call is over by the server, however soon it was put out', async () => {
    const test = setUp();
    test.stay.start();
    await test.answer('m1');
    test.clock.nowMs = 1_000;
    await test.out('removed');
    await test.refuse(new RequestError('conflict', 'This call has ended.', { call: 'over' }));
    expect(test.phases()).toEqual(['asking', 'inside', 'away', 'ended']);
    expect(test.last()).toEqual({ phase: 'ended', why: { reason: 'over' } });
  });

  it('does not fight with who puts it out at once, twice', async () => {
    const test = setUp();
    test.stay.start();
    await test.answer('m1');
    test.clock.nowMs = 9_999;
    await test.out('removed');
    await test.answer('m1b');
    test.clock.nowMs += 9_999;
    await test.out('removed');
    expect(test.last()).toEqual({ phase: 'ended', why: { reason: 'removed' } });
    test.stay.start();
    await test.answer('m2');
    expect(test.last()).toEqual({ phase: 'inside', access: accessOf('m2') });
  });

  it('does not ask again for the way into a call that is over', async () => {
    const test = setUp();
    test.stay.start();
    await test.answer('m1');
    test.clock.nowMs = 60_000;
    await test.out('over');
    expect(test.last()).toEqual({ phase: 'ended', why: { reason: 'over' } });
    expect(test.left).toEqual(['m1']);
  });

  it('waits longer each time while the server is away, and does not give up', async () => {
    const test = setUp();
    test.stay.start();
    for (let attempt = 0; attempt < 3; attempt++) await test.refuse(RequestError.offline());
    expect(test.waits).toEqual([500, 1_000, 2_000]);
    await test.answer('m1');
    expect(test.last()?.phase).toBe('inside');
  });

  it('does not come back by itself to where it would be heard', async () => {
    const test = setUp({ comesBack: false });
    test.stay.start();
    await test.answer('m1');
    test.clock.nowMs = 60_000;
    await test.out('lost');
    expect(test.last()).toEqual({ phase: 'ended', why: { reason: 'lost' } });
    expect(test.left).toEqual(['m1']);
    expect(test.asked()).toBe(1);
  });
});
