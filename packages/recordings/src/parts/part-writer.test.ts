import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EncodedSlot } from '../hold/hold.ts';
import { createDataKey } from '../seal/data-key.ts';
import { openBytes } from '../seal/seal.ts';
import type { Span } from '../sound.ts';
import { createMemoryFiles, type MemoryFiles } from '../test-support/memory-files.ts';
import type { PartFiles } from './part-file.ts';
import { createPartFolder } from './part-folder.ts';
import { createPartWriter, type PartLoss } from './part-writer.ts';
import { readParts } from './read-parts.ts';

const key = createDataKey();
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Slots whose packets tell their number. */
function slots(from: number, to: number, packetBytes = 2): EncodedSlot[] {
  return Array.from({ length: to - from }, (_, at) => ({
    index: from + at,
    packet: Buffer.alloc(packetBytes, from + at),
    peaks: [(from + at) % 128, 127] as const,
  }));
}

function setUp(files: PartFiles, mostPages = 10) {
  const lost: [Span, PartLoss][] = [];
  const onLost = (span: Span, reason: PartLoss) => lost.push([span, reason]);
  return { writer: createPartWriter({ files, key, onLost, mostPages }), lost };
}

/** What every part holds: where it begins, the first byte of each packet, the first lane's peaks. */
async function held(files: PartFiles) {
  const { parts } = await readParts(files, key);
  return parts.map(({ fromMs, packets, peaks }) => ({
    fromMs,
    packets: packets.map((packet) => packet[0]),
    peaks: [...peaks].filter((_, at) => at % 2 === 0),
  }));
}

function numbers(from: number, to: number) {
  const list = Array.from({ length: to - from }, (_, at) => from + at);
  return { packets: list.map((each) => each & 255), peaks: list.map((each) => each % 128) };
}

describe('a writer of parts', () => {
  it('writes a page a second, and the rest when it is closed', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files);
    writer.write(slots(61, 130));
    await expect.poll(() => held(files)).toEqual([{ fromMs: 1220, ...numbers(61, 111) }]);
    await writer.close();
    await writer.close();
    expect(await held(files)).toEqual([{ fromMs: 1220, ...numbers(61, 130) }]);
    expect(lost).toEqual([]);
  });

  it('divides what does not fit into one page', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files);
    writer.write(slots(0, 50, 1275));
    await writer.close();
    expect(await held(files)).toEqual([{ fromMs: 0, ...numbers(0, 50) }]);
    expect(lost).toEqual([]);
  });

  it('loses the page that the disk refuses, and goes on in a new part', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files);
    let appends = 0;
    files.beforeAppend = (name) => {
      if (name.endsWith('.ogg') && ++appends === 3) throw new Error('ENOSPC');
    };
    writer.write(slots(0, 250));
    await writer.close();
    expect(await held(files)).toEqual([
      { fromMs: 0, ...numbers(0, 100) },
      { fromMs: 3000, ...numbers(150, 250) },
    ]);
    expect(lost).toEqual([[{ fromMs: 2000, toMs: 3000 }, 'disk-refused']]);
  });

  it('goes on when the disk is away for a while', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files);
    files.beforeAppend = () => {
      throw new Error('EIO');
    };
    writer.write(slots(0, 150));
    await expect.poll(() => lost).toHaveLength(3);
    files.beforeAppend = () => {};
    writer.write(slots(150, 200));
    await writer.close();
    expect(await held(files)).toEqual([{ fromMs: 3000, ...numbers(150, 200) }]);
  });

  it('loses nothing when a full disk refuses the end of the stream', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files);
    writer.write(slots(0, 50));
    await expect.poll(() => held(files)).toHaveLength(1);
    files.beforeAppend = () => {
      throw new Error('ENOSPC');
    };
    await writer.close();
    expect(await held(files)).toEqual([{ fromMs: 0, ...numbers(0, 50) }]);
    expect(lost).toEqual([]);
  });

  it('does not wait for a disk that hangs, and says what was lost', async () => {
    const files = createMemoryFiles();
    const { writer, lost } = setUp(files, 2);
    const disk = Promise.withResolvers<void>();
    files.beforeAppend = () => disk.promise;
    writer.write(slots(0, 300));
    expect(lost).toEqual([
      [{ fromMs: 3000, toMs: 4000 }, 'disk-too-slow'],
      [{ fromMs: 4000, toMs: 5000 }, 'disk-too-slow'],
      [{ fromMs: 5000, toMs: 6000 }, 'disk-too-slow'],
    ]);
    disk.resolve();
    await expect.poll(() => held(files)).toHaveLength(1);
    writer.write(slots(300, 350));
    await writer.close();
    expect((await held(files)).map(({ fromMs, packets }) => [fromMs, packets.length])).toEqual([
      [0, 150],
      [6000, 50],
    ]);
  });

  it('leaves a part alone that somebody else writes', async () => {
    const files = createMemoryFiles();
    const [first, second] = [setUp(files), setUp(files)];
    first.writer.write(slots(0, 100));
    await expect.poll(() => held(files)).toHaveLength(1);
    second.writer.write(slots(0, 100));
    await second.writer.close();
    await first.writer.close();
    expect(second.lost).toEqual([[{ fromMs: 0, toMs: 1000 }, 'disk-refused']]);
    expect(await held(files)).toEqual([
      { fromMs: 0, ...numbers(0, 100) },
      { fromMs: 1000, ...numbers(50, 100) },
    ]);
  });

  it('shows nothing on the disk without the key', async () => {
    const files = createMemoryFiles();
    const { writer } = setUp(files);
    writer.write(slots(0, 100));
    await writer.close();
    for (const bytes of files.contents.values()) expect(bytes.includes('Opus')).toBe(false);
    expect(await readParts(files, createDataKey())).toEqual({ parts: [], unreadable: ['0.ogg'] });
  });

  it('writes into a folder that nobody else may look into', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parts-'));
    folders.push(folder);
    const files = createPartFolder(join(folder, 'call-1'));
    expect(await files.list()).toEqual([]);
    const { writer } = setUp(files);
    writer.write(slots(0, 70));
    await writer.close();
    expect(await held(files)).toEqual([{ fromMs: 0, ...numbers(0, 70) }]);
    expect((await stat(join(folder, 'call-1'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'call-1/0.ogg'))).mode & 0o777).toBe(0o600);
    await files.remove();
    expect(await files.list()).toEqual([]);
  });
});

describe('what is left of a part', () => {
  async function smallPart(): Promise<MemoryFiles> {
    const files = createMemoryFiles();
    const { writer } = setUp(files);
    for (const from of [0, 50, 100]) writer.write(slots(from, from + 50));
    await writer.close();
    return files;
  }

  it('is every whole page, at whichever byte the file was cut', async () => {
    const whole = await smallPart();
    const sound = whole.contents.get('0.ogg') ?? Buffer.alloc(0);
    const plain = openBytes(sound, key) ?? Buffer.alloc(0);
    expect(Buffer.from(plain).toString('latin1', 0, 4)).toBe('OggS');
    let before = 0;
    for (let cut = 0; cut <= sound.length; cut++) {
      whole.contents.set('0.ogg', sound.subarray(0, cut));
      const packets = (await held(whole))[0]?.packets ?? [];
      expect(packets).toEqual(numbers(0, packets.length).packets);
      expect(packets.length % 50).toBe(0);
      expect(packets.length).toBeGreaterThanOrEqual(before);
      before = packets.length;
    }
    expect(before).toBe(150);
  });

  it('is the sound without the peaks that were cut off', async () => {
    const files = await smallPart();
    const peaks = files.contents.get('0.peaks') ?? Buffer.alloc(0);
    for (const cut of [0, 3, 20, 21, 22, 150]) {
      files.contents.set('0.peaks', peaks.subarray(0, cut));
      const [part] = await held(files);
      expect(part?.packets).toHaveLength(150);
      expect(part?.peaks).toEqual(numbers(0, Math.max(0, Math.ceil((cut - 20) / 2))).peaks);
    }
    files.contents.delete('0.peaks');
    expect((await held(files))[0]?.peaks).toEqual([]);
  });

  it('is nothing of files that are not ours', async () => {
    const files = await smallPart();
    files.contents.set('5000.ogg', Buffer.from('another file, quite long enough to be one'));
    files.contents.set('99999999.ogg', files.contents.get('0.ogg') ?? Buffer.alloc(0));
    files.contents.set('notes.txt', Buffer.from('hello'));
    const { parts, unreadable } = await readParts(files, key);
    expect(parts.map(({ fromMs }) => fromMs)).toEqual([0]);
    expect(unreadable).toEqual(['5000.ogg']);
  });
});
