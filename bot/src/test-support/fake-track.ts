import type { AudioFrame } from '@livekit/rtc-node';

type Frame = Pick<AudioFrame, 'data'>;

/** A track without a room: its stream can be opened, fed and broken. */
export function fakeTrack() {
  let controller: ReadableStreamDefaultController<Frame> | undefined;
  let opened = 0;
  let cancelled = 0;
  let isRefusing = false;
  return {
    openStream(): ReadableStream<Frame> {
      opened += 1;
      if (isRefusing) throw new TypeError('no such track');
      return new ReadableStream<Frame>({
        start(given) {
          controller = given;
        },
        cancel() {
          cancelled += 1;
        },
      });
    },
    play: (samples: Int16Array) => controller?.enqueue({ data: samples }),
    breakStream: () => controller?.error(new Error('the stream failed')),
    end: () => controller?.close(),
    refuse: (now: boolean) => (isRefusing = now),
    get opened() {
      return opened;
    },
    get cancelled() {
      return cancelled;
    },
  };
}
