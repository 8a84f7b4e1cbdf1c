import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oggCrc } from './ogg-crc.ts';
import { createOggWriter } from './ogg-writer.ts';
import { readOgg } from './read-ogg.ts';

const packetSizes = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 50 });

function packetOf(size: number, index: number): Uint8Array {
  return new Uint8Array(size).fill(index);
}

/** What compares without looking at who owns the bytes. */
function plain(packets: readonly Uint8Array[]): string[] {
  return packets.map((packet) => Buffer.from(packet).toString('hex'));
}

/** A stream of a few short pages, and where each of them ends. */
function smallStream(): { bytes: Buffer; ends: number[]; packets: Uint8Array[][] } {
  const writer = createOggWriter();
  const packets = [[17, 3, 255], [40], [256, 1]].map((page) => page.map(packetOf));
  const pages = [
    writer.head(),
    ...packets.map((page) => writer.page(page)),
    writer.page([], 'last'),
  ];
  const ends = pages.map((_, index) => Buffer.concat(pages.slice(0, index + 1)).length);
  return { bytes: Buffer.concat(pages), ends, packets };
}

describe('an Ogg stream', () => {
  it('has the checksum of the format', () => {
    // The check value of CRC-32/MPEG-2 is made with all bits set at the beginning; Ogg begins with none.
    expect(oggCrc(Buffer.from('123456789'))).toBe(0x89a1897f);
  });

  it('begins with heads that say two channels and 312 samples of delay', () => {
    const head = Buffer.from(createOggWriter().head());
    expect(head.toString('latin1', 0, 4)).toBe('OggS');
    expect(head.readUInt8(5)).toBe(2);
    expect(head.toString('latin1', 28, 36)).toBe('OpusHead');
    expect(head.readUInt8(37)).toBe(2);
    expect(head.readUInt16LE(38)).toBe(312);
    const second = head.subarray(47);
    expect(second.toString('latin1', 0, 4)).toBe('OggS');
    expect(second.readBigUInt64LE(6)).toBe(0n);
    expect(second.readUInt32LE(18)).toBe(1);
    expect(second.toString('latin1', 28, 36)).toBe('OpusTags');
  });

  it('counts samples and pages, and says where it ends', () => {
    const writer = createOggWriter();
    writer.head();
    const pages = [
      writer.page([packetOf(9, 0), packetOf(9, 1)]),
      writer.page([packetOf(9, 2)]),
      writer.page([], 'last'),
    ].map((page) => Buffer.from(page));
    expect(pages.map((page) => Number(page.readBigUInt64LE(6)))).toEqual([1920, 2880, 2880]);
    expect(pages.map((page) => page.readUInt32LE(18))).toEqual([2, 3, 4]);
    expect(pages.map((page) => page.readUInt8(5))).toEqual([0, 0, 4]);
  });

  it('gives back the packets that were put in', () => {
    fc.assert(
      fc.property(fc.array(packetSizes, { maxLength: 5 }), (sizes) => {
        const writer = createOggWriter();
        const packets = sizes.map((page) => page.map(packetOf));
        const bytes = Buffer.concat([writer.head(), ...packets.map((page) => writer.page(page))]);
        const content = readOgg(bytes);
        expect(plain(content.packets)).toEqual(plain(packets.flat()));
        expect(content.wholeBytes).toBe(bytes.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is read up to the last whole page, wherever it was cut', () => {
    const { bytes, ends, packets } = smallStream();
    for (let cut = 0; cut <= bytes.length; cut++) {
      const wholePages = ends.filter((end) => end <= cut).length;
      const content = readOgg(bytes.subarray(0, cut));
      expect(plain(content.packets)).toEqual(
        plain(packets.slice(0, Math.max(0, wholePages - 1)).flat()),
      );
      if (wholePages > 0) expect(content.wholeBytes).toBe(ends[wholePages - 1] ?? 0);
    }
  });

  it('is read up to the first page with a changed byte, whichever it is', () => {
    const { bytes, ends, packets } = smallStream();
    for (let changed = ends[0] ?? 0; changed < bytes.length; changed++) {
      const damaged = Buffer.from(bytes);
      damaged[changed] = (damaged[changed] ?? 0) ^ 0x10;
      const pagesBefore = ends.filter((end) => end <= changed).length;
      expect(plain(readOgg(damaged).packets)).toEqual(
        plain(packets.slice(0, pagesBefore - 1).flat()),
      );
    }
  });

  it('is nothing in bytes of something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readOgg(bytes)).toEqual({ packets: [], wholeBytes: 0 });
      }),
    );
  });
});
