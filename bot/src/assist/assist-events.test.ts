import type { NewCallEvent } from '@agent/protocol';
import { aCallId, aSuggestionId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { createAssistEvents } from './assist-events.ts';

it('tells a fact once while it is under way: of two reasons to expire the first counts', async () => {
  const appended: NewCallEvent[] = [];
  const stored = Promise.withResolvers<void>();
  const events = createAssistEvents(aCallId(), (event) => {
    appended.push(event);
    return stored.promise;
  });
  const suggestionId = aSuggestionId();
  const first = events.decided({ offer: [], expire: [{ suggestionId, reason: 'timed-out' }] });
  const second = events.decided({ offer: [], expire: [{ suggestionId, reason: 'moved-on' }] });
  expect(appended.map(({ data }) => data)).toEqual([{ suggestionId, reason: 'timed-out' }]);
  stored.resolve();
  await Promise.all([first, second]);
  // What was given up may be tried again.
  await events.decided({ offer: [], expire: [{ suggestionId, reason: 'moved-on' }] });
  expect(appended).toHaveLength(2);
  expect(appended[1]?.eventId).toBe(appended[0]?.eventId);
});
