import { vi } from 'vitest';

/** A sound that the page plays. */
interface Played {
  loop: boolean;
  volume: number;
  speakerId: string;
  isPlaying: boolean;
}

/** Sounds as a browser plays them, with speakers that come and go and a policy that may refuse. */
export interface FakeSound {
  /** All that were to be played, the newest last; silent ones, which only ask, are left out. */
  rings: Played[];
  playing(): Played[];
  /** Whether the browser refuses to play. */
  isBlocked: boolean;
  /** Whether speakers never answer when they are chosen. */
  isSpeakerSlow: boolean;
  /** What is plugged in now; told to the page. */
  plug(speakers: readonly string[]): void;
}

/** Gives jsdom, which plays nothing, sounds that tests can look at. */
export function fakeSound(): FakeSound {
  const files = new Map<string, Blob>();
  const rings: Played[] = [];
  const mediaDevices = new EventTarget();
  let speakers: readonly string[] = ['default', 'headset', 'room'];
  const sound: FakeSound = {
    ...{
      rings,
      isBlocked: false,
      isSpeakerSlow: false,
      playing: () => rings.filter(({ isPlaying }) => isPlaying),
    },
    plug(next) {
      speakers = next;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
  };
  URL.createObjectURL = (file: Blob) => {
    const address = `blob:test/${files.size}`;
    files.set(address, file);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  class FakeAudio implements Played {
    loop = false;
    volume = 1;
    speakerId = '';
    isPlaying = false;
    constructor(address: string) {
      // A tenth of a second is no ring.
      if ((files.get(address)?.size ?? 0) > 10_000) rings.push(this);
    }
    async setSinkId(id: string): Promise<void> {
      if (sound.isSpeakerSlow) await new Promise(() => undefined);
      if (id && !speakers.includes(id)) throw new DOMException('gone', 'NotFoundError');
      this.speakerId = id;
    }
    async play(): Promise<void> {
      if (sound.isBlocked) throw new DOMException('refused', 'NotAllowedError');
      this.isPlaying = true;
    }
    pause(): void {
      this.isPlaying = false;
    }
  }
  vi.stubGlobal('Audio', FakeAudio);
  // What lets the page choose a speaker at all.
  Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', {
    configurable: true,
    value: async () => undefined,
  });
  const enumerateDevices = async () =>
    speakers.map((id) => ({ kind: 'audiooutput', deviceId: id, label: `The ${id}` }));
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: Object.assign(mediaDevices, { enumerateDevices }),
  });
  return sound;
}
