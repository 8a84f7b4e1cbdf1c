import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsEverywhere } from './axe.ts';
import { eventsOf, query, statusOf, storedEvents } from './call-log.ts';
import { heardSound } from './page-rooms.ts';
import { openPerson, type Person, signIn } from './people.ts';
import { steadySpeech } from './steady-speech.ts';
import { startTalking, type TalkingPair, untilTalkGoesOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

const COACHING = 'Offer her express delivery for nothing.';
const MINUTE = 60_000;

describe('a supervisor at work', () => {
  let stack: Stack;
  let pair: TalkingPair;
  let supervisor: Person;
  let admin: Person;
  let callId: CallId;

  beforeAll(async () => {
    stack = await startTestStack();
    const wav = await steadySpeech('double-charge', 'agent', stack.dataDir);
    supervisor = await openPerson(stack, wav, { loops: true });
    admin = await openPerson(stack, wav, { loops: true });
    pair = await startTalking(stack, 'agent1');
    callId = pair.callId;
    await untilTalkGoesOn(stack, pair);
  });
  afterAll(async () => {
    for (const person of [supervisor, admin, pair?.customer, pair?.agent]) await person?.close();
    await stack?.close();
  });

  it('lands on the wall, and sees the call with its last words', async () => {
    await signIn(supervisor, stack, 'supervisor');
    const { page } = supervisor;
    await page.waitForURL('**/supervisor');
    await page.getByText('James Carter').first().waitFor();
    await page
      .getByText(/1 live|1 call/)
      .first()
      .waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  it('is called for help by its agent, takes it, and all others see that', async () => {
    const { page: desk } = pair.agent;
    const { page: wall } = supervisor;
    await signIn(admin, stack, 'admin');
    await admin.page.goto('/supervisor');
    await desk.keyboard.press('n');
    await desk.getByLabel('What for?').fill('A refund beyond my limit');
    await desk.keyboard.press('Enter');
    await wall
      .getByText(/Asked for help/)
      .first()
      .waitFor();
    await wall.getByText('A refund beyond my limit').waitFor();
    expect(await faultsEverywhere(wall)).toEqual([]);
    await wall
      .getByRole('button', { name: /^I take it/ })
      .first()
      .click();
    await wall.getByText('You take it').first().waitFor();
    await desk
      .getByText(/Supervisor takes it/)
      .first()
      .waitFor();
    await admin.page
      .getByText(/Supervisor takes it/)
      .first()
      .waitFor({ timeout: 90_000 });
    expect(await faultsEverywhere(desk)).toEqual([]);
  });

  it('listens with one press: both voices, and what the agent sees, word by word', async () => {
    const { page } = supervisor;
    await page
      .getByRole('link', { name: /^Listen/ })
      .first()
      .click();
    await page.waitForURL(`**/supervisor/calls/${callId}`);
    await page.getByText('Nobody can hear or see you.').waitFor();
    await expect.poll(() => heardBy(page), { timeout: MINUTE }).toBeGreaterThan(0.001);
    await page
      .locator('[data-segment-id][data-state=interim]')
      .first()
      .waitFor({ timeout: MINUTE });
    await page.locator('[data-segment-id][data-state=final]').first().waitFor();
    await page
      .getByRole('slider', { name: /Volume of/ })
      .nth(1)
      .waitFor();
    await page.getByRole('region', { name: 'Customer' }).waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
    const refused = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'a microphone',
        (error: Error) => error.name,
      ),
    );
    expect(refused).toBe('NotAllowedError');
  });

  it('writes to the agent, and to nobody else', async () => {
    const { page } = supervisor;
    await page.keyboard.press('c');
    await page.keyboard.type(COACHING);
    await page.keyboard.press('Enter');
    await pair.agent.page.getByText(COACHING).first().waitFor();
    await page.getByText(COACHING).first().waitFor();
    const shown = await pair.customer.page.content();
    expect(shown).not.toContain(COACHING);
    expect(await faultsEverywhere(pair.agent.page)).toEqual([]);
  });

  it('joins the conversation once it has said so twice, is announced, heard and written down', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: /^Join the conversation/ }).click();
    await page.getByRole('button', { name: 'Join, and be heard' }).click();
    await page.waitForURL(`**/supervisor/calls/${callId}/speak`);
    await page.getByText('Both can hear you.').waitFor({ timeout: MINUTE });
    for (const { page: side } of [pair.customer, pair.agent]) {
      await side
        .getByText(/\(supervisor\)/i)
        .first()
        .waitFor();
      await side
        .locator('[data-speaker=supervisor] [data-segment-id]')
        .first()
        .waitFor({ timeout: MINUTE });
      expect(await faultsEverywhere(side)).toEqual([]);
    }
    expect(await faultsEverywhere(page)).toEqual([]);
    const said = eventsOf(await storedEvents(stack.databaseUrl, callId), 'segment.final');
    expect(said.some(({ data }) => data.speaker === 'supervisor')).toBe(true);
  });

  it('leaves again, and the call goes on', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: 'Leave the conversation' }).click();
    await page.waitForURL('**/supervisor');
    await pair.customer.page
      .getByText(/has left/)
      .first()
      .waitFor();
    await untilTalkGoesOn(stack, pair);
    expect(await statusOf(stack.databaseUrl, callId)).toBe('active');
    const rows = await query(
      stack.databaseUrl,
      `select mode, ended_by, joined_at is not null as joined from call_monitors
       where call_id = '${callId}' order by asked_at`,
    );
    expect(rows).toEqual([
      { mode: 'listen', endedBy: 'left', joined: true },
      { mode: 'join', endedBy: 'left', joined: true },
    ]);
  });

  it('finds all of it in the replay', async () => {
    const { page: desk } = pair.agent;
    await desk.getByRole('button', { name: 'Done', exact: true }).click();
    await desk.keyboard.press('Control+Shift+E');
    await desk.getByRole('radio', { name: 'Resolved' }).check();
    await desk.getByRole('button', { name: /^Finish/ }).click();
    await desk.getByText('Waiting for the next call').waitFor();
    const { page } = supervisor;
    await page.goto(await replayAt('coach.message'));
    await page.getByText(COACHING).first().waitFor();
    await page.goto(await replayAt('help.requested'));
    await page
      .getByText(/asked for help/i)
      .first()
      .waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  /** The replay at the second of an event: of a long transcript only what is in view is in the page. */
  async function replayAt(type: 'coach.message' | 'help.requested'): Promise<string> {
    const events = await storedEvents(stack.databaseUrl, callId);
    const [accepted] = eventsOf(events, 'call.accepted');
    const [event] = eventsOf(events, type);
    const atMs = Date.parse(event?.at ?? '') - Date.parse(accepted?.at ?? '');
    const seconds = Math.floor(atMs / 1_000);
    return `/calls/${callId}?t=${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
});

async function heardBy(page: Person['page']): Promise<number> {
  const { playing, energy } = await heardSound(page);
  return playing ? energy : 0;
}
