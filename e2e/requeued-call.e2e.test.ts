import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventsOf, statusOf, storedEvents } from './call-log.ts';
import { acceptCall, endCall, goAvailable, openPerson, type Person, signIn } from './people.ts';
import { RECOVERY_MS, startTalking, type TalkingPair, untilTalkGoesOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

describe('an agent who is disabled in mid-call', () => {
  let stack: Stack;
  let pair: TalkingPair;
  let next: Person;
  let admin: Person;

  beforeAll(async () => {
    stack = await startTestStack();
    pair = await startTalking(stack, 'agent1');
    next = await openPerson(stack, pair.wavPaths.agent, { loops: true });
    admin = await openPerson(stack, pair.wavPaths.agent);
    await signIn(next, stack, 'agent2');
    await signIn(admin, stack, 'admin');
    await untilTalkGoesOn(stack, pair);
  });
  afterAll(async () => {
    await Promise.all([pair?.customer.close(), pair?.agent.close(), next?.close(), admin?.close()]);
    await stack?.close();
  });

  it('leaves its customer in line, with what was said on the page, and is out of the room itself', async () => {
    const { customer, agent, callId } = pair;
    await customer.page.evaluate(() => {
      document.body.dataset.opened = 'once';
    });
    await disable('agent1');
    await customer.page.getByText('Your agent had to leave').waitFor({ timeout: 5_000 });
    await customer.page.getByText('You are next in line').waitFor();
    expect(await captions().count()).toBeGreaterThan(0);
    expect(await statusOf(stack.databaseUrl, callId)).toBe('queued');
    await agent.page.getByText('You have been signed out').waitFor({ timeout: RECOVERY_MS });
  });

  it('writes nothing down while nobody listens', async () => {
    // The last words of before may take this long.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const before = await finals();
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(await finals()).toEqual(before);
  });

  it('is followed by another agent, who has all of it; both are heard and written down', async () => {
    const { customer, agent, callId, wavPaths } = pair;
    await goAvailable(next);
    await next.page.getByText('Talked with another agent, who had to leave').waitFor();
    await acceptCall(next, customer);
    await customer.page.getByText('Bo is with you now').waitFor();
    await next.page.getByText(/^Waited .* for another agent$/).waitFor();
    await customer.page.getByRole('button', { name: /^(Dismiss|Close)/ }).click();
    await agent.page.getByText('You have been signed out').waitFor();
    await untilTalkGoesOn(stack, { customer, agent: next, callId, wavPaths });
    expect(await customer.page.evaluate(() => document.body.dataset.opened)).toBe('once');
    expect(customer.pageErrors).toEqual([]);
  });

  it('costs the record nothing: one clock, and a wait in which nothing is lost', async () => {
    const { customer, callId } = pair;
    await endCall(next, customer);
    const log = await storedEvents(stack.databaseUrl, callId);
    const [first] = eventsOf(log, 'call.accepted');
    const [requeued] = eventsOf(log, 'call.requeued');
    const offsetOf = (at: string | undefined) => Date.parse(at ?? '') - Date.parse(first?.at ?? '');
    const leftMs = offsetOf(requeued?.at);
    const takenMs = offsetOf(eventsOf(log, 'call.accepted')[1]?.at);
    for (const { data } of eventsOf(log, 'segment.final')) {
      expect(data.startMs < leftMs + 500 || data.startMs > takenMs).toBe(true);
    }
    for (const { data } of [
      ...eventsOf(log, 'transcript.gap'),
      ...eventsOf(log, 'recording.lost'),
    ]) {
      expect(data.endMs <= leftMs + 500 || data.startMs >= takenMs - 500).toBe(true);
    }
    await vi.waitUntil(
      async () => {
        const events = await storedEvents(stack.databaseUrl, callId);
        return eventsOf(events, 'recording.ready').length > 0;
      },
      { timeout: RECOVERY_MS, interval: 500 },
    );
  });

  const captions = () => pair.customer.page.locator('[data-slot=captions-turn]');

  async function finals(): Promise<string[]> {
    const log = await storedEvents(stack.databaseUrl, pair.callId);
    return eventsOf(log, 'segment.final').map(({ data }) => data.segmentId);
  }

  /** As the admin's page does. */
  async function disable(username: string): Promise<void> {
    const status = await admin.page.evaluate(async (name) => {
      const answer = await fetch('/api/admin/users');
      const { users } = (await answer.json()) as {
        users: { id: string; username: string; version: number }[];
      };
      const user = users.find((one) => one.username === name);
      const { status: code } = await fetch(`/api/admin/users/${user?.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version: user?.version, disabled: true }),
      });
      return code;
    }, username);
    expect(status).toBe(200);
  }
});
