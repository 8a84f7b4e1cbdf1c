import { describe, expect, it } from 'vitest';
import { createMediaPaths, type MediaPath } from './media-path.ts';

/** A way to the server whose state a test decides. */
function fakePath() {
  const target = new EventTarget();
  const path = {
    state: 'connected' as RTCIceTransportState,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    become(state: RTCIceTransportState) {
      path.state = state;
      target.dispatchEvent(new Event('statechange'));
    },
  };
  return path as MediaPath & { state: RTCIceTransportState; become: typeof path.become };
}

function watched() {
  const told: boolean[] = [];
  const paths = createMediaPaths(() => told.push(paths.areBroken()));
  return { told, paths };
}

describe('the ways that media takes', () => {
  it('are broken from the moment nothing comes through one until something does again', () => {
    const { told, paths } = watched();
    const [sending, receiving] = [fakePath(), fakePath()];
    paths.watch(sending);
    paths.watch(receiving);
    paths.watch(undefined);
    sending.become('disconnected');
    receiving.become('disconnected');
    sending.become('connected');
    receiving.become('connected');
    expect(told).toEqual([true, false]);
  });

  it('are whole again when the broken one was closed and another opened', () => {
    const { told, paths } = watched();
    const before = fakePath();
    paths.watch(before);
    before.become('failed');
    // The browser tells nobody of a way that closes with its connection.
    before.state = 'closed';
    paths.watch(fakePath());
    expect(told).toEqual([true, false]);
  });

  it('say nothing any more once they are left', () => {
    const { told, paths } = watched();
    const path = fakePath();
    paths.watch(path);
    paths.watch(path);
    paths.close();
    path.become('disconnected');
    expect(told).toEqual([]);
  });
});
