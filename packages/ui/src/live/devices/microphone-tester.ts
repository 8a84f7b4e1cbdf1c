import { createObservable } from '../feed/observable.ts';
import { type AudioProblem, microphoneProblem } from '../room/audio-problem.ts';
import { createLevelTicker } from '../room/level-ticker.ts';

/** `heard` means that a voice has come through at least once since the start. */
export type MicrophoneTestState =
  | { phase: 'idle' | 'asking' | 'listening' | 'heard' }
  | { phase: 'failed'; problem: AudioProblem };

/** An open microphone with a level. */
export interface OpenMicrophone {
  level(): number;
  close(): void;
}
/**
 * Opens the microphone of this id, null: the browser's default; rejects when it may not or cannot.
 */
export type OpenMicrophoneWith = (deviceId: string | null) => Promise<OpenMicrophone>;

/** Loudness above which somebody is speaking rather than breathing. */
const VOICE_LEVEL = 0.08;

/** Opens a microphone to show that it works, before any call. */
export class MicrophoneTester {
  readonly #open: OpenMicrophoneWith;
  readonly #state = createObservable<MicrophoneTestState>({ phase: 'idle' });
  readonly #ticker = createLevelTicker((side) => (side === 'own' ? this.#readLevel() : 0));
  #microphone: OpenMicrophone | undefined;
  #attempt = 0;

  constructor(open: OpenMicrophoneWith = openBrowserMicrophone) {
    this.#open = open;
  }

  getState = (): MicrophoneTestState => this.#state.get();
  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);
  subscribeLevel = (listener: (level: number) => void): (() => void) =>
    this.#ticker.subscribe(({ own }) => listener(own));

  /** Opens the microphone; a start while another is under way replaces it. */
  start = async (deviceId: string | null): Promise<void> => {
    this.stop();
    const attempt = ++this.#attempt;
    this.#state.set({ phase: 'asking' });
    try {
      const microphone = await this.#open(deviceId);
      if (attempt !== this.#attempt) return microphone.close();
      this.#microphone = microphone;
      this.#state.set({ phase: 'listening' });
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.#state.set({ phase: 'failed', problem: problemOf(error) });
    }
  };

  /** Lets go of the microphone, so that the browser's recording mark goes away. */
  stop = (): void => {
    this.#attempt += 1;
    this.#microphone?.close();
    this.#microphone = undefined;
    this.#state.set({ phase: 'idle' });
  };

  #readLevel(): number {
    const level = this.#microphone?.level() ?? 0;
    if (level > VOICE_LEVEL && this.getState().phase === 'listening') {
      this.#state.set({ phase: 'heard' });
    }
    return level;
  }
}

class UnsupportedError extends Error {}

function problemOf(error: unknown): AudioProblem {
  return error instanceof UnsupportedError ? 'microphone-unsupported' : microphoneProblem(error);
}

/** Opens a microphone of this browser and measures it. */
export async function openBrowserMicrophone(deviceId: string | null): Promise<OpenMicrophone> {
  // Browsers hide `mediaDevices` on pages that came over plain HTTP from another machine.
  if (!navigator.mediaDevices) throw new UnsupportedError('No access to microphones here.');
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: deviceId ? { deviceId: { ideal: deviceId } } : true,
  });
  try {
    return measured(stream);
  } catch (error) {
    letGo(stream);
    throw error;
  }
}

function measured(stream: MediaStream): OpenMicrophone {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(meanSquare) * 4);
    },
    close() {
      letGo(stream);
      void context.close();
    },
  };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
