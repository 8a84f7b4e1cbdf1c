import { describe, expect, it } from 'vitest';
import {
  createOwnMicrophone,
  type MicrophoneSource,
  type MicrophoneTrack,
} from './own-microphone.ts';

/** A track that records how it was used; `reopen` is the media library opening a device again for it. */
interface FakeTrack extends MicrophoneTrack {
  isLive: boolean;
  isMuted: boolean;
  /** The device goes away; the media library opens another. */
  reopen(): void;
  /** The device goes away, and there is no other. */
  lose(): void;
}

/** Devices and publications that a test answers by hand. */
function setUp() {
  const tracks: FakeTrack[] = [];
  const published = new Set<FakeTrack>();
  const reopened = new Map<FakeTrack, () => void>();
  const lost = new Map<FakeTrack, () => void>();
  const switches: string[] = [];
  const switching = Promise.withResolvers<void>();
  const heard: (FakeTrack | undefined)[] = [];
  let losses = 0;
  const grants: (() => void)[] = [];
  const denials: ((error: Error) => void)[] = [];
  const publications: PromiseWithResolvers<void>[] = [];
  const ask = <T>(granted: () => T) =>
    new Promise<T>((resolve, reject) => {
      grants.push(() => resolve(granted()));
      denials.push(reject);
    });
  const openNew = () => {
    const track = fakeTrack(
      (changed) => reopened.get(changed)?.(),
      (changed) => lost.get(changed)?.(),
    );
    tracks.push(track);
    return track;
  };
  const source: MicrophoneSource<FakeTrack> = {
    open: () => ask(openNew),
    isOpen: (track) => track.isLive,
    reopen: (track) => ask(() => track.reopen()),
    switchTo(deviceId) {
      switches.push(deviceId);
      return switching.promise;
    },
    publish(track) {
      if (published.has(track)) return Promise.resolve();
      const publication = Promise.withResolvers<void>();
      publications.push(publication);
      return publication.promise.then(() => void published.add(track));
    },
    onReopened: (track, listener) => void reopened.set(track, listener),
    onLost: (track, listener) => void lost.set(track, listener),
  };
  const microphone = createOwnMicrophone<FakeTrack>(source, {
    sound: (track) => heard.push(track),
    lost: () => {
      losses += 1;
    },
  });
  return {
    ...{ microphone, tracks, grants, denials, publications, switches, switching, heard },
    lossCount: () => losses,
    liveCount: () => tracks.filter(({ isLive }) => isLive).length,
  };
}

function fakeTrack(
  reopened: (track: FakeTrack) => void,
  lost: (track: FakeTrack) => void,
): FakeTrack {
  return {
    isLive: true,
    isMuted: false,
    async mute() {
      this.isMuted = true;
    },
    async unmute() {
      this.isMuted = false;
    },
    stop() {
      this.isLive = false;
    },
    reopen() {
      this.isLive = true;
      reopened(this);
    },
    lose() {
      this.isLive = false;
      this.isMuted = true;
      lost(this);
    },
  };
}

/** Lets everything happen that needs no answer from outside. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A microphone that is being sent. */
async function open() {
  const all = setUp();
  const enabled = all.microphone.setEnabled(true, null);
  all.grants[0]?.();
  await settled();
  all.publications[0]?.resolve();
  await enabled;
  return all;
}

describe('a microphone', () => {
  it('is opened and sent once, then muted and unmuted', async () => {
    const { microphone, tracks, grants, publications } = await open();
    await microphone.setEnabled(false, null);
    expect(tracks[0]).toMatchObject({ isLive: true, isMuted: true });
    await microphone.setEnabled(true, null);
    expect(tracks[0]).toMatchObject({ isLive: true, isMuted: false });
    expect([grants.length, publications.length]).toEqual([1, 1]);
  });

  it('is not asked for while it is to be silent', async () => {
    const { microphone, grants } = setUp();
    await microphone.setEnabled(false, null);
    expect(grants).toEqual([]);
  });

  it('says what the browser said, and asks once more on the next call', async () => {
    const { microphone, grants, denials, publications, liveCount } = setUp();
    const denied = microphone.setEnabled(true, null);
    denials[0]?.(new Error('NotAllowedError'));
    await expect(denied).rejects.toThrow('NotAllowedError');
    const granted = microphone.setEnabled(true, null);
    grants[1]?.();
    await settled();
    publications[0]?.resolve();
    await granted;
    expect(liveCount()).toBe(1);
  });

  it('is let go of when it cannot be sent', async () => {
    const { microphone, grants, publications, liveCount } = setUp();
    const enabled = microphone.setEnabled(true, null);
    grants[0]?.();
    await settled();
    publications[0]?.reject(new Error('not permitted'));
    await expect(enabled).rejects.toThrow('not permitted');
    expect(liveCount()).toBe(0);
    expect(microphone.track()).toBeUndefined();
  });
});

describe('the sound of a microphone', () => {
  it('is told when it is opened, reopened by the media library, and let go of', async () => {
    const { microphone, tracks, heard } = await open();
    expect(heard).toEqual([tracks[0]]);
    tracks[0]?.reopen();
    expect(heard).toEqual([tracks[0], tracks[0]]);
    microphone.close();
    tracks[0]?.reopen();
    expect(heard).toEqual([tracks[0], tracks[0], undefined]);
  });

  it('is told to be lost when the media library finds no other device', async () => {
    const { microphone, tracks, lossCount } = await open();
    tracks[0]?.lose();
    expect(lossCount()).toBe(1);
    microphone.close();
    tracks[0]?.lose();
    expect(lossCount()).toBe(1);
  });

  it('comes back by a device that is reopened for the same track', async () => {
    const { microphone, tracks, grants, liveCount, publications } = await open();
    tracks[0]?.lose();
    await microphone.setEnabled(false, null);
    expect(grants).toHaveLength(1);
    const enabled = microphone.setEnabled(true, 'headset');
    grants[1]?.();
    await enabled;
    expect(tracks[0]).toMatchObject({ isLive: true, isMuted: false });
    expect([liveCount(), publications.length]).toEqual([1, 1]);
  });

  it('stays away, with the reason, while no device can be reopened', async () => {
    const { microphone, tracks, denials } = await open();
    tracks[0]?.lose();
    const enabled = microphone.setEnabled(true, null);
    denials[1]?.(new Error('NotFoundError'));
    await expect(enabled).rejects.toThrow('NotFoundError');
    expect(tracks[0]).toMatchObject({ isLive: false, isMuted: true });
  });
});

describe('after closing, no track of a microphone is live', () => {
  it('when it was being sent', async () => {
    const { microphone, liveCount } = await open();
    microphone.close();
    microphone.close();
    expect(liveCount()).toBe(0);
    expect(microphone.track()).toBeUndefined();
  });

  it('when the browser was still asking: a late yes is answered with a stop', async () => {
    const { microphone, tracks, grants, publications, liveCount } = setUp();
    const enabled = microphone.setEnabled(true, null);
    microphone.close();
    await enabled;
    grants[0]?.();
    await settled();
    expect(tracks).toHaveLength(1);
    expect(liveCount()).toBe(0);
    expect(publications).toEqual([]);
  });

  it('when the browser was still asking: a late no stays without consequence', async () => {
    const { microphone, denials, liveCount } = setUp();
    const enabled = microphone.setEnabled(true, null);
    microphone.close();
    denials[0]?.(new Error('NotAllowedError'));
    await expect(enabled).resolves.toBeUndefined();
    await settled();
    expect(liveCount()).toBe(0);
  });

  it.each(['never comes through', 'comes through afterwards', 'fails afterwards'] as const)(
    'when it was being published and the publication %s',
    async (end) => {
      const { microphone, tracks, grants, publications, liveCount } = setUp();
      const enabled = microphone.setEnabled(true, null);
      grants[0]?.();
      await settled();
      expect([tracks.length, publications.length, liveCount()]).toEqual([1, 1, 1]);
      microphone.close();
      expect(liveCount()).toBe(0);
      await expect(enabled).resolves.toBeUndefined();
      if (end === 'comes through afterwards') publications[0]?.resolve();
      if (end === 'fails afterwards') publications[0]?.reject(new Error('timed out'));
      await settled();
      expect(liveCount()).toBe(0);
    },
  );

  it('when the media library reopens the device afterwards', async () => {
    const { microphone, tracks, liveCount } = await open();
    tracks[0]?.reopen();
    expect(liveCount()).toBe(1);
    microphone.close();
    tracks[0]?.reopen();
    expect(liveCount()).toBe(0);
  });

  it('when another device was being opened for it', async () => {
    const { microphone, tracks, grants, liveCount } = await open();
    tracks[0]?.lose();
    const enabled = microphone.setEnabled(true, null);
    microphone.close();
    await expect(enabled).resolves.toBeUndefined();
    grants[1]?.();
    await settled();
    expect(liveCount()).toBe(0);
  });

  it('when it was being switched to another device, which does not end by itself', async () => {
    const { microphone, switches, liveCount } = await open();
    const switched = microphone.switchTo('headset');
    expect(switches).toEqual(['headset']);
    microphone.close();
    await expect(switched).resolves.toBeUndefined();
    expect(liveCount()).toBe(0);
  });

  it('when it is asked for afterwards', async () => {
    const { microphone, grants, liveCount } = await open();
    microphone.close();
    await microphone.setEnabled(true, null);
    expect([grants.length, liveCount()]).toEqual([1, 0]);
  });
});
