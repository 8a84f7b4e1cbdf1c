import { recordAudit } from '@agent/store';
import { aCustomerId, aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../../test-support/customers.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';
import { mostExported } from './export-audit.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

const exported = (query = '', method = 'GET') =>
  send({ file: 'api/admin/audit/export/route.ts', method, cookie, query });

/** Lines of a CSV file whose fields hold no line breaks. */
const linesOf = (csv: string) => csv.trimEnd().split('\n');

async function addEntries(count: number): Promise<void> {
  await harness.services.db`
    insert into audit_log (action, actor_name, at)
    select 'call.searched', 'Alex', timestamptz '2026-11-01T00:00:00Z' + n * interval '1 ms'
    from generate_series(1, ${count}::integer) n`;
}

describe('an export', () => {
  it('is CSV for spreadsheets: marked as UTF-8, no cell a formula, times of both kinds', async () => {
    const { db } = harness.services;
    await addCustomer(harness, { customerId: aCustomerId('c-1'), name: '=HYPERLINK("http://x")' });
    await recordAudit(db, {
      actor: { userId: aUserId(), displayName: '@SUM(A1)' },
      action: 'customer.read',
      address: '+1',
      subject: { kind: 'customer', id: 'c-1' },
    });
    await recordAudit(db, {
      actor: { userId: aUserId(), displayName: '-1+2\tJosé, "the" café\nx' },
      ...{ action: 'call.searched', address: null },
    });
    const answer = await exported('?action=customer');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="audit-[\d-]+T\d{6}\.csv"$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, line] = linesOf(new TextDecoder().decode(bytes));
    expect(head).toMatch(/^time,local time,time zone,who,/);
    expect(line).toContain(`,'@SUM(A1),`);
    expect(line).toContain(`,'+1,`);
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
    const other = await (await exported('?action=call')).text();
    expect(other).toContain(`"'-1+2\tJosé, ""the"" café\nx"`);
    for (const cell of (line ?? '').split(',')) expect(cell).not.toMatch(/^"?[=+@]/);
  });

  it('has every entry once over many pages, narrowed as the log is, itself among them', async () => {
    await addEntries(2_500);
    const all = linesOf(await (await exported()).text());
    expect(all).toHaveLength(1 + 1 + 2_500);
    expect(all[1]).toContain('exported this log');
    expect(new Set(all).size).toBe(all.length);
    const some = await exported(
      '?action=call&from=2026-11-01T00:00:02Z&to=2026-11-01T00:00:02.010Z',
    );
    expect(linesOf(await some.text())).toHaveLength(1 + 10);
  });

  it('is on record with what it was narrowed to, before a byte is given; looking for its size is not', async () => {
    const { db } = harness.services;
    expect((await exported('', 'HEAD')).status).toBe(200);
    const rows = () => db`select actor_name, address, data from audit_log
      where action = 'audit.exported' order by id`;
    expect(await rows()).toEqual([]);
    await exported('?subject=customer:c-1&from=2026-11-01');
    expect(await rows()).toMatchObject([
      {
        actorName: harness.people.admin.displayName,
        data: { subject: 'customer:c-1', from: '2026-11-01' },
      },
    ]);
  });

  it('of nothing is its head', async () => {
    expect(linesOf(await (await exported('?action=nothing')).text())).toHaveLength(1);
  });

  it('refuses what the log refuses, and too many at once', async () => {
    expect((await exported('?from=x')).status).toBe(400);
    const all = await Promise.all(Array.from({ length: 24 }, () => exported('?action=nothing')));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(refused[0] && (await errorOf(refused[0])).code).toBe('too-many-requests');
  });

  it('ends after very many entries, and says so', async () => {
    await addEntries(mostExported + 10);
    const lines = linesOf(await (await exported('?action=call')).text());
    expect(lines).toHaveLength(1 + mostExported + 1);
    expect(lines.at(-1)).toContain('There are more than 100000 entries. Narrow them by time.');
  }, 120_000);
});
