const TONE_HZ = [660, 880] as const;
const TONE_S = 0.16;
const REPEAT_MS = 3_000;

/** Rings softly until the signal aborts. Silent where the browser does not let pages make sound. */
export function ring(signal: AbortSignal): void {
  const context = new AudioContext();
  const chime = () => {
    for (const [index, hz] of TONE_HZ.entries()) tone(context, hz, index * TONE_S);
  };
  chime();
  const timer = setInterval(chime, REPEAT_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    void context.close();
  });
}

function tone(context: AudioContext, hz: number, afterS: number): void {
  const startS = context.currentTime + afterS;
  const oscillator = new OscillatorNode(context, { frequency: hz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.linearRampToValueAtTime(0.12, startS + 0.02);
  gain.gain.linearRampToValueAtTime(0, startS + TONE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(startS);
  oscillator.stop(startS + TONE_S);
}
