import { readFile } from 'node:fs/promises';
import { type Metrics, metricsSchema, sessionPageSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsEverywhere } from './axe.ts';
import { eventsOf, query, storedEvents } from './call-log.ts';
import { openPerson, type Person, signIn } from './people.ts';
import { steadySpeech } from './steady-speech.ts';
import { startTalking, type TalkingPair, untilTalkGoesOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

const MINUTE = 60_000;

describe('figures', () => {
  let stack: Stack;
  let admin: Person;
  let pair: TalkingPair | undefined;

  beforeAll(async () => {
    stack = await startTestStack();
    admin = await openPerson(stack, await steadySpeech('double-charge', 'agent', stack.dataDir));
    await signIn(admin, stack, 'admin');
    await admin.page.waitForURL('**/supervisor');
  });
  afterAll(async () => {
    for (const person of [pair?.customer, pair?.agent, admin]) await person?.close();
    await stack?.close();
  });

  it('have nothing to show before the first call, and sample data with one click', async () => {
    const { page } = admin;
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForURL('**/dashboard');
    await page.getByText('No calls yet', { exact: true }).waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try sample data' }).press('Enter');
    await page.getByRole('progressbar', { name: 'Adding sample data' }).waitFor();
    await page.getByText(/made-up calls are in history/).waitFor({ timeout: 4 * MINUTE });
    await tile('Answered').waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  it('raise one alert of its last day, which opens its calls', async () => {
    const { page } = admin;
    const alerts = page.getByRole('region', { name: 'Alerts' });
    const alert = alerts.getByRole('listitem');
    await alert.first().waitFor();
    expect(await alert.count()).toBe(1);
    const text = (await alert.textContent()) ?? '';
    expect(text).toMatch(/Handle time \d+:\d\d \(\d+ calls, .*usual on .* \(\d weeks\)/);
    const calls = Number(/\((\d+) calls/.exec(text)?.[1]);
    await alert.getByRole('button', { name: 'I take it' }).press('Enter');
    await alerts.getByText('You see to it').waitFor();
    await alert.getByRole('link', { name: 'Its calls' }).click();
    await page.waitForURL(/\/calls\/history\?metric=handle-time/);
    await page.getByRole('search').getByRole('status').getByText(`${calls} calls`).waitFor();
    await page.goBack();
  });

  it('count the same in a tile, a chart, and the list of its calls', async () => {
    const { page } = admin;
    const told = await figures('period=yesterday&by=hour');
    expect(told.metrics).toHaveLength(18);
    for (const { id, calls } of told.metrics) {
      if (!calls) continue;
      const list = await page.request.get(calls.href.replace('/calls/history', '/api/sessions'));
      const { count } = sessionPageSchema.parse(await list.json());
      expect({ id, value: count.value }).toEqual({ id, value: calls.count });
    }
    const answered = told.metrics.find(({ id }) => id === 'answered')?.value ?? 0;
    expect(answered).toBeGreaterThan(50);
    const ofHours = told.groups.flatMap(({ metrics }) =>
      metrics.filter(({ id }) => id === 'answered').map(({ value }) => value ?? 0),
    );
    expect(ofHours.reduce((sum, value) => sum + value, 0)).toBe(answered);
    await page.goto('/dashboard?period=yesterday');
    await tile('Answered').getByRole('link').click();
    await page.waitForURL(/metric=answered/);
    await page.getByRole('search').getByRole('status').getByText(`${answered} calls`).waitFor();
  });

  it('explain themselves by the keyboard alone, with the numbers of now', async () => {
    const { page } = admin;
    await page.goto('/dashboard?period=28-days');
    const about = tile('Speed of answer').getByRole('button', { name: 'What is Speed of answer?' });
    await about.press('Enter');
    await page.getByText(/÷ [\d,]+ answered calls = /).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/÷ [\d,]+ answered calls = /).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'As a table' }).first().press('Enter');
    await page.getByRole('table').first().waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
    await page.goto('/dashboard/agents?period=28-days');
    await page
      .getByRole('link', { name: /\(sample\)/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /\(sample\)/ }).waitFor();
    expect(await faultsEverywhere(page)).toEqual([]);
  });

  it('are given out as files that have as many calls, all on record', async () => {
    const { page } = admin;
    const offered = (await figures('period=yesterday')).metrics.find(({ id }) => id === 'offered');
    await page.goto('/dashboard/reports?period=yesterday');
    await page.getByRole('radio', { name: /^Calls as CSV/ }).check();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make it' }).press('Enter');
    const path = await (await downloading).path();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength((offered?.value ?? 0) + 1);
    expect(await faultsEverywhere(page)).toEqual([]);
    const paper = await page.request.get('/api/reports/dashboard.pdf?period=yesterday');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const workbook = await page.request.get('/api/reports/calls.xlsx?period=yesterday');
    expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
    const acts = await query<{ kind: string }>(
      stack.databaseUrl,
      `select data->>'kind' as kind from audit_log where action like 'report.%' order by id`,
    );
    expect(acts.map(({ kind }) => kind)).toEqual(['calls.csv', 'dashboard.pdf', 'calls.xlsx']);
  });

  it('tell what calls are about, and lead to them', async () => {
    const { page } = admin;
    await page.goto('/dashboard/analytics?period=yesterday');
    const cards = page.getByRole('region', { name: 'Cards of the playbook' });
    const link = cards.getByRole('link', { name: /\d+ calls?/ }).first();
    const calls = (await link.textContent()) ?? '';
    expect(await faultsEverywhere(page)).toEqual([]);
    await link.click();
    await page.waitForURL(/\/calls\/history\?.*card=/);
    await page.getByRole('search').getByRole('status').getByText(calls.trim()).waitFor();
  });

  it('of a call that is made now are there as it is answered and as it ends', async () => {
    const { page } = admin;
    await page.goto('/dashboard');
    const answered = tile('Answered').locator('[data-slot="metric-tile-value"]');
    const talked = tile('Average call duration').locator('[data-slot="metric-tile-sample"]');
    await answered.getByText(/\d/).waitFor();
    const before = {
      answered: await numberIn(answered),
      talked: await numberIn(talked),
    };
    pair = await startTalking(stack, 'agent1');
    await expect.poll(() => numberIn(answered), { timeout: MINUTE }).toBe(before.answered + 1);
    await page.getByText('Active calls').locator('..').getByText('1', { exact: true }).waitFor();
    await untilTalkGoesOn(stack, pair);
    await pair.agent.page.keyboard.press('Control+Shift+E');
    await expect
      .poll(() => numberIn(talked), { timeout: MINUTE, interval: 50 })
      .toBe(before.talked + 1);
    const shownAt = Date.now();
    const [ended] = eventsOf(await storedEvents(stack.databaseUrl, pair.callId), 'call.ended');
    process.stdout.write(
      `from the end of a call to its tile: ${shownAt - Date.parse(ended?.at ?? '')} ms\n`,
    );
    await page.getByText('Active calls').locator('..').getByText('0', { exact: true }).waitFor();
  });

  it('of one agent are for that agent, and for no other agent', async () => {
    // The desk stays open for the wrap-up.
    const page = await (pair?.agent ?? admin).page.context().newPage();
    await page.goto('/agent/me');
    await expect
      .poll(() => numberIn(tile('Answered', page).locator('[data-slot="metric-tile-value"]')))
      .toBe(1);
    expect(await faultsEverywhere(page)).toEqual([]);
    const other = await page.request.get('/api/metrics?agent=0193d5d2-8a4e-4a3e-9c39-00000000a001');
    expect(other.status()).toBe(403);
    expect((await page.request.get('/api/metrics/alerts')).status()).toBe(403);
    const refused = await page.goto('/dashboard');
    expect(refused?.status()).toBe(404);
  });

  it('are those of real calls alone once the sample data is gone', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await page.getByText(/made-up calls are in history/).waitFor({ state: 'hidden' });
    await page
      .getByText('Sample data is being removed')
      .waitFor({ state: 'hidden', timeout: 4 * MINUTE });
    await expect
      .poll(
        async () =>
          (await figures('period=90-days')).metrics.find(({ id }) => id === 'offered')?.value,
        {
          timeout: MINUTE,
        },
      )
      .toBe(1);
    await page
      .getByRole('region', { name: 'Alerts' })
      .getByText(/[Ll]earning/)
      .waitFor();
    expect(admin.pageErrors).toEqual([]);
  });

  async function figures(query: string): Promise<Metrics> {
    const answer = await admin.page.request.get(`/api/metrics?${query}`);
    return metricsSchema.parse(await answer.json());
  }

  function tile(name: string, page = admin.page) {
    return page.getByRole('article', { name, exact: true });
  }
});

async function numberIn(part: { textContent(): Promise<string | null> }): Promise<number> {
  return Number(/[\d,]+/.exec((await part.textContent()) ?? '')?.[0].replaceAll(',', ''));
}
