import { globSync, readFileSync } from 'node:fs';
import { decodeDataMessage } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { isValibot, isZod, stringPlaces } from './string-places.ts';

/** As much as a request may carry. */
const size = 64 * 1024;
/** What one text may cost at most: one process answers everybody. */
const mostMs = 20;
/** The first times code is slow, and so is whatever collects garbage; the fastest of a few is what a text costs. */
const tries = 5;
/** Whatever has taken so long will not be quick the next time. */
const hopelessMs = 2_000;

/** Texts on which patterns that look back have come to stand still. */
const hostileTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    spaces: ' ',
    letters: 'a',
    NUL: '\u0000',
    'line breaks': '\n',
    'combining marks': 'e\u0301\u0302\u0303',
    'direction marks': '\u202e',
    'halves of characters': '\ud800',
    'characters of two halves': '\u{1f600}',
    brackets: '(',
    'square brackets': '[',
    braces: '{a',
    digits: '1',
    hyphens: '-',
    dots: 'a.',
    'at signs': 'a@',
    'spaces and letters': ' a',
    'plus signs': '+1',
    T: 'T',
    semicolons: ';=',
    slashes: '/%',
  }).flatMap(([name, unit]) => {
    const run = unit.repeat(size).slice(0, size);
    // What comes after a run makes a pattern look back that would have been content with it.
    return [
      [name, run],
      [`${name} between letters`, `a${run.slice(2)}a`],
    ];
  }),
);

/** A function that reads text from outside; it may throw what it refuses, or answer later. */
type Reader = (text: string) => unknown;

const schemaFiles = globSync(['packages/protocol/src/**/*.ts', 'web/server/**/*.ts'], {
  cwd: projectRoot,
}).filter(
  (file) =>
    !/\.test\.ts$|test-support\//.test(file) &&
    /from '(zod|valibot)'|zodSchemaOf/.test(sourceOf(file)),
);

const schemas = (await Promise.all(schemaFiles.map(schemasIn))).flat();

describe('every exported schema', () => {
  it.each(schemas)('$name of $file', async ({ schema }) => {
    const { validate } = (schema as { '~standard': { validate: Reader } })['~standard'];
    for (const [index, place] of stringPlaces(schema).entries()) {
      const slow = await firstSlow((text) => validate(place(text) as string));
      expect(slow, `field ${index}`).toBeUndefined();
    }
  });

  it('is found, those of requests among them: routes have none of their own', () => {
    const names = schemas.map(({ name }) => name);
    expect(names).toContain('startCallRequestSchema');
    expect(names).toContain('startDemoRequestSchema');
    const routes = globSync('web/app/**/route.ts', { cwd: projectRoot });
    expect(routes.filter((file) => /from '(zod|valibot)'/.test(sourceOf(file)))).toEqual([]);
  });
});

describe('what else reads text from outside', async () => {
  const web = `${projectRoot}/web/server`;
  const { parseContact, phoneNumber } = await import(`${web}/customers/contact.ts`);
  const { clientAddress } = await import(`${web}/http/client-address.ts`);
  const { readCookie } = await import(`${web}/http/cookies.ts`);
  const { customerCallId } = await import(`${web}/access/customer-cookie.ts`);
  const { readSession } = await import(`${web}/access/session.ts`);
  const { searchTerms } = await import(
    `${projectRoot}/packages/store/src/customers/customer-search-terms.ts`
  );
  const env = {
    NEXTAUTH_URL: 'http://localhost:3000',
    CALL_COOKIE_SECRET: 'c'.repeat(32),
    NEXTAUTH_SECRET: 'n'.repeat(32),
  };
  const header = (text: string) => ({ get: () => text });

  const readers: Record<string, Reader> = {
    'a contact': (text) => parseContact(text, 'US'),
    'a contact with an @': (text) => parseContact(`${text}@${text}`, 'US'),
    'a phone number': (text) => phoneNumber(text, 'US'),
    'a search': (text) => searchTerms(text, 'US'),
    'the address of a client': (text) => clientAddress(header(text), 1),
    cookies: (text) => readCookie(header(text), 'call'),
    'a data message': (text) => decodeDataMessage(new TextEncoder().encode(text)),
  };
  it.each(Object.entries(readers))('%s', async (_name, read) => {
    expect(await firstSlow(read)).toBeUndefined();
  });

  const tokenReaders: Record<string, (text: string) => Promise<unknown>> = {
    'the cookie of a customer': (text) => customerCallId(env, header(`call=${text}`), new Date()),
    'the cookie of a session': (text) =>
      readSession({ env, now: () => new Date() }, header(`next-auth.session-token=${text}`)),
    'the cookie of a session in parts': (text) =>
      readSession(
        { env, now: () => new Date() },
        header(`next-auth.session-token=${text}.a.b.c.d`),
      ),
  };
  it.each(Object.entries(tokenReaders))('%s', async (_name, read) => {
    expect(await read('a')).toBeUndefined();
    expect(await firstSlow(read)).toBeUndefined();
  });
});

/** The first text on which a reader takes too long, with its time: one is enough to stop at. */
async function firstSlow(read: Reader): Promise<string | undefined> {
  for (const [name, text] of Object.entries(hostileTexts)) {
    const tookMs = await fastestMs(() => read(text));
    if (tookMs > mostMs) return `${name}: ${tookMs.toFixed(1)} ms`;
  }
  return undefined;
}

async function fastestMs(run: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < tries && fastest > mostMs; tried += 1) {
    const startedAtMs = threadMs();
    try {
      await run();
    } catch {
      // Refused: how long that took is all that matters.
    }
    fastest = Math.min(fastest, threadMs() - startedAtMs);
    if (fastest > hopelessMs) break;
  }
  return fastest;
}

/** Time that this thread has had the processor: what others do on a busy machine does not count. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function sourceOf(file: string): string {
  return readFileSync(`${projectRoot}/${file}`, 'utf8');
}

async function schemasIn(file: string): Promise<{ file: string; name: string; schema: unknown }[]> {
  const exported: Record<string, unknown> = await import(`${projectRoot}/${file}`);
  return Object.entries(exported)
    .filter(([, value]) => isZod(value) || isValibot(value))
    .map(([name, schema]) => ({ file, name, schema }));
}
