import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js';
import { expect, it } from 'vitest';
import { mayUseMicrophone, microphonePages } from './microphone-pages.ts';

const paths = {
  '/': true,
  '/call': true,
  '/agent': true,
  '/calls/history': true,
  '/supervisors': true,
  '/supervisor': false,
  '/supervisor/': false,
  '/supervisor/calls/1': false,
  '/supervisor/calls/speak': false,
  '/supervisor/calls/1%2Fspeak': false,
  '/supervisor/calls/1/speak/more': false,
  '/supervisor/calls/1/2/speak': false,
  '/supervisor/speak': false,
  '/supervisor/calls/1/speak': true,
};

it('keeps the microphone from the pages of supervisors, but for the one on which they speak', () => {
  for (const [path, may] of Object.entries(paths)) expect(mayUseMicrophone(path), path).toBe(may);
});

it('says the same to Next, which sets the header, as to the page', () => {
  for (const path of Object.keys(paths)) {
    const last = microphonePages.findLast(({ source }) => getPathMatch(source)(path));
    expect(last?.microphone ?? true, path).toBe(mayUseMicrophone(path));
  }
});
