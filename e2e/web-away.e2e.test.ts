import { setTimeout as wait } from 'node:timers/promises';
import type { Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, query, statusOf, storedEvents } from './call-log.ts';
import {
  acceptCall,
  callIn,
  endCall,
  finishCall,
  goAvailable,
  openPerson,
  type Person,
  signIn,
} from './people.ts';
import { startTestStack } from './test-stack.ts';

/** How long the web app is away. */
const AWAY_MS = 60_000;

describe('a web app that is away for a minute', () => {
  let stack: Stack;
  const people: Person[] = [];
  beforeAll(async () => {
    stack = await startTestStack();
  });
  afterAll(async () => {
    for (const person of people) await person.close();
    await stack?.close();
  });

  async function open(): Promise<Person> {
    const { wavPaths } = await loadScript('double-charge');
    const person = await openPerson(stack, wavPaths.customer);
    people.push(person);
    return person;
  }

  it('loses neither the call that is on offer nor the end of the one that is going on', async () => {
    const [talking, waiting] = [await open(), await open()];
    const [busy, asked] = [await open(), await open()];
    await signIn(busy, stack, 'agent1');
    await goAvailable(busy);
    const first = await callIn(talking, { name: 'James Carter', contact: 'james@example.org' });
    await acceptCall(busy, talking);
    await signIn(asked, stack, 'agent2');
    await goAvailable(asked);
    const second = await callIn(waiting, { name: 'Priya Nair', contact: 'priya@example.org' });
    await asked.page.getByRole('button', { name: 'Accept' }).waitFor();

    await stack.stop('web');
    const wentAtMs = performance.now();
    await busy.page.keyboard.press('Control+Shift+E');
    await asked.page.getByRole('button', { name: 'Accept' }).click();
    await Promise.all([
      shows(busy.page, 'You have hung up, and your microphone is off'),
      shows(busy.page, 'The server cannot be reached'),
      shows(asked.page, 'The server cannot be reached'),
      shows(talking.page, 'The server cannot be reached'),
      shows(waiting.page, 'We lost touch with the server'),
    ]);
    await wait(AWAY_MS - (performance.now() - wentAtMs));
    await stack.start('web');

    await talking.page.getByRole('heading', { name: 'The call has ended' }).waitFor();
    await finishCall(busy, talking);
    const ended = eventsOf(await storedEvents(stack.databaseUrl, first), 'call.ended');
    expect(ended.map(({ actor, data }) => [actor, data.reason])).toEqual([
      ['agent', 'agent-hung-up'],
    ]);

    // One of the two desks has the call on offer again.
    const desk = await whoIsOffered(asked, busy);
    await acceptCall(desk, waiting);
    expect(await statusOf(stack.databaseUrl, second)).toBe('active');
    await endCall(desk, waiting);
    expect(await statusOf(stack.databaseUrl, second)).toBe('closed');
    expect(await query(stack.databaseUrl, 'select 1 from calls')).toHaveLength(2);
    for (const { pageErrors } of people) expect(pageErrors).toEqual([]);
  });

  async function whoIsOffered(...desks: readonly Person[]): Promise<Person> {
    const accept = (desk: Person) => desk.page.getByRole('button', { name: 'Accept' });
    return Promise.any(
      desks.map(async (desk) => {
        await accept(desk).waitFor();
        return desk;
      }),
    );
  }
});

async function shows(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
}
