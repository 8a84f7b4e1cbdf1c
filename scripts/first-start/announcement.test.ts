import { expect, it } from 'vitest';
import { announcement } from './announcement.mjs';

const given = { script: 'stack', isFirst: true, buildsLivekit: true, cores: 2 };

it('says how long a first start takes, by what there is to do and by the cores', () => {
  expect(announcement(given)).toMatch(
    /^First start: it takes about 6 min, later ones take seconds/,
  );
  expect(announcement({ ...given, buildsLivekit: false })).toMatch(/about 2 min/);
  expect(announcement({ ...given, cores: 8 })).toMatch(/about 2 min/);
  expect(announcement({ ...given, script: 'check' })).toMatch(/^First run/);
});

it('says nothing when it takes seconds', () => {
  expect(announcement({ ...given, isFirst: false, buildsLivekit: false })).toBeUndefined();
});
