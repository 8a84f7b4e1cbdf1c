import { expect, it } from 'vitest';
import { differences } from './differences.ts';
import type { Stretch } from './observed-side.ts';
import { traces } from './traces.ts';

it('finds nothing where a stretch is like another', () => {
  const usual = aStretch(['frame in: pong', 'stream /a: data: {}', 'stream /a: data: {}']);
  const same = aStretch(['stream /a: data: {}', 'stream /a: data: {}', 'frame in: pong']);
  expect(differences(same, [usual])).toEqual({ isNew: [], isMore: [] });
});

it('finds what never came before, in frames, in the document and in the client', () => {
  const usual = aStretch(['frame in: pong'], { 'time + 0:41': 3 });
  const other = aStretch(['frame in: update'], { 'time + 0:42': 3, 'body + <b>x</b>': 1 }, [
    'left',
  ]);
  expect(differences(other, [usual]).isNew).toEqual([
    'dom: body + <b>x</b>',
    'frame in: update',
    'room event: left',
  ]);
});

it('finds what comes more often than ever in so long a time', () => {
  const usual = aStretch(['stream /a: data: {}', 'stream /a: data: {}']);
  const often = Array.from({ length: 5 }, () => 'stream /a: data: {}');
  expect(differences(aStretch(often), [usual]).isMore).toEqual([
    'stream /a: data: {}: 5 instead of 2',
  ]);
  expect(differences({ ...aStretch(often), lengthMs: 16_000 }, [usual]).isMore).toEqual([]);
});

it('finds secrets in bytes, in tokens and in what is shown', () => {
  const token = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"sup-1234"}').toString('base64url')}.x`;
  const inToken = aStretch([]);
  inToken.passed = [{ atMs: 0, kind: 'frame in: refreshToken', bytes: Buffer.from(token) }];
  expect(traces([inToken], ['sup-1234'])).toHaveLength(1);
  expect(traces([aStretch([], { 'p + SUP-1234 came': 1 })], ['sup-1234'])).toHaveLength(1);
  expect(traces([aStretch(['frame in: update'], { 'p + nobody': 1 })], ['sup-1234'])).toEqual([]);
});

it('refuses to look for nothing', () => {
  expect(() => traces([], [])).toThrow('nothing to look for');
  expect(() => traces([], ['sup-1', ''])).toThrow('nothing to look for');
});

function aStretch(
  kinds: string[],
  dom: Record<string, number> = {},
  events: string[] = [],
): { -readonly [key in keyof Stretch]: Stretch[key] } {
  return {
    name: 'test',
    lengthMs: 8_000,
    passed: kinds.map((kind) => ({ atMs: 0, kind, bytes: Buffer.from(kind) })),
    noticed: {
      dom,
      roomEvents: Object.fromEntries(events.map((event) => [event, 1])),
      packetsSent: 0,
      packetsReceived: 0,
      room: null,
    },
    rates: { out: 0, in: 0 },
  };
}
