import type { CallView, WrapUpLine } from '@agent/protocol';
import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId } from '@agent/testing/ids';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError } from '#client/test-support/fake-server.ts';
import { agentCall, desk, openDesk, outcomes } from './test-support/open-desk.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const reason = 'My lamp came broken.';
const promise = "I'll call you back tomorrow.";
const put = 'PUT /api/calls/:id/wrap-up';
const post = 'POST /api/calls/:id/wrap-up';

/** The log of a call in which something was promised, and which is over. */
function logOfCall() {
  const log = fakeLog();
  let said = 0;
  const say = (speaker: 'customer' | 'agent', text: string, startMs: number) => {
    said += 1;
    const segmentId = aSegmentId(fakeUuid(said));
    const times = { startMs, endMs: startMs + 2_000 };
    const words = { text, language: 'en', meanLogProbability: null };
    log.append('segment.final', { segmentId, speaker, ...times, ...words });
  };
  say('customer', reason, 9_000);
  say('agent', promise, 62_000);
  log.append('call.ended', { reason: 'agent-hung-up' }, 90_000);
  return { log, say };
}

/** The desk after that call, with what was saved of its wrap-up. */
async function openWrapUp(wrapUp: Partial<NonNullable<CallView['wrapUp']>> = {}) {
  const { log, say } = logOfCall();
  const opened = openDesk(log);
  opened.server.routes['POST /api/calls/:id/heartbeat'] = () => ({
    status: 200,
    body: { status: 'wrap-up', lastSeq: log.envelopes.length },
  });
  const call = agentCall({
    status: 'wrap-up',
    endedAt: '2026-11-23T10:02:30.000Z',
    wrapUp: {
      ...{ disposition: null, notes: '', lines: [], outcomes, outcomeRequired: true },
      ...wrapUp,
    },
  });
  await opened.server.push(desk({ status: 'wrap-up', call }));
  await screen.findByText(`“${reason}”`);
  return { ...opened, log, say };
}

const list = (name: string) => within(screen.getByRole('list', { name }));
const sentLines = (body: unknown) =>
  (body as { lines: WrapUpLine[] }).lines.map(({ fate, text }) => [fate, text]);

describe('the draft of a wrap-up', () => {
  it('is there at hang-up and finishes with the notes, line by line', async () => {
    const { server, user } = await openWrapUp();
    await user.click(screen.getByRole('button', { name: 'Choose' }));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Follow-up needed' }).checked).toBe(
      true,
    );
    await user.type(screen.getByLabelText('Notes'), 'Kind.');
    await user.click(list('Promised').getByRole('button', { name: 'Edit' }));
    await user.clear(screen.getByRole('textbox', { name: 'Edit: Promised' }));
    await user.keyboard('Call back{Enter}');
    await user.click(list('Reason for the call').getByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(server.sent(post)).toHaveLength(1));
    expect(server.sent(post)[0]).toMatchObject({ disposition: 'follow-up', notes: 'Kind.' });
    expect(sentLines(server.sent(post)[0])).toEqual([
      ['removed', reason],
      ['edited', 'Call back'],
    ]);
  });

  it('files nothing by itself', async () => {
    const { server, user } = await openWrapUp();
    expect(screen.getByText(/because somebody is to come back to the customer/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose how the call turned out.');
    expect(server.sent(post)).toEqual([]);
    expect(server.sent(put)).toEqual([]);
  });

  it('is saved as it is changed, and a reload goes on with it', async () => {
    const { server, user } = await openWrapUp();
    await user.click(list('Promised').getByRole('button', { name: 'Edit' }));
    await user.keyboard(' At noon.');
    await waitFor(() => expect(server.sent(put)).toHaveLength(1), { timeout: 3_000 });
    const saved = server.sent(put)[0] as { lines: WrapUpLine[] };
    expect(sentLines(saved)).toEqual([
      ['kept', reason],
      ['edited', `${promise} At noon.`],
    ]);
    cleanup();
    await openWrapUp({ lines: saved.lines });
    expect(screen.getByText(`${promise} At noon.`)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo the edit' }));
    expect(screen.getByText(`“${promise}”`)).toBeTruthy();
  });

  it('takes in last words that come late, without losing what was changed or is being typed', async () => {
    const { log, say, user } = await openWrapUp();
    await user.click(list('Reason for the call').getByRole('button', { name: 'Remove' }));
    await user.click(list('Promised').getByRole('button', { name: 'Edit' }));
    await user.keyboard(' At no');
    say('agent', 'And we will send you a new lamp.', 66_000);
    log.append('call.summarised', {
      text: 'A lamp came broken.',
      source: { kind: 'model', name: 'a-model' },
    });
    await screen.findByText('“And we will send you a new lamp.”', {}, { timeout: 8_000 });
    expect(screen.getByText('A lamp came broken.')).toBeTruthy();
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit: Promised' });
    expect(document.activeElement).toBe(box);
    await user.keyboard('on.{Enter}');
    expect(screen.getByText(`${promise} At noon.`)).toBeTruthy();
    expect(screen.getByText('Removed')).toBeTruthy();
  }, 15_000);

  it('keeps an edit of a line that the draft has no more', async () => {
    const gone: WrapUpLine = {
      ...{ id: 'amount:x', kind: 'amount', text: 'It was $5', atMs: 5_000, fate: 'edited' },
    };
    const { server, user } = await openWrapUp({ lines: [gone], disposition: 'other' });
    expect(screen.getByText('It was $5')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo the edit' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(sentLines(server.sent(post)[0])).toHaveLength(3));
  });

  it('says that it could not be saved, keeps it here and tries again', async () => {
    const { server, user } = await openWrapUp();
    server.routes[put] = () => {
      throw new TypeError('offline');
    };
    await user.click(list('Promised').getByRole('button', { name: 'Remove' }));
    await screen.findByText(/Could not save/, {}, { timeout: 3_000 });
    expect(screen.getByText('Removed')).toBeTruthy();
    server.routes[put] = () => ({ status: 204 });
    await screen.findByText('Saved', {}, { timeout: 6_000 });
    expect(sentLines(server.sent(put).at(-1))).toContainEqual(['removed', promise]);
  }, 15_000);

  it('says at the notes when both together are too long, and does not finish', async () => {
    const { server, user } = await openWrapUp({ disposition: 'other' });
    const notes = screen.getByLabelText('Notes');
    fireEvent.change(notes, { target: { value: 'x'.repeat(9_990) } });
    expect(screen.getByText(/characters too long\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(server.sent(post)).toEqual([]);
    for (const remove of screen.getAllByRole('button', { name: 'Remove' })) {
      await user.click(remove);
    }
    expect(screen.queryByText(/characters too long\./)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(server.sent(post)).toHaveLength(1));
  });

  it('shows what the server says when it refuses, and keeps everything', async () => {
    const { server, user } = await openWrapUp({ disposition: 'other' });
    server.routes[post] = () => apiError(503, 'unavailable');
    await user.click(list('Promised').getByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(await screen.findByText('It is unavailable.')).toBeTruthy();
    expect(screen.getByText('Removed')).toBeTruthy();
  });

  it('leads to the moment of a line in the conversation', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(2_000);
    const { user } = await openWrapUp();
    await user.click(list('Promised').getByRole('button', { name: /^Show 1:02/ }));
    const shown = document.querySelector('[data-shown]');
    expect(shown?.textContent).toContain(promise);
    expect(document.querySelectorAll('[data-shown]')).toHaveLength(1);
  });
});

describe('without words', () => {
  beforeEach(() => sessionStorage.clear());

  it('says that a call that is not transcribed gives nothing', async () => {
    const log = fakeLog();
    log.append('call.ended', { reason: 'agent-hung-up' }, 90_000);
    const { server } = openDesk(log);
    const call = agentCall({ status: 'wrap-up', transcribed: false });
    await server.push(desk({ status: 'wrap-up', call }));
    expect(await screen.findByText(/nothing to draft from/)).toBeTruthy();
    expect(screen.queryByText('Suggested:')).toBeNull();
  });
});
