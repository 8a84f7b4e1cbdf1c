import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type ConsumerApp, consumerApp, type ServedApp } from './consumer-app.ts';
import { launchChromium } from './desk-page.ts';
import { expectSameStyles, expectWorkingDesk } from './expect-desk.ts';

describe('a Next app', () => {
  let browser: Browser;
  let app: ConsumerApp;
  let server: ServedApp | undefined;

  beforeAll(async () => {
    browser = await launchChromium();
    app = consumerApp('next-app', inject('tarball'), inject('workDir'));
    await app.install();
  });
  afterAll(async () => {
    await server?.close();
    await browser?.close();
  });

  it('agrees with the types of the package and builds', async () => {
    await app.run('build');
    server = await app.serve('plain');
  });

  it.each(['plain', 'tailwind'])('hydrates to a working desk on its %s page', async (page) => {
    await expectWorkingDesk(browser, `${server?.url}/${page}`);
  });

  it('keeps the styles of the package beside those of Tailwind', async () => {
    await expectSameStyles(browser, [`${server?.url}/plain`, `${server?.url}/tailwind`]);
  });
});
