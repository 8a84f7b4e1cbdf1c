import { wait } from '@agent/process';
import type { Speaker } from '@agent/protocol';
import type { DataKey } from '@agent/recordings';
import { createCallRecorder } from '@agent/recordings/record';
import type { ClaimedCall } from '@agent/store';
import { patiently } from '../async/patiently.ts';
import type { FrameTap } from '../audio/frame-tap.ts';
import { createSampleClock } from '../audio/sample-clock.ts';
import type { ServedCall } from '../calls/served-call.ts';
import type { CallPublisher } from '../publish/call-publisher.ts';
import type { Redaction } from '../redact/redaction.ts';
import type { CallRecording } from './call-recording.ts';
import { type CallSpan, without } from './call-span.ts';
import { createKeptSound, type KeptSound } from './kept-sound.ts';
import { createKnownWords, type KnownWords } from './known-words.ts';
import { overheardMicrophone } from './overheard-microphone.ts';
import { createRecordingEvents } from './recording-events.ts';
import type { RecordingServices } from './recording-services.ts';
import { startOf } from './vouching.ts';

export interface RecordCallOptions {
  call: ServedCall;
  claimed: Pick<ClaimedCall, 'heardUntilMs' | 'lastWait' | 'held' | 'recordingPausedFromMs'>;
  services: RecordingServices;
  publisher: Pick<CallPublisher, 'append'>;
  redaction: Pick<Redaction, 'isCardTalk'>;
  /** Default `createCallRecorder`. */
  createRecorder?: typeof createCallRecorder;
}

const LAST_RETRY_MS = 8_000;
const ADVANCE_EVERY_MS = 200;
/** The end of a call waits for the disk no longer. */
const LAST_SOUND_MS = 2_000;

/** Records a call from when its key is there, until it is told to end or fails. */
export function recordCall(options: RecordCallOptions): CallRecording {
  const { call, claimed, services, publisher, redaction } = options;
  const { createRecorder = createCallRecorder } = options;
  const { callId, clock, metrics, logger } = call;
  const events = createRecordingEvents(callId, publisher);
  const sound = createKeptSound(call, events);
  const onMask = () => metrics.recordingMasks.inc();
  const words = createKnownWords({ sound, events, redaction, onMask });
  const ending = new AbortController();
  let ticking: NodeJS.Timeout | undefined;
  let failing: Promise<void> | undefined;

  const advance = () => sound.advance(words.settledMs(clock()));

  /** Whatever fails in here ends the recording, and nothing else. */
  function safely(work: () => void) {
    try {
      work();
    } catch (err) {
      clearInterval(ticking);
      // Who knows what was said in what is held: it becomes silence.
      failing ??= endSound(0);
      metrics.recordingFailures.inc({ what: 'recorder' });
      logger.error({ err }, 'The recording of a call failed; the call goes on without it.');
    }
  }

  async function endSound(settledMs: number) {
    try {
      await sound.close(settledMs);
    } catch (err) {
      metrics.recordingFailures.inc({ what: 'recorder' });
      logger.error({ err }, 'The recording of a call did not end well.');
    }
  }

  function start(key: DataKey) {
    const fromMs = clock();
    const files = services.enter(callId);
    sound.start(createRecorder({ fromMs, files, key, onLost: sound.lose }), fromMs);
    ticking = setInterval(safely, ADVANCE_EVERY_MS, advance);
    events.started(fromMs);
    for (const span of unheard(claimed, fromMs)) sound.lose(span, 'bot-restarted');
    logger.info('Recording.');
  }

  /** Never rejects. */
  async function close(isOver: boolean) {
    if (ending.signal.aborted) return;
    ending.abort();
    clearInterval(ticking);
    if (!sound.hasStarted) return;
    await (failing ?? endSound(words.knownMs(clock())));
    safely(() => services.leave(callId, { isOver, masks: sound.lateMasks }));
  }

  void patiently(() => services.openKey(callId), {
    onFailure(err) {
      metrics.recordingFailures.inc({ what: 'open' });
      logger.warn({ err }, 'The recording of a call could not be begun yet.');
    },
    signal: ending.signal,
    lastRetryMs: LAST_RETRY_MS,
  }).then((key) => {
    if (key && !ending.signal.aborted) safely(() => start(key));
  });
  if (claimed.held) sound.begin('held', 0);
  if (claimed.recordingPausedFromMs !== null) sound.begin('paused', claimed.recordingPausedFromMs);

  return {
    ...listening({ call, sound, words, safely }),
    setHeld: (isHeld) =>
      safely(() => {
        // What waits to be read is not read once the call is on hold.
        if (isHeld) sound.begin('held', words.vouching.readUntilMs(clock()));
        else sound.end('held', clock());
      }),
    setPaused: (fromMs) =>
      safely(() => {
        if (fromMs === null) sound.end('paused', clock());
        else sound.begin('paused', fromMs);
      }),
    async finish({ isOver } = { isOver: true }) {
      await Promise.race([close(isOver), wait(LAST_SOUND_MS)]);
    },
    abandon: () => void close(false),
  };
}

/** What nobody recorded since another bot did; while it waited for an agent there was nothing to record. */
function unheard(
  { heardUntilMs, lastWait }: RecordCallOptions['claimed'],
  untilMs: number,
): CallSpan[] {
  if (heardUntilMs === null) return [];
  return without({ fromMs: heardUntilMs, toMs: untilMs }, lastWait ? [lastWait] : []);
}

interface ListeningParts {
  call: Pick<ServedCall, 'clock'>;
  sound: KeptSound;
  words: KnownWords;
  safely: (work: () => void) => void;
}

type Listening = Pick<CallRecording, 'tapOf' | 'overhear' | 'watch' | 'told' | 'broke' | 'mended'>;

/** What the recording is told of what is heard. */
function listening({ call, sound, words, safely }: ListeningParts): Listening {
  const { clock } = call;
  const { vouching } = words;

  function tapOf(speaker: Speaker): FrameTap {
    const sampleClock = createSampleClock();
    let position = 0;
    return {
      onFrame: (frame) =>
        safely(() => {
          vouching.came(frame);
          sampleClock.arrived(position + frame.samples.length, frame.arrivedAtMs);
          sound.place(speaker, frame.samples, sampleClock.timeMs(position));
          position += frame.samples.length;
        }),
      onDropped: (frame) =>
        safely(() => {
          vouching.dealtWith(frame);
          sound.getOutOfStep();
          sound.loseUnknown({ fromMs: startOf(frame), toMs: frame.arrivedAtMs });
        }),
    };
  }

  return {
    tapOf,
    overhear: (_speaker, microphone) => overheardMicrophone(microphone, vouching.dealtWith),
    watch: (speaker, untranscribed) => ({
      ...untranscribed,
      began(segmentId, startMs, expectedFromMs) {
        safely(() => vouching.began(speaker, segmentId, startMs));
        untranscribed.began(segmentId, startMs, expectedFromMs);
      },
    }),
    told: (speaker, redacted) => safely(() => words.told(speaker, redacted)),
    broke: (speaker) => safely(() => vouching.broke(speaker, clock())),
    mended: (speaker) => safely(() => words.mended(speaker, clock())),
  };
}
