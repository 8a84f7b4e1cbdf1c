import { type CallId, type Side, sides } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { type FakeSpeechToText, startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from './call-log.ts';
import { differences } from './listening/differences.ts';
import { type Ears, openEars } from './listening/ears.ts';
import { type ListenedCall, openListenedCall } from './listening/listened-call.ts';
import { openListeningPage } from './listening/listening-page.ts';
import type { Stretch } from './listening/observed-side.ts';
import { addStaff, changeAccount } from './listening/staff.ts';
import { monitorRows, type Supervisor } from './listening/supervisor.ts';
import { controlNetwork } from './page-network.ts';
import { endCall, type Person } from './people.ts';
import { untilCalm, untilHeard } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

/** Who may not listen any more is out within this time. */
const OUT_MS = 2_000;
/** The same from the start of a web app on: it looks as soon as it is up. */
const OUT_AFTER_START_MS = 15_000;
/** Who is not in the room for 15 s is lost; the look is every second, and machines are busy. */
const LOST_MS = 25_000;

describe('listening that goes wrong', () => {
  let fake: FakeSpeechToText;
  let stack: Stack;
  let call: ListenedCall;
  const usual: Record<Side, Stretch>[] = [];
  const opened: (Supervisor | Person | Ears)[] = [];

  beforeAll(async () => {
    // Tones are no words, even where they break off as speech does.
    fake = await startFakeSpeechToText(() => '');
    const services = ['postgres', 'livekit', 'bot', 'web'] as const;
    stack = await startTestStack({ OPENAI_BASE_URL: fake.url }, services);
    call = await openListenedCall(stack, 'tones');
    await call.stretch('settles');
    for (const name of ['usual 1', 'usual 2', 'usual 3']) usual.push(await call.stretch(name));
  });
  afterAll(async () => {
    for (const each of opened) await each.close();
    await call?.close();
    await stack?.close();
    await fake?.close();
  });

  it.each([
    ['is disabled', { disabled: true }],
    ['becomes an agent', { role: 'agent' }],
    ['looks after other queues', { queues: ['returns'] }],
  ])('ends within 2 s when the supervisor %s', async (what, change) => {
    await query(
      stack.databaseUrl,
      `insert into queues (id, name) values ('returns', 'Returns') on conflict do nothing`,
    );
    const somebody = await addStaff(stack, `somebody-who-${what.replaceAll(' ', '-')}`);
    opened.push(somebody);
    const { access, ears } = await listen(somebody);
    await changeAccount(stack, somebody.userId, change);
    await expect.poll(() => ears.isConnected(), { timeout: OUT_MS, interval: 50 }).toBe(false);
    await expect
      .poll(() => rowOf(access.monitorId))
      .toMatchObject({ endedBy: 'removed', left: true });
    expect((await somebody.ask(call.callId)).status).toBeGreaterThanOrEqual(401);
    await expectOutAgain(access);
  });

  it('goes on in one tab when another is closed, and is lost when the browser dies', async () => {
    const somebody = await addStaff(stack, 'two-tabs');
    opened.push(somebody);
    const [one, other] = [await listen(somebody), await listen(somebody)];
    await somebody.stop(call.callId, one.access.monitorId);
    await expect.poll(() => one.ears.isConnected()).toBe(false);
    await expect.poll(async () => (await other.ears.hear()).size).toBe(2);
    expect(await rowOf(other.access.monitorId)).toMatchObject({ joined: true, endedBy: null });
    // The room sees it go; nobody says so to the server.
    await other.ears.close();
    await expect
      .poll(() => rowOf(other.access.monitorId), { timeout: LOST_MS })
      .toMatchObject({ endedBy: 'lost', left: true });
  });

  it('is on record as never begun when the token was not used', async () => {
    const somebody = await addStaff(stack, 'never-there');
    opened.push(somebody);
    const { monitorId } = await somebody.listen(call.callId);
    await expect
      .poll(() => rowOf(monitorId), { timeout: 130_000, interval: 500 })
      .toMatchObject({ endedBy: 'never-joined', joined: false });
  });

  it('comes back by itself after 10 s without a network, unnoticed', async () => {
    const page = await openPage();
    await untilHeard(page);
    const stretch = await call.stretch('network away', async () => {
      const network = await controlNetwork(page.page);
      await page.page.context().setOffline(true);
      await network.weaken({ lossPercent: 100, roundTripMs: 0 });
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      await network.mend();
      await page.page.context().setOffline(false);
      await untilHeard(page);
    });
    expectUsual(stretch);
    await page.page.getByText('Nobody can hear or see you').waitFor();
    expect(page.pageErrors).toEqual([]);
    await page.close();
  });

  it('goes on when the web app starts again, and keeps out whom it kept out', async () => {
    const somebody = await addStaff(stack, 'over-a-restart');
    opened.push(somebody);
    const [stays, goes] = [await listen(somebody), await listen(somebody)];
    await somebody.stop(call.callId, goes.access.monitorId);
    await stack.restart('web');
    await expectOutAgain(goes.access, OUT_AFTER_START_MS);
    expect(stays.ears.isConnected()).toBe(true);
    expect(await rowOf(stays.access.monitorId)).toMatchObject({ endedBy: null });
    await somebody.stop(call.callId, stays.access.monitorId);
    await Promise.all(sides.map((side) => untilCalm(call.people[side])));
  });

  it('comes back when LiveKit starts again, and never before the sides', async () => {
    const page = await openPage();
    await untilHeard(page);
    await stack.restart('livekit');
    await Promise.all(sides.map((side) => untilCalm(call.people[side])));
    await comesBack(page);
    for (const { identity } of await call.inRoom()) {
      if (identity.startsWith('sup-')) expect(await isOpen(identity.slice(4))).toBe(true);
    }
    await page.close();
  });

  it('ends with the call, and says so', async () => {
    const page = await openPage();
    await untilHeard(page);
    const somebody = await addStaff(stack, 'too-late');
    opened.push(somebody);
    const { access, ears } = await listen(somebody);
    await endCall(call.people.agent, call.people.customer);
    await page.page.getByText('The call is over').waitFor();
    await expect.poll(() => ears.isConnected()).toBe(false);
    await expect.poll(openRows).toEqual([]);
    expect(await rowOf(access.monitorId)).toMatchObject({ endedBy: 'call-ended', left: true });
    expect((await somebody.ask(call.callId)).status).toBe(409);
    expect(
      await openEars(access).then(
        () => 'in',
        () => 'out',
      ),
    ).toBe('out');
    await page.close();
  });

  async function listen(somebody: Supervisor) {
    const access = await somebody.listen(call.callId);
    const ears = await openEars(access);
    opened.push(ears);
    await expect.poll(async () => (await ears.hear()).size).toBe(2);
    await expect.poll(() => rowOf(access.monitorId)).toMatchObject({ joined: true });
    return { access, ears };
  }

  async function openPage(): Promise<Person> {
    const person = await openListeningPage(stack, call.callId);
    opened.push(person);
    return person;
  }

  /** By itself, or after the press that the page offers. */
  async function comesBack(person: Person): Promise<void> {
    const again = person.page.getByRole('button', { name: 'Listen again' });
    if (await again.isVisible()) await again.click();
    await untilHeard(person);
  }

  /** Who has kept its token comes back, and is out again at once. */
  async function expectOutAgain(
    access: { url: string; token: string },
    withinMs = OUT_MS,
  ): Promise<void> {
    const ears = await openEars(access).catch(() => undefined);
    if (!ears) return;
    opened.push(ears);
    await expect.poll(() => ears.isConnected(), { timeout: withinMs, interval: 50 }).toBe(false);
  }

  function expectUsual(stretch: Record<Side, Stretch>): void {
    for (const side of sides) {
      const found = differences(
        stretch[side],
        usual.map((one) => one[side]),
      );
      expect(found, side).toEqual({ isNew: [], isMore: [] });
    }
  }

  async function rowOf(monitorId: string) {
    return (await rows()).find(({ id }) => id === monitorId);
  }

  async function isOpen(monitorId: string): Promise<boolean> {
    return (await rowOf(monitorId))?.endedBy === null;
  }

  async function openRows() {
    return (await rows()).filter(({ endedBy }) => endedBy === null);
  }

  function rows() {
    const callId: CallId = call.callId;
    return monitorRows(stack, callId);
  }
});
