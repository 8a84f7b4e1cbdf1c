import { decode, encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { decryptSession, encryptSession } from './session-cipher.ts';

const secret = 'n'.repeat(32);
const now = new Date('2026-11-29T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('the cipher of sessions', () => {
  it('understands next-auth and is understood by it', async () => {
    const theirs = await encode({ token: { sub: 'a' }, secret, maxAge: 60 });
    expect(await decryptSession(theirs, { secret, now: new Date() })).toMatchObject({ sub: 'a' });
    const ours = await encryptSession({ sub: 'b' }, { secret, maxAgeSeconds: 60, now: new Date() });
    expect(await decode({ token: ours, secret })).toMatchObject({ sub: 'b' });
  });

  it('judges by the clock it is given, not by that of the machine', async () => {
    const token = await encryptSession({ sub: 'a' }, { secret, maxAgeSeconds: 1_800, now });
    expect(await decryptSession(token, { secret, now: after(29) })).toMatchObject({ sub: 'a' });
    expect(await decryptSession(token, { secret, now: after(31) })).toBeNull();
  });

  it('opens nothing that is tampered with or of another secret', async () => {
    const token = await encryptSession({ sub: 'a' }, { secret, maxAgeSeconds: 60, now });
    for (const wrong of [`${token.slice(0, -4)}AAAA`, 'nonsense', '', 'a.b.c.d.e']) {
      expect(await decryptSession(wrong, { secret, now })).toBeNull();
    }
    expect(await decryptSession(token, { secret: 'x'.repeat(32), now })).toBeNull();
  });
});
