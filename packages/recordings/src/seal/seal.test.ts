import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderStore } from '../store/folder-store.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { createDataKey, parseMasterKey, unwrapDataKey, wrapDataKey } from './data-key.ts';
import { createSealer, openBytes, SEAL_HEAD_BYTES, sealBytes } from './seal.ts';
import { bytesOf, openSealedObject } from './sealed-object.ts';
import { sha256Of } from './sha256.ts';

let folder: string;
let store: RecordingStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
  store = createFolderStore(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const key = createDataKey();
const master = Buffer.alloc(32, 7);
/** Counts up to where the cipher's counter begins anew in the middle of an object. */
const nearTheEnd = () => Buffer.from(`${'ff'.repeat(15)}fe`, 'hex');

describe('a sealed object', () => {
  it('opens in any range as it was, also where the counter begins anew', async () => {
    const plain = Uint8Array.from({ length: 5000 }, (_, at) => (at * 17) & 255);
    await store.put('counter/sound.webm', sealBytes(plain, key, nearTheEnd));
    const object = await openSealedObject(store, 'counter/sound.webm', key);
    expect(object?.bytes).toBe(5000);
    const ranges = fc.tuple(fc.nat(5000), fc.nat(5000));
    await fc.assert(
      fc.asyncProperty(ranges, async ([one, other]) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const stream = await object?.read({ from, to });
        expect(
          Buffer.from(await bytesOf(stream as ReadableStream)).equals(plain.subarray(from, to)),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(Buffer.from(await bytesOf((await object?.read()) as ReadableStream)).equals(plain)).toBe(
      true,
    );
  });

  it('shows nothing of what it holds, and never the same twice', () => {
    const plain = new Uint8Array(1000).fill(65);
    const [one, other] = [sealBytes(plain, key), sealBytes(plain, key)];
    expect(Buffer.from(one).includes('AAAA')).toBe(false);
    expect(Buffer.from(one).equals(other)).toBe(false);
    expect(one).toHaveLength(1000 + SEAL_HEAD_BYTES);
  });

  it('opens with its own key only', () => {
    const plain = Buffer.from('what was said');
    const sealed = sealBytes(plain, key);
    expect(openBytes(sealed, key)).toEqual(plain);
    expect(openBytes(sealed, createDataKey())).not.toEqual(plain);
  });

  it('opens as far as it goes when it was written piece by piece and cut', () => {
    const { head, seal } = createSealer(key);
    const plain = Buffer.from('one two three four five six seven');
    const sealed = Buffer.concat([head, seal(plain.subarray(0, 5)), seal(plain.subarray(5))]);
    for (let cut = 0; cut <= sealed.length; cut++) {
      const opened = openBytes(sealed.subarray(0, cut), key);
      if (cut < SEAL_HEAD_BYTES) expect(opened).toBeUndefined();
      else expect(opened).toEqual(plain.subarray(0, cut - SEAL_HEAD_BYTES));
    }
  });

  it('is not there, or is something else', async () => {
    expect(await openSealedObject(store, 'nobody/sound.webm', key)).toBeUndefined();
    await store.put('other/sound.webm', Buffer.from('a file of somebody else, long enough'));
    await store.put('short/sound.webm', Buffer.from('short'));
    const refused = expect.objectContaining({ reason: 'not-sealed' });
    await expect(openSealedObject(store, 'other/sound.webm', key)).rejects.toEqual(refused);
    await expect(openSealedObject(store, 'short/sound.webm', key)).rejects.toEqual(refused);
  });

  it('has a SHA-256 that tells a changed one', () => {
    const sealed = sealBytes(Buffer.from('what was said'), key);
    const before = sha256Of(sealed);
    sealed[25] = (sealed[25] ?? 0) ^ 1;
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256Of(sealed)).not.toBe(before);
  });
});

describe('the key of a recording', () => {
  it('comes out as it went in, by whichever master key wrapped it', () => {
    const next = Buffer.alloc(32, 8);
    const wrapped = wrapDataKey(key, 'call-1', master);
    expect(unwrapDataKey(wrapped, 'call-1', [next, master])).toEqual(Buffer.from(key));
    expect(Buffer.from(wrapped).includes(Buffer.from(key))).toBe(false);
  });

  it('stays wrapped without its master key', () => {
    const wrapped = wrapDataKey(key, 'call-1', master);
    expect(() => unwrapDataKey(wrapped, 'call-1', [Buffer.alloc(32, 8)])).toThrow(
      expect.objectContaining({ reason: 'unknown-master-key' }),
    );
  });

  it('is not another recording’s, nor one with a changed byte or a missing one', () => {
    const wrapped = wrapDataKey(key, 'call-1', master);
    const damaged = expect.objectContaining({ reason: 'damaged-key' });
    expect(() => unwrapDataKey(wrapped, 'call-2', [master])).toThrow(damaged);
    for (let at = 4; at < wrapped.length; at++) {
      const changed = Buffer.from(wrapped);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unwrapDataKey(changed, 'call-1', [master])).toThrow(damaged);
      expect(() => unwrapDataKey(wrapped.subarray(0, at), 'call-1', [master])).toThrow(damaged);
    }
  });

  it('needs a master key of 32 bytes', () => {
    expect(parseMasterKey(master.toString('base64'))).toEqual(master);
    for (const text of ['', 'short', `${master.toString('base64')}AAAA`, 'x'.repeat(100_000)]) {
      expect(() => parseMasterKey(text)).toThrow(
        expect.objectContaining({ reason: 'invalid-master-key' }),
      );
    }
  });
});
