import { spokenLanguages } from '@agent/protocol';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../packages/whisper/src/model/languages.ts';

it('lets a queue speak every language of Whisper that has a code of its own', () => {
  const without = ['haw', 'jw'];
  const known = LANGUAGES.filter((code) => !without.includes(code));
  expect(spokenLanguages.toSorted()).toEqual(known.toSorted());
});

it('has a name for each of them', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  for (const code of spokenLanguages) expect(names.of(code), code).not.toBe(code);
});
