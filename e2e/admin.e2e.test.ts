import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsEverywhere } from './axe.ts';
import { eventsOf, query, statusOf, storedEvents } from './call-log.ts';
import {
  acceptCall,
  callIn,
  goAvailable,
  openPerson,
  type Person,
  signIn,
  signInWith,
} from './people.ts';
import { steadySpeech } from './steady-speech.ts';
import { startTestStack } from './test-stack.ts';

const eve = { username: 'eve', password: 'nine green bottles on a wall' };

describe('a team that runs itself', () => {
  let stack: Stack;
  let admin: Person;
  let newcomer: Person;
  let colleague: Person;
  let customer: Person;
  let callId: CallId;
  let link: string;

  beforeAll(async () => {
    stack = await startTestStack();
    const said = (speaker: 'customer' | 'agent') =>
      steadySpeech('double-charge', speaker, stack.dataDir);
    const [customerWav, agentWav] = [await said('customer'), await said('agent')];
    customer = await openPerson(stack, customerWav, { loops: true });
    admin = await openPerson(stack, agentWav, { loops: true });
    newcomer = await openPerson(stack, agentWav, { loops: true });
    colleague = await openPerson(stack, agentWav, { loops: true });
  });
  afterAll(async () => {
    for (const person of [customer, admin, newcomer, colleague]) await person?.close();
    await stack?.close();
  });

  it('an admin adds a queue and takes a colleague into it', async () => {
    const { page } = admin;
    await signIn(admin, stack, 'admin');
    await page.goto('/admin/queues');
    await page.getByRole('button', { name: 'Add a queue' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Returns');
    await page.getByRole('checkbox', { name: /Bo Agent/ }).check();
    await page.getByRole('button', { name: 'Add the queue' }).click();
    await page.getByRole('button', { name: /^Returns/ }).waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  it('and invites somebody by a link that is shown once', async () => {
    const { page } = admin;
    await page.goto('/admin/users');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Eve Park');
    await page.getByLabel('User name').fill(eve.username);
    await page.getByLabel('Returns').check();
    await page.getByRole('button', { name: 'Make the link' }).click();
    link = await page.getByLabel('Link').inputValue();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  it('who chooses a password, signs in and takes a call of the second queue', async () => {
    const { page } = newcomer;
    await page.goto(link);
    await page.getByLabel('Password').fill(eve.password);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('heading', { name: 'Your password is set' }).waitFor();
    await signInWith(newcomer, eve);
    await goAvailable(newcomer);
    const who = { name: 'James Carter', contact: 'james@example.com', queue: 'returns' };
    callId = await callIn(customer, who);
    await acceptCall(newcomer, customer);
    await untilSaid(3);
  });

  it('is disabled in the middle of it: the customer goes back to the queue, with what was said', async () => {
    const { page } = admin;
    const shown = await customer.page.locator('[data-segment-id][data-state=final]').count();
    await page.goto('/admin/users');
    await page.getByRole('button', { name: /Eve Park/ }).click();
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByText(/goes back to the queue/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await expect.poll(() => statusOf(stack.databaseUrl, callId)).toBe('queued');
    await newcomer.page
      .getByText(/signed out/i)
      .first()
      .waitFor();
    await customer.page
      .getByText(/had to leave/i)
      .first()
      .waitFor();
    const kept = await customer.page.locator('[data-segment-id][data-state=final]').count();
    expect(kept).toBeGreaterThanOrEqual(shown);
    expect(await faultsEverywhere(customer.page)).toEqual([]);
    const answer = await newcomer.page.request.get('/api/agent/stream');
    expect(answer.status()).toBe(401);
  });

  it('and another agent takes it over, reads all of it and goes on', async () => {
    await signIn(colleague, stack, 'agent2');
    await goAvailable(colleague);
    await acceptCall(colleague, customer);
    const before = await finals();
    await untilSaid(before + 3);
    expect(
      await colleague.page.locator('[data-segment-id][data-state=final]').count(),
    ).toBeGreaterThan(before);
    const events = await storedEvents(stack.databaseUrl, callId);
    expect(eventsOf(events, 'call.accepted')).toHaveLength(2);
    expect(eventsOf(events, 'call.requeued')).toHaveLength(1);
    expect(colleague.pageErrors.concat(customer.pageErrors)).toEqual([]);
  });

  it('with every act of the admin on record', async () => {
    const rows = await query<{ action: string }>(
      stack.databaseUrl,
      "select action from audit_log where actor_name is not null and action ~ '^(queue|user)' order by id",
    );
    const actions = rows.map(({ action }) => action);
    for (const action of ['queue.created', 'user.invited', 'user.password-set', 'user.disabled']) {
      expect(actions).toContain(action);
    }
    await admin.page.goto('/admin/audit');
    await admin.page
      .locator(':not(option)', { hasText: /^Eve Park$/ })
      .first()
      .waitFor();
    expect(await faultsEverywhere(admin.page)).toEqual([]);
    for (const path of ['/admin/settings', '/admin/playbook']) {
      await admin.page.goto(path);
      await admin.page.locator('main h1, main h2').first().waitFor();
      expect(await faultsEverywhere(admin.page), path).toEqual([]);
    }
  });

  async function finals(): Promise<number> {
    return eventsOf(await storedEvents(stack.databaseUrl, callId), 'segment.final').length;
  }

  async function untilSaid(segments: number): Promise<void> {
    await expect
      .poll(finals, { timeout: 90_000, interval: 1_000 })
      .toBeGreaterThanOrEqual(segments);
  }
});
