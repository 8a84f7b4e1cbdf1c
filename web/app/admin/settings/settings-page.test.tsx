import {
  type SettingChange,
  type SettingKey,
  type SettingView,
  settingDefinitions,
  settingKeys,
  settingPresets,
} from '@agent/protocol';
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeSampleData } from '#client/test-support/fake-sample-data.ts';
import { apiError, fakeServer } from '#client/test-support/fake-server.ts';
import { SettingsPage } from './settings-page.tsx';

const READ = 'GET /api/admin/settings';
const WRITE = 'PUT /api/admin/settings';
const SAMPLE = 'GET /api/sample-data';
const COUNT = 'GET /api/admin/settings/deletions';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

interface PageOptions {
  address?: string;
  routes?: Parameters<typeof fakeServer>[0];
  /** What is stored of a setting from the start. */
  stored?: Partial<SettingView>;
}

function openPage({ address = '', routes = {}, stored = {} }: PageOptions = {}) {
  const views = new Map(
    settingKeys.map((key): [SettingKey, SettingView] => [
      key,
      {
        ...{ key, value: settingPresets[key], preset: settingPresets[key] },
        ...{ version: 0, isUnusable: false, history: [] },
        ...(stored.key === key ? stored : {}),
      },
    ]),
  );
  const all = () => ({ status: 200, body: { settings: [...views.values()] } });
  /** Somebody sets a setting. */
  const set = (key: SettingKey, value: number | string | null, setBy: string | null = 'Grace') => {
    const view = views.get(key);
    if (!view) throw new Error('no such setting');
    const version = view.version + 1;
    const change = { version, value, setBy, setAt: new Date().toISOString() };
    views.set(key, {
      ...view,
      ...{ value: value ?? view.preset, version, history: [change, ...view.history] },
    });
  };
  const server = fakeServer({
    [READ]: all,
    [WRITE]: (body) => {
      const { key, value, version } = body as SettingChange;
      if (views.get(key)?.version !== version)
        return apiError(409, 'conflict', { [key]: 'Newer.' });
      set(key, value, 'Ada');
      return all();
    },
    [SAMPLE]: () => ({ status: 200, body: fakeSampleData() }),
    [COUNT]: () => ({ status: 200, body: { sounds: 12, transcripts: 1, figures: 0 } }),
    ...routes,
  });
  render(
    <NuqsTestingAdapter searchParams={address} hasMemory rateLimitFactor={0}>
      <QueryClientProvider client={staffQueryClient()}>
        <SettingsPage />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  return { server, set, user: userEvent.setup() };
}

const row = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });
const value = () => screen.findByLabelText<HTMLInputElement>(/^Value/);
const button = (name: string) => screen.findByRole('button', { name });

describe('sample data', () => {
  it('is added and taken away below the settings', async () => {
    const { server, user } = openPage();
    const ready = { status: 200, body: fakeSampleData({ state: 'ready', callsDone: 7_900 }) };
    server.routes['POST /api/sample-data'] = () => ready;
    server.routes['DELETE /api/sample-data'] = () => ({ status: 202, body: fakeSampleData() });
    await user.click(await button('Try sample data'));
    expect(await screen.findByText(/7,900 made-up calls/)).toBeDefined();
    await user.click(await button('Remove sample data'));
    expect(await button('Try sample data')).toBeDefined();
    expect(await axeFaults()).toEqual([]);
  });
});

describe('the list', () => {
  it('shows every setting under its heading with what is in force', async () => {
    openPage();
    await row('Card age');
    for (const key of settingKeys) await row(settingDefinitions[key].label);
    expect((await row('Card age')).textContent).toBe('Card age90 secondsdefault');
    expect(screen.getByRole('heading', { name: 'How long data is kept' })).toBeDefined();
    expect(screen.getByText('Choose a setting')).toBeDefined();
  });

  it('says what is wrong and tries again, and that one is offline', async () => {
    const { server, user } = openPage({ routes: { [READ]: () => apiError(403, 'forbidden') } });
    await screen.findByText('The settings could not be fetched');
    server.routes[READ] = () => ({ status: 200, body: { settings: [] } });
    await user.click(await button('Try again'));
    await waitFor(() => expect(screen.queryByText('The settings could not be fetched')).toBeNull());
    cleanup();
    onlineManager.setOnline(false);
    openPage();
    await screen.findByText('You are offline');
  });
});

describe('a setting', () => {
  it('is changed and saved explicitly, and its changes are told', async () => {
    const { server, user } = openPage();
    await user.click(await row('Card age'));
    expect(screen.getByText('Default: 90 seconds. In force: 90 seconds.')).toBeDefined();
    expect((await button('Save')).hasAttribute('disabled')).toBe(true);
    await user.clear(await value());
    await user.type(await value(), '45');
    await screen.findByText('Not saved');
    expect(server.sent(WRITE)).toEqual([]);
    await user.click(await button('Save'));
    await screen.findByText('Saved');
    expect(server.sent(WRITE)).toEqual([{ key: 'cardSeconds', value: 45, version: 0 }]);
    const changes = screen.getByRole('region', { name: 'Changes' });
    expect(changes.textContent).toContain('45 seconds');
    expect(changes.textContent).toContain('Ada');
    await user.click(await button('Back to the default'));
    await waitFor(() =>
      expect(server.sent(WRITE).at(-1)).toEqual({ key: 'cardSeconds', value: null, version: 1 }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Back to the default' })).toBeNull(),
    );
  });

  it('that is out of range is not sent, and says why', async () => {
    const { server, user } = openPage({ address: '?setting=alertBelow' });
    await user.clear(await value());
    await user.click(await button('Save'));
    await screen.findByText('Enter a number.');
    await user.type(await value(), '-0.2');
    await user.click(await button('Save'));
    await screen.findByText('Use a number from −1 to −0.3.');
    await user.clear(await value());
    await user.type(await value(), '−0,7');
    await user.click(await button('Save'));
    await screen.findByText('Saved');
    expect(server.sent(WRITE)).toMatchObject([{ value: -0.7 }]);
  });

  it('keeps what is typed while one looks at another', async () => {
    const { user } = openPage({ address: '?setting=cardSeconds' });
    await user.clear(await value());
    await user.type(await value(), '77');
    await user.click(await row('Alert below'));
    await user.click(await row('Card age'));
    expect((await value()).value).toBe('77');
  });

  it('that somebody else has set meanwhile is not overwritten, unless one wants to', async () => {
    const { server, set, user } = openPage({ address: '?setting=cardSeconds' });
    await user.clear(await value());
    await user.type(await value(), '45');
    set('cardSeconds', 60);
    await user.click(await button('Save'));
    await screen.findByText('Grace has changed this meanwhile');
    expect((await value()).value).toBe('45');
    await user.click(await button('Save mine all the same'));
    await screen.findByText('Saved');
    expect(server.sent(WRITE)).toMatchObject([{ version: 0 }, { value: 45, version: 1 }]);
    cleanup();
    const again = openPage({ address: '?setting=cardSeconds' });
    await again.user.clear(await value());
    await again.user.type(await value(), '45');
    again.set('cardSeconds', 60);
    await again.user.click(await button('Save'));
    await again.user.click(await button('Take theirs'));
    expect((await value()).value).toBe('60');
  });

  it('is told as such where it cannot be used', async () => {
    const setAt = '2026-11-30T08:00:00.000Z';
    const history = [{ version: 4, value: 7_000, setBy: null, setAt }];
    const stored = { key: 'cardSeconds', version: 4, isUnusable: true, history } as const;
    openPage({ address: '?setting=cardSeconds', stored: { ...stored, history } });
    await screen.findByText('What is stored cannot be used');
    await button('Back to the default');
    expect(screen.getByText(/by hand, in the database/)).toBeDefined();
  });

  it('chooses a zone of the list', async () => {
    const { server, user } = openPage({ address: '?setting=reportZone' });
    await user.selectOptions(await screen.findByLabelText('Time zone'), 'Europe/Berlin');
    await user.click(await button('Save'));
    await screen.findByText('Saved');
    expect(server.sent(WRITE)).toMatchObject([{ value: 'Europe/Berlin' }]);
  });

  it('says in words when it cannot be saved', async () => {
    const routes = { [WRITE]: () => apiError(429, 'too-many-requests') };
    const { user } = openPage({ address: '?setting=cardSeconds', routes });
    await user.clear(await value());
    await user.type(await value(), '45');
    await user.click(await button('Save'));
    await screen.findByText('It is too-many-requests.');
    expect((await value()).value).toBe('45');
  });
});

it('is clean for axe: list, setting, zone, and what is asked a second time', async () => {
  const { user } = openPage();
  await row('Card age');
  expect(await axeFaults()).toEqual([]);
  await user.click(await row('Reporting time zone'));
  expect(await axeFaults()).toEqual([]);
  await user.click(await row('Sound of calls'));
  await user.clear(await value());
  await user.type(await value(), '30');
  await user.click(await button('Save'));
  await screen.findByRole('dialog');
  expect(await axeFaults()).toEqual([]);
}, 20_000);

describe('a shorter time', () => {
  async function shorten(options: PageOptions = {}) {
    const page = openPage({ address: '?setting=soundDays', ...options });
    await page.user.clear(await value());
    await page.user.type(await value(), '30');
    await page.user.click(await button('Save'));
    return page;
  }

  it('says what is deleted tonight, and asks a second time', async () => {
    const { server, user } = await shorten();
    const dialog = await screen.findByRole('dialog');
    expect(server.queries(COUNT)).toEqual(['soundDays=30']);
    expect(dialog.textContent).toContain('Keep it for 30 days only?');
    expect(dialog.textContent).toContain('The sound of 12 calls');
    expect(dialog.textContent).toContain('What was said in 1 call');
    expect(server.sent(WRITE)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Leave it as it is' }));
    expect(server.sent(WRITE)).toEqual([]);
    expect((await value()).value).toBe('30');
    await user.click(await button('Save'));
    await user.click(await button('Save and delete tonight'));
    await screen.findByText('Saved');
    expect(server.sent(WRITE)).toEqual([{ key: 'soundDays', value: 30, version: 0 }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not saved where it cannot be counted what would be deleted', async () => {
    const { server } = await shorten({ routes: { [COUNT]: () => apiError(403, 'forbidden') } });
    await screen.findByText('It is forbidden.');
    expect(server.sent(WRITE)).toEqual([]);
  });

  it('that deletes nothing yet is asked for in milder words', async () => {
    const nothing = () => ({ status: 200, body: { sounds: 0, transcripts: 0, figures: 0 } });
    await shorten({ routes: { [COUNT]: nothing } });
    await screen.findByText('Nothing is old enough yet to be deleted tonight.');
  });

  it('is not asked for where things are kept longer, or for ever', async () => {
    const { server, user } = openPage({ address: '?setting=soundDays' });
    await user.clear(await value());
    await user.type(await value(), '0');
    await user.click(await button('Save'));
    await screen.findByText('Saved');
    expect(server.queries(COUNT)).toEqual([]);
    await act(async () => undefined);
    expect((await row('Sound of calls')).textContent).toContain('for ever');
  });
});
