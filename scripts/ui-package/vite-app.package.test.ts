import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ConsumerApp, consumerApp, type ServedApp } from './consumer-app.ts';
import { launchChromium } from './desk-page.ts';
import { expectSameStyles, expectVisibleStates, expectWorkingDesk } from './expect-desk.ts';

const react18 = [
  ...['react@18.3.1', 'react-dom@18.3.1'],
  ...['@types/react@18.3.8', '@types/react-dom@18.3.7'],
];
let browser: Browser;
let app: ConsumerApp;

beforeAll(async () => {
  app = consumerApp('vite-app', inject('tarball'), inject('workDir'));
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each([
  ['React 19', []],
  ['React 18', react18],
])('a Vite app with %s', (_name, versions) => {
  let server: ServedApp | undefined;
  beforeAll(() => app.install(...versions));
  afterAll(() => server?.close());

  it('agrees with the types of the package', async () => {
    await expect(app.run('typecheck')).resolves.toBeUndefined();
  });

  it('builds', async () => {
    await app.run('build');
    server = await app.serve('plain.html');
  });

  it.each(['plain', 'tailwind'])('shows a working desk on its %s page', async (page) => {
    await expectWorkingDesk(browser, `${server?.url}/${page}.html`);
  });

  it('shows states where the system sets the colours', async () => {
    await expectVisibleStates(browser, `${server?.url}/plain.html`);
  });

  it('keeps the styles of the package beside those of Tailwind', async () => {
    await expectSameStyles(browser, [`${server?.url}/plain.html`, `${server?.url}/tailwind.html`]);
  });
});
