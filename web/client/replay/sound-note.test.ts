import type { Session } from '@agent/protocol';
import { expect, test } from 'vitest';
import { soundNote } from './sound-note.ts';

type Recording = NonNullable<Session['recording']>;
const recording = (given: Partial<Recording>): Pick<Session, 'recorded' | 'recording'> => ({
  recorded: true,
  recording: {
    ...{ status: 'ready', durationMs: 60_000, bytes: 1 },
    ...{ deletedAt: null, deletionRule: null },
    ...given,
  },
});
const deletedAt = '2026-11-29T02:00:00Z';

test.each([
  [{ recorded: false, recording: null }, 'The customer did not agree to be recorded'],
  [{ recorded: true, recording: null }, 'Nothing was recorded of this call'],
  [recording({ status: 'recording' }), 'The sound is still being put together'],
  [recording({ status: 'lost' }), 'The sound of this call was lost'],
  [
    recording({ status: 'deleted', deletedAt, deletionRule: 'retention' }),
    'The sound was deleted on 2026-11-29, as sound is kept only so long',
  ],
  [
    recording({ status: 'deleted', deletedAt, deletionRule: 'request' }),
    'The sound was deleted on 2026-11-29, as somebody asked for it',
  ],
])('says why there is no sound', (session, title) => {
  expect(soundNote(session, 60_000, 'none')?.title).toBe(title);
});

test('says how much of the end is missing, and nothing of less than two seconds', () => {
  expect(soundNote(recording({}), 74_000, 'ready')).toMatchObject({
    title: 'The sound ends at 1:00',
    text: expect.stringContaining('0:14 before the call did'),
  });
  expect(soundNote(recording({}), 61_900, 'ready')).toBeNull();
  expect(soundNote(recording({}), 30_000, 'ready')).toBeNull();
});

test('sound that does not load may be asked for again', () => {
  expect(soundNote(recording({}), 60_000, 'failed')).toMatchObject({ mayRetry: true });
});
