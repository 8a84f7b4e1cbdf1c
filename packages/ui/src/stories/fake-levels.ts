import type { SubscribeLevel } from '../audio-level-meter/audio-level-meter.tsx';

/** Levels that rise and fall like speech, without a microphone. */
export const fakeLevels: SubscribeLevel = (listener) => {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    listener(Math.abs(Math.sin(step / 7) * Math.sin(step / 2)) * 0.9);
  }, 50);
  return () => clearInterval(timer);
};
