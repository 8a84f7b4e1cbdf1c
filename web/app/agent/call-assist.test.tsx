import { fakeLog, fakeSuggestion, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiError } from '#client/test-support/fake-server.ts';
import { agentCall, desk, openDesk } from './test-support/open-desk.tsx';

vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const settling = `POST /api/calls/:id/suggestions/${fakeUuid(1)}`;
const words = fakeSuggestion().suggestion;
const onCall = desk({ status: 'on-call', call: agentCall({ status: 'active' }) });

/** The desk on a call in which something was suggested. */
async function openWithSuggestion() {
  const log = fakeLog();
  log.append('suggestion.offered', fakeSuggestion());
  const opened = openDesk(log);
  opened.server.routes[settling] = () => ({
    status: 201,
    body: log.append('suggestion.accepted', {
      suggestionId: aSuggestionId(fakeUuid(1)),
      how: 'chat',
    }),
  });
  await opened.server.push(onCall);
  const panel = await screen.findByRole('region', { name: 'Suggestions' });
  await within(panel).findByText(words);
  return { ...opened, panel };
}

const box = () => screen.getByPlaceholderText<HTMLTextAreaElement>('Write a message');
const press = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Suggestions' })).getByRole('button', { name });

describe('using a suggestion', () => {
  it('puts its words into the chat box, says so, and tells the server once', async () => {
    const { server, user } = await openWithSuggestion();
    await user.dblClick(press(/^Use/));
    expect(box().value).toBe(words);
    expect(screen.getByText('Put into the chat box.').closest('[role=status]')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull());
    expect(server.sent(settling)).toEqual([{ outcome: 'accepted', how: 'chat' }]);
  });

  it('never overwrites what is typed, and leaves the focus where it is', async () => {
    const { user } = await openWithSuggestion();
    await user.click(box());
    await user.paste('Hello Maria.');
    // A key pressed in the moment in which a card appears is not meant for it.
    await waitFor(async () => {
      await user.keyboard('{Alt>}u{/Alt}');
      expect(box().value).toBe(`Hello Maria. ${words}`);
    });
    expect(document.activeElement).toBe(box());
  });

  it('brings the card back with the reason when the server cannot take it', async () => {
    const { server, user, panel } = await openWithSuggestion();
    server.routes[settling] = () => apiError(503, 'unavailable');
    await user.click(press(/^Dismiss/));
    expect(await within(panel).findByText('It is unavailable.')).toBeTruthy();
    expect(within(panel).getByText(words)).toBeTruthy();
  });

  it('makes no fuss when it is gone anyway', async () => {
    const { server, user, panel } = await openWithSuggestion();
    server.routes[settling] = () => apiError(409, 'conflict');
    await user.click(press(/^Said it/));
    await waitFor(() => expect(within(panel).queryByText(words)).toBeNull());
    expect(server.sent(settling)).toEqual([{ outcome: 'accepted', how: 'said' }]);
    expect(screen.queryByText('It is conflict.')).toBeNull();
  });

  it('takes the agent’s own words from the editor', async () => {
    const { server, user } = await openWithSuggestion();
    await user.click(press(/^Edit/));
    const editor = await screen.findByRole('textbox', { name: 'Your words' });
    await user.clear(editor);
    await user.paste('Express, at our cost?');
    await user.keyboard('{Enter}');
    expect(box().value).toBe('Express, at our cost?');
    expect(server.sent(settling)).toEqual([{ outcome: 'edited', text: 'Express, at our cost?' }]);
  });
});

describe('the chat box', () => {
  it('has its words again after the page was loaded again, until they are sent', async () => {
    const { user } = await openWithSuggestion();
    await user.click(box());
    await user.paste('Half a sen');
    cleanup();
    const again = await openWithSuggestion();
    expect(box().value).toBe('Half a sen');
    again.server.routes['POST /api/calls/:id/chat'] = () => apiError(503, 'unavailable');
    await again.user.type(box(), '{Enter}');
    expect(box().value).toBe('');
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('how many suggestions there are', () => {
  it('changes at once and is told the server', async () => {
    const { server, user, panel } = await openWithSuggestion();
    server.routes['PUT /api/agent/suggestion-density'] = () => ({ status: 204 });
    await user.click(press(/How many suggestions/));
    await user.click(screen.getByRole('radio', { name: /Important/ }));
    await waitFor(() => expect(within(panel).queryByText(words)).toBeNull());
    expect(server.sent('PUT /api/agent/suggestion-density')).toEqual([{ density: 'important' }]);
  });

  it('stays as it was, with the reason, when the server refuses', async () => {
    const { server, user, panel } = await openWithSuggestion();
    server.routes['PUT /api/agent/suggestion-density'] = () => apiError(503, 'unavailable');
    await user.click(press(/How many suggestions/));
    await user.click(screen.getByRole('radio', { name: /None/ }));
    expect(await within(panel).findByText('It is unavailable.')).toBeTruthy();
    expect(await within(panel).findByText(words)).toBeTruthy();
  });
});

function alertOf(log: ReturnType<typeof fakeLog>) {
  log.say('customer', 1, -0.8);
  const advice = 'Say that you understand, then what you will do.';
  return log.append('sentiment.alerted', {
    segmentId: aSegmentId(fakeUuid(1)),
    score: -0.8,
    advice,
  });
}

describe('an upset customer', () => {
  it('is told with what helps, until the agent puts it away', async () => {
    const { server, log, user } = openDesk();
    await server.push(onCall);
    await screen.findByRole('region', { name: 'Suggestions' });
    alertOf(log);
    await user.keyboard('h');
    expect(await screen.findByText(/Maria sounds very upset/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/Maria sounds/)).toBeNull();
  });

  it('is not told again after the page was loaded again', async () => {
    const log = fakeLog();
    alertOf(log);
    log.append('suggestion.offered', fakeSuggestion());
    const { server } = openDesk(log);
    await server.push(onCall);
    await screen.findByText(words);
    expect(screen.queryByText(/Maria sounds/)).toBeNull();
  });
});

/** As the browser answers at 390 px. */
function narrow() {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query === '(max-width: 639px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

describe('on a narrow screen', () => {
  it('shows an alert in the conversation too, and puts it away in both places', async () => {
    narrow();
    const { server, log, user } = openDesk();
    await server.push(onCall);
    const conversation = screen.getByRole('region', { name: 'Conversation' });
    alertOf(log);
    await user.keyboard('h');
    expect(await within(conversation).findByText(/Maria sounds very upset/)).toBeTruthy();
    await user.click(within(conversation).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/Maria sounds/)).toBeNull();
  });

  it('tells at the tab what waits, does not switch by itself, and leaves unseen cards alone', async () => {
    narrow();
    const { server, user } = await openWithSuggestion();
    const tabs = within(screen.getByRole('navigation', { name: 'Parts of the desk' }));
    const tab = tabs.getByRole('button', { name: 'Assistant, 1 suggestion' });
    expect(tab.getAttribute('aria-current')).toBeNull();
    await user.keyboard('u');
    expect(server.sent(settling)).toEqual([]);
    await user.click(tab);
    await waitFor(async () => {
      await user.keyboard('x');
      expect(server.sent(settling)).toEqual([{ outcome: 'dismissed' }]);
    });
    expect(tabs.getByRole('button', { name: 'Assistant' })).toBe(tab);
  });
});

it('shows nothing of it once the call is over', async () => {
  const log = fakeLog();
  log.append('suggestion.offered', fakeSuggestion());
  const { server } = openDesk(log);
  await server.push(desk({ status: 'wrap-up', call: agentCall({ status: 'wrap-up' }) }));
  await screen.findByLabelText('Notes');
  expect(screen.queryByRole('region', { name: 'Suggestions' })).toBeNull();
});
