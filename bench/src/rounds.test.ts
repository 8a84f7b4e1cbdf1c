import { SPEECH_DIR } from '@agent/testing/script';
import { expect, it } from 'vitest';
import { loadRecordings, planRounds } from './rounds.ts';

it('plays every recording one after another for one call at a time', () => {
  expect(planRounds(['a', 'b', 'c'], 1)).toEqual([['a'], ['b'], ['c']]);
});

it('fills the last round from the start', () => {
  const rounds = [
    ['a', 'b'],
    ['c', 'a'],
  ];
  expect(planRounds(['a', 'b', 'c'], 2)).toEqual(rounds);
  expect(planRounds(['a', 'b'], 5)).toEqual([['a', 'b', 'a', 'b', 'a']]);
});

it('loads the recordings that are named, and says which there are', async () => {
  const [recording] = await loadRecordings(SPEECH_DIR, ['late-delivery']);
  expect(recording?.script.name).toBe('late-delivery');
  await expect(loadRecordings(SPEECH_DIR, ['x'])).rejects.toThrow(/--only x: .*double-charge/u);
  await expect(loadRecordings('/tmp', [])).rejects.toThrow(/script\.json/u);
});
