import type { HeardLane } from './playback-state.ts';

/** Hears one side of a stereo sound alone, in both ears. */
export interface LaneSolo {
  hear(lane: HeardLane): void;
  close(): void;
}

/**
 * Until somebody wants one side alone the element plays by itself: an audio context may only begin with
 * a press. From then on the sound goes through it.
 */
export function createLaneSolo(element: HTMLMediaElement): LaneSolo {
  let lanes: Lanes | null = null;
  return {
    hear(lane) {
      if (lane === 'both' && !lanes) return;
      lanes ??= openLanes(element);
      void lanes.context.resume();
      // [customer to left, customer to right, agent to left, agent to right]
      const gains = { both: [1, 0, 0, 1], customer: [1, 1, 0, 0], agent: [0, 0, 1, 1] }[lane];
      lanes.gains.forEach((node, index) => {
        node.gain.value = gains[index] ?? 0;
      });
    },
    close() {
      void lanes?.context.close();
      lanes = null;
    },
  };
}

interface Lanes {
  context: AudioContext;
  gains: readonly GainNode[];
}

/** An element can be taken into one context only; the context lives as long as the element. */
function openLanes(element: HTMLMediaElement): Lanes {
  const context = new AudioContext();
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  context.createMediaElementSource(element).connect(splitter);
  const gains = [0, 1].flatMap((from) =>
    [0, 1].map((to) => {
      const gain = new GainNode(context, { gain: from === to ? 1 : 0 });
      splitter.connect(gain, from).connect(merger, 0, to);
      return gain;
    }),
  );
  merger.connect(context.destination);
  return { context, gains };
}
