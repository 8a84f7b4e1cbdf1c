import { type AuditEntryView, auditFilterSchema } from '@agent/protocol';
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { apiError, fakeServer } from '#client/test-support/fake-server.ts';
import { AuditLog } from './audit-log.tsx';

const LIST = 'GET /api/admin/audit';
const CHOICES = 'GET /api/admin/audit/choices';
const EXPORT = 'HEAD /api/admin/audit/export';
const alex = '0193d5d2-8a4e-4a3e-9c39-00000000a001';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

function entry(id: number, part: Partial<AuditEntryView> = {}): AuditEntryView {
  return {
    ...{ id, at: '2026-11-30T13:02:05.000Z', address: '203.0.113.7', action: 'customer.read' },
    actor: { id: alex, name: 'Alex' },
    sentence: [
      { text: 'Alex', is: 'who' },
      { text: ' read the record of ', is: 'words' },
      { text: `Customer ${id}`, is: 'what' },
    ],
    subject: { kind: 'customer', id: `c-${id}`, name: `Customer ${id}` },
    details: [],
    ...part,
  };
}

const pageOf = (entries: AuditEntryView[], nextCursor: string | null = null) => ({
  status: 200,
  body: { entries, nextCursor, zone: 'Europe/Berlin' },
});

function openLog({ address = '', routes = {} as Parameters<typeof fakeServer>[0] } = {}) {
  const server = fakeServer({
    [LIST]: () => pageOf([entry(2), entry(1)]),
    [CHOICES]: () => ({
      status: 200,
      body: {
        people: [{ id: alex, name: 'Alex' }],
        groups: [
          {
            ...{ noun: 'session', label: 'Signing in and out' },
            actions: [{ action: 'session.refused', label: 'was refused at sign-in' }],
          },
        ],
      },
    }),
    [EXPORT]: () => ({ status: 200 }),
    ...routes,
  });
  const updates: UrlUpdateEvent[] = [];
  render(
    <NuqsTestingAdapter
      searchParams={address}
      hasMemory
      rateLimitFactor={0}
      onUrlUpdate={(update) => updates.push(update)}
    >
      <QueryClientProvider client={staffQueryClient()}>
        <AuditLog />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  const asked = () => Object.fromEntries(new URLSearchParams(server.queries(LIST).at(-1)));
  return { server, user: userEvent.setup(), asked, updates };
}

const entries = async () => within(await screen.findByRole('list')).getAllByRole('listitem');

describe('an entry', () => {
  it('says in words who did what, when in the zone of the reports, and from where', async () => {
    openLog({
      routes: {
        [LIST]: () =>
          pageOf([
            entry(3, { details: ['wrong password', 'username: alex'] }),
            entry(2, { actor: null, address: null, subject: null }),
          ]),
      },
    });
    const [first, second] = await entries();
    expect(first?.textContent).toContain('30 Nov 2026, 14:02:05');
    expect(first?.textContent).toContain('Alex read the record of Customer 3');
    expect(first?.textContent).toContain('wrong password · username: alex');
    expect(first?.textContent).toContain('203.0.113.7');
    expect(within(second as HTMLElement).queryAllByRole('button')).toEqual([]);
  });

  it('narrows the log to who did it, what it was about and where it came from', async () => {
    const { user, asked, updates } = openLog();
    await user.click((await screen.findAllByRole('button', { name: 'Alex' }))[0] as HTMLElement);
    await waitFor(() => expect(asked()).toEqual({ actor: alex }));
    await user.click(await screen.findByRole('button', { name: 'Customer 2' }));
    await waitFor(() => expect(asked()).toEqual({ actor: alex, subject: 'customer:c-2' }));
    await user.click(
      (await screen.findAllByRole('button', { name: '203.0.113.7' }))[0] as HTMLElement,
    );
    await waitFor(() => expect(asked()).toMatchObject({ address: '203.0.113.7' }));
    expect(updates.map(({ options }) => options.history)).toEqual(['push', 'push', 'push']);
    expect(auditFilterSchema.safeParse(asked()).success).toBe(true);
  });

  it('leads to a call that can be looked back at', async () => {
    const subject = { kind: 'call', id: 'abc', name: 'Maria' };
    openLog({ routes: { [LIST]: () => pageOf([entry(1, { subject })]) } });
    expect((await screen.findByRole('link', { name: 'Open' })).getAttribute('href')).toBe(
      '/calls/abc',
    );
  });
});

describe('the filters', () => {
  it('are those of the address, also where they are none of the choices', async () => {
    const address = `?actor=${alex}&action=session.refused&subject=customer:c-9&from=2026-11-01&to=2026-11-30&address=1.2.3.4`;
    const { asked } = openLog({ address });
    await entries();
    expect(asked()).toEqual(Object.fromEntries(new URLSearchParams(address)));
    const shown = (name: string) => screen.getByLabelText<HTMLSelectElement>(name);
    await waitFor(() => expect(shown('Person').selectedOptions[0]?.text).toBe('Alex'));
    expect(shown('Act').selectedOptions[0]?.text).toBe(
      'Signing in and out: was refused at sign-in',
    );
    expect(shown('About').selectedOptions[0]?.text).toBe('customer c-9');
    expect(shown('From').value).toBe('2026-11-01');
    expect(shown('From where').value).toBe('1.2.3.4');
  });

  it('are chosen, typed and cleared', async () => {
    const { user, asked } = openLog();
    await entries();
    await screen.findByRole('option', { name: 'Alex' });
    await user.selectOptions(screen.getByLabelText('Person'), 'Nobody who was signed in');
    await waitFor(() => expect(asked()).toEqual({ actor: 'nobody' }));
    await user.selectOptions(screen.getByLabelText('Act'), 'Signing in and out');
    await waitFor(() => expect(asked()).toEqual({ actor: 'nobody', action: 'session' }));
    await user.selectOptions(screen.getByLabelText('About'), 'Calls');
    await user.type(screen.getByLabelText('From where'), ' 1.2.3.4{Enter}');
    await waitFor(() => expect(asked()).toMatchObject({ subject: 'call', address: '1.2.3.4' }));
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(asked()).toEqual({}));
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
  });

  it('of an old address that cannot be read count as absent', async () => {
    const { asked } = openLog({ address: '?from=yesterday&to=2026-02-31' });
    await entries();
    expect(asked()).toEqual({});
  });
});

describe('the list', () => {
  const paged = (_body: unknown, _path: string, query: URLSearchParams) => {
    const at = Number(query.get('cursor') ?? 1);
    return pageOf([entry(100 - at)], at < 3 ? String(at + 1) : null);
  };

  it('is read on by place, kept in the address', async () => {
    const { server, user, updates } = openLog({ routes: { [LIST]: paged } });
    expect(await entries()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await entries()).toHaveLength(2));
    expect(updates.at(-1)?.queryString).toBe('?pages=2');
    expect(server.queries(LIST)).toEqual(['', 'cursor=2']);
    cleanup();
    openLog({ address: '?pages=3', routes: { [LIST]: paged } });
    await waitFor(async () => expect(await entries()).toHaveLength(3));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('keeps what it has when more cannot be fetched', async () => {
    const { server, user } = openLog({ routes: { [LIST]: paged } });
    await entries();
    server.routes[LIST] = () => apiError(403, 'forbidden');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('More could not be fetched');
    expect(await entries()).toHaveLength(1);
    server.routes[LIST] = paged;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect(await entries()).toHaveLength(2));
  });

  it('says why there is nothing: nothing yet, nothing that fits, no connection, no answer', async () => {
    const nothing = () => pageOf([]);
    openLog({ routes: { [LIST]: nothing } });
    await screen.findByText('Nothing is on record yet');
    cleanup();
    const { user } = openLog({ address: '?action=call', routes: { [LIST]: nothing } });
    await screen.findByText('Nothing on record fits');
    await user.click(screen.getAllByRole('button', { name: 'Clear all' })[1] as HTMLElement);
    await screen.findByText('Nothing is on record yet');
    cleanup();
    onlineManager.setOnline(false);
    openLog();
    await screen.findByText('You are offline');
    await act(async () => onlineManager.setOnline(true));
    cleanup();
    openLog({ routes: { [LIST]: () => apiError(400, 'invalid-input') } });
    await screen.findByText('The log could not be fetched');
  });

  it('looks again at the newest', async () => {
    const { server, user } = openLog();
    await entries();
    server.routes[LIST] = () => pageOf([entry(3), entry(2), entry(1)]);
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(async () => expect(await entries()).toHaveLength(3));
  });
});

it('is clean for axe, with entries and without', async () => {
  openLog();
  await entries();
  expect(await axeFaults()).toEqual([]);
  cleanup();
  openLog({ address: '?action=call', routes: { [LIST]: () => pageOf([]) } });
  await screen.findByText('Nothing on record fits');
  expect(await axeFaults()).toEqual([]);
}, 20_000);

describe('the export', () => {
  it('is of what the log is narrowed to, and asked for before', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { ...window.location, assign });
    const { server, user } = openLog({ address: '?action=session&from=2026-11-01&pages=2' });
    await entries();
    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
    await waitFor(() => expect(assign).toHaveBeenCalledOnce());
    expect(server.queries(EXPORT)).toEqual(['action=session&from=2026-11-01']);
    expect(assign.mock.calls[0]).toEqual([
      '/api/admin/audit/export?action=session&from=2026-11-01',
    ]);
  });

  it('that is refused says why', async () => {
    const routes = { [EXPORT]: () => apiError(429, 'too-many-requests') };
    const { user } = openLog({ routes });
    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
    await screen.findByText('It could not be exported');
  });
});
