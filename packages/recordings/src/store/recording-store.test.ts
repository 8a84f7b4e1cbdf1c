import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../seal/sealed-object.ts';
import { type S3Server, startS3Server } from '../test-support/s3-server.ts';
import { createFolderStore } from './folder-store.ts';
import type { RecordingStore } from './recording-store.ts';

let folder: string;
let server: S3Server;
const stores: Record<string, RecordingStore> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  server = await startS3Server(join(folder, 's3'));
  stores['a folder'] = createFolderStore(join(folder, 'store'));
  stores.S3 = server.open();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Bytes that differ everywhere. */
function someBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, at) => (at * 31 + (at >> 8)) & 255);
}

async function contentOf(stream: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array> {
  if (!stream) throw new Error('There is no such object.');
  return bytesOf(stream);
}

describe.each(['a folder', 'S3'])('a store in %s', (kind) => {
  const store = () => stores[kind] as RecordingStore;

  it('gives back what was put', async () => {
    const bytes = someBytes(300_000);
    await store().put('2026/11/call-1/sound.webm', bytes);
    const read = await contentOf(await store().read('2026/11/call-1/sound.webm'));
    expect(createHash('sha256').update(read).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(await store().head('2026/11/call-1/sound.webm')).toEqual({ bytes: 300_000 });
  });

  it('reads any range', async () => {
    const bytes = someBytes(100_000);
    await store().put('ranges/sound.webm', bytes);
    const ranges = [
      { from: 0, to: 2 },
      { from: 1, to: 2 },
      { from: 0, to: 100_000 },
      { from: 65_535, to: 65_537 },
      { from: 99_999, to: 100_000 },
      { from: 99_000, to: 200_000 },
      { from: 500, to: 500 },
    ];
    for (const range of ranges) {
      const read = await contentOf(await store().read('ranges/sound.webm', range));
      expect(Buffer.from(read).equals(bytes.subarray(range.from, range.to))).toBe(true);
    }
  });

  it('lets a reader go away in the middle', async () => {
    await store().put('long/sound.webm', someBytes(2_000_000));
    for (let round = 0; round < 20; round++) {
      const reader = (await store().read('long/sound.webm'))?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    expect(await contentOf(await store().read('long/sound.webm'))).toHaveLength(2_000_000);
  });

  it('replaces what was there', async () => {
    await store().put('replaced/sound.webm', someBytes(500));
    await store().put('replaced/sound.webm', someBytes(20));
    expect(await contentOf(await store().read('replaced/sound.webm'))).toEqual(
      Buffer.from(someBytes(20)),
    );
  });

  it('holds empty objects', async () => {
    await store().put('empty/sound.webm', new Uint8Array());
    expect(await store().head('empty/sound.webm')).toEqual({ bytes: 0 });
    expect(await contentOf(await store().read('empty/sound.webm'))).toHaveLength(0);
  });

  it('says that something is not there', async () => {
    expect(await store().read('nobody/sound.webm')).toBeUndefined();
    expect(await store().read('nobody/sound.webm', { from: 0, to: 10 })).toBeUndefined();
    expect(await store().read('nobody/sound.webm', { from: 4, to: 4 })).toBeUndefined();
    expect(await store().head('nobody/sound.webm')).toBeUndefined();
    expect(await store().list('nobody')).toEqual([]);
    await store().put('somebody/sound.webm', someBytes(3));
    expect(await store().head('somebody')).toBeUndefined();
    expect(await store().read('somebody')).toBeUndefined();
    expect(await store().head('somebody/sound.webm/more')).toBeUndefined();
  });

  it('lists a folder and its folders, and no other that begins alike', async () => {
    for (const name of ['list/b.webm', 'list/a/2.webm', 'list/a/1.webm', 'list2/c.webm']) {
      await store().put(name, someBytes(10));
    }
    expect(await store().list('list')).toEqual(['list/a/1.webm', 'list/a/2.webm', 'list/b.webm']);
    expect(await store().list('list/a')).toEqual(['list/a/1.webm', 'list/a/2.webm']);
  });

  it('removes an object, a folder, and what is not there', async () => {
    for (const name of ['gone/a.webm', 'gone/b/c.webm', 'gone2/d.webm']) {
      await store().put(name, someBytes(10));
    }
    await store().remove('gone/a.webm');
    expect(await store().list('gone')).toEqual(['gone/b/c.webm']);
    await store().remove('gone');
    await store().remove('gone');
    expect(await store().list('gone')).toEqual([]);
    expect(await store().list('gone2')).toEqual(['gone2/d.webm']);
  });

  it('has no way out', async () => {
    const names = [
      '',
      '/',
      '../x',
      'a/../b',
      'a//b',
      '/etc/passwd',
      'a/.hidden',
      'a b',
      'a\0b',
      'ä',
    ];
    for (const name of [...names, 'a/'.repeat(150)]) {
      const refused = expect.objectContaining({ reason: 'invalid-object-name' });
      await expect(store().put(name, someBytes(1))).rejects.toEqual(refused);
      await expect(store().read(name)).rejects.toEqual(refused);
      await expect(store().head(name)).rejects.toEqual(refused);
      await expect(store().list(name)).rejects.toEqual(refused);
      await expect(store().remove(name)).rejects.toEqual(refused);
    }
  });
});

describe('a store in a folder', () => {
  it('lets nobody else look in, and leaves nothing half-written', async () => {
    await stores['a folder']?.put('private/1/sound.webm', someBytes(10));
    for (const path of ['store', 'store/private', 'store/private/1']) {
      expect((await stat(join(folder, path))).mode & 0o777).toBe(0o700);
    }
    expect((await stat(join(folder, 'store/private/1/sound.webm'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'store/private/1'))).toEqual(['sound.webm']);
  });

  it('is away when its place is no folder', async () => {
    await stores['a folder']?.put('file/sound.webm', someBytes(10));
    const store = createFolderStore(join(folder, 'store/file/sound.webm'));
    await expect(store.put('x/sound.webm', someBytes(1))).rejects.toMatchObject({
      reason: 'store-unavailable',
      retryable: true,
    });
  });
});

describe('a store in S3', () => {
  it('is away when nobody answers, or nobody in time', async () => {
    const away = expect.objectContaining({ reason: 'store-unavailable', retryable: true });
    await expect(server.open({ endpoint: 'http://127.0.0.1:9' }).head('a/b')).rejects.toEqual(away);
    await expect(server.open({ patienceMs: 0 }).put('a/b', someBytes(1))).rejects.toEqual(away);
  });

  it('refuses somebody else and a bucket that is not there', async () => {
    const refused = expect.objectContaining({ reason: 'store-refused', retryable: false });
    const other = server.open({ accessKeyId: 'somebody' });
    await expect(other.put('a/b', someBytes(1))).rejects.toEqual(refused);
    await expect(server.open({ bucket: 'other' }).put('a/b', someBytes(1))).rejects.toEqual(
      refused,
    );
  });
});
