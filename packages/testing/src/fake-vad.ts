/**
 * A `Vad` without a model: hears speech in every window that holds any sound. `onWindow` runs before
 * each decision; what it throws is the failure of that decision.
 */
export function createFakeVad(onWindow: () => void = () => undefined) {
  return {
    speechProbability: async (window: Float32Array): Promise<number> => {
      onWindow();
      return window.some((sample) => sample !== 0) ? 1 : 0;
    },
    reset: (): void => undefined,
  };
}
