/** The microphones that this page was granted, and a way to let the person take their time. */
export interface MicrophoneWatch {
  /** Tracks that are live now. */
  liveCount(): number;
  /** From now on the browser asks and nobody answers; resolves when a call asks. */
  holdAnswers(): Promise<void>;
  /** Answers everything with yes, from now on at once. */
  answer(): void;
}

/** Takes note of every microphone that is granted from now on. */
export function watchMicrophones(devices: MediaDevices): MicrophoneWatch {
  const open = devices.getUserMedia.bind(devices);
  // Weak, so that watching keeps nothing that the page would let go of.
  const granted: WeakRef<MediaStreamTrack>[] = [];
  let answered: PromiseWithResolvers<void> | undefined;
  let asked: PromiseWithResolvers<void> | undefined;
  devices.getUserMedia = async (constraints) => {
    asked?.resolve();
    await answered?.promise;
    const stream = await open(constraints);
    for (const track of stream.getTracks()) granted.push(new WeakRef(track));
    return stream;
  };
  return {
    liveCount: () => granted.filter((track) => track.deref()?.readyState === 'live').length,
    holdAnswers() {
      answered = Promise.withResolvers();
      asked = Promise.withResolvers();
      return asked.promise;
    },
    answer() {
      answered?.resolve();
      answered = undefined;
      asked = undefined;
    },
  };
}
