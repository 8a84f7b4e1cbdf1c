import { chimeFile, silentFile } from './chime.ts';

/** How offers ring in this browser. */
export interface RingSettings {
  on: boolean;
  /** 0 to 1. */
  volume: number;
  /** Null is the computer's default. */
  speakerId: string | null;
}

/**
 * Why a ring is not heard where it should be. `blocked`: the browser plays nothing before somebody has
 * used the page. `speaker-gone`: it rings on the computer's default speaker instead.
 */
export type RingTrouble = 'blocked' | 'speaker-gone';

/** A ring that goes on until it is stopped. */
export interface Ringing {
  stop(): void;
}

/** What a ring does once, or until it is stopped; `onTrouble` tells null when it is heard. */
export interface RingOptions {
  repeat: boolean;
  onTrouble: (trouble: RingTrouble | null) => void;
}

/** A speaker that takes longer to answer must not keep the ring from being heard: it begins on the default. */
const SPEAKER_MS = 1_000;

/**
 * Rings on the chosen speaker. When it is gone, before or meanwhile, the ring goes on on the default one;
 * when the browser refuses, it starts with the next click or key.
 */
export function startRinging(
  { volume, speakerId }: Pick<RingSettings, 'volume' | 'speakerId'>,
  { repeat, onTrouble }: RingOptions,
): Ringing {
  const over = new AbortController();
  const { signal } = over;
  const address = URL.createObjectURL(chimeFile());
  const sound = new Audio(address);
  sound.loop = repeat;
  sound.volume = volume;
  let trouble: RingTrouble | null = null;
  const tell = (next: RingTrouble | null) => {
    trouble = next;
    if (!signal.aborted) onTrouble(next);
  };
  const play = async () => {
    try {
      await sound.play();
      if (trouble === 'blocked') tell(null);
    } catch (error) {
      if (!signal.aborted && isRefusal(error)) tell('blocked');
    }
  };
  const fallBack = async () => {
    await sound.setSinkId?.('').catch(() => undefined);
    tell('speaker-gone');
  };
  const start = async () => {
    tell(null);
    if (speakerId) {
      const choosing = chose(sound, speakerId).then((done) => (done ? undefined : fallBack()));
      await Promise.race([choosing, new Promise((resolve) => setTimeout(resolve, SPEAKER_MS))]);
    }
    if (!signal.aborted) await play();
  };
  const lookForSpeaker = async () => {
    if (!speakerId || signal.aborted || (await isThere(speakerId))) return;
    await fallBack();
    await play();
  };
  for (const gesture of ['pointerdown', 'keydown'])
    window.addEventListener(gesture, () => void (trouble === 'blocked' && play()), { signal });
  navigator.mediaDevices?.addEventListener?.('devicechange', () => void lookForSpeaker(), {
    signal,
  });
  void start();
  return {
    stop() {
      over.abort();
      sound.pause();
      URL.revokeObjectURL(address);
    },
  };
}

/** Whether a ring would be heard now, before anybody has used the page. */
export async function mayRing(): Promise<boolean> {
  const address = URL.createObjectURL(silentFile());
  try {
    await new Audio(address).play();
    return true;
  } catch (error) {
    return !isRefusal(error);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function chose(sound: HTMLAudioElement, speakerId: string): Promise<boolean> {
  if (!sound.setSinkId) return true;
  try {
    await sound.setSinkId(speakerId);
    return true;
  } catch {
    return false;
  }
}

async function isThere(speakerId: string): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => undefined);
  // A browser that cannot tell now says so with the next change.
  if (!devices) return true;
  return devices.some(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === speakerId);
}

/** Other reasons are ours: it was stopped before it began. */
function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
