import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackAudio } from '../audio/audio-frame.ts';
import { fakeTrack } from '../test-support/fake-track.ts';
import { createTrackFrames } from './track-frames.ts';

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  await turn();
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

/** Lets all that is ready happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

function setUp() {
  const track = fakeTrack();
  const options = { clock: () => 0, onDroppedMs: () => undefined };
  return { track, frames: createTrackFrames(track.openStream, options) };
}

function read(audio: AsyncIterable<TrackAudio>) {
  const heard: (number | undefined | 'cut')[] = [];
  const done = (async () => {
    for await (const item of audio) heard.push(item === 'cut' ? item : item.samples[0]);
  })();
  done.catch(() => undefined);
  return { heard, done };
}

describe('createTrackFrames', () => {
  it('hands a stream that fails on to its reader, and can be opened again', async () => {
    const { track, frames } = setUp();
    const before = read(frames.open());
    track.play(Int16Array.of(1));
    await turn();
    track.breakStream();
    await expect(before.done).rejects.toThrow('the stream failed');
    const after = read(frames.open());
    track.play(Int16Array.of(2));
    track.end();
    await after.done;
    expect([before.heard, after.heard]).toEqual([[1], [2]]);
    expect(track.opened).toBe(2);
  });

  it('is silent about a stream that fails while nobody reads, until somebody does', async () => {
    const { track, frames } = setUp();
    const audio = frames.open();
    track.breakStream();
    await turn();
    await expect(read(audio).done).rejects.toThrow('the stream failed');
  });

  it('keeps what nobody has read when it is opened again, on the same stream', async () => {
    const { track, frames } = setUp();
    const before = read(frames.open());
    await turn();
    const after = frames.open();
    await before.done;
    track.play(Int16Array.of(1));
    frames.cut();
    track.play(Int16Array.of(2));
    await turn();
    const last = read(frames.open());
    frames.close();
    frames.close();
    await last.done;
    expect(last.heard).toEqual(['cut', 1, 2]);
    expect(await read(after).done).toBeUndefined();
    expect([track.opened, track.cancelled]).toEqual([1, 1]);
  });

  it('closes quietly after its stream has failed, and stays closed', async () => {
    const { track, frames } = setUp();
    const audio = read(frames.open());
    track.breakStream();
    await expect(audio.done).rejects.toThrow();
    frames.close();
    await read(frames.open()).done;
    expect(track.opened).toBe(1);
  });
});
