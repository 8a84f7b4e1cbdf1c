/** When speech counts as begun, paused and over. Times are positions in the track. */
export interface EndpointingOptions {
  /** Probability from which a window is speech. Default 0.5. */
  speechThreshold: number;
  /** Probability below which speech has stopped. Default 0.35. */
  silenceThreshold: number;
  /** Speech shorter than this is a click or a note. Default 96. */
  minSpeechMs: number;
  /** Silence after which the final decode may start. Default 200. */
  softEndMs: number;
  /** Silence after which the utterance is over. Default 450. */
  commitMs: number;
  /** Length from which a mere dip of `dipMs` ends an utterance. Default 12 000. */
  splitFromMs: number;
  /** Default 96. */
  dipMs: number;
  /** Length at which it is split at its quietest place since `splitFromMs`. Default 15 000. */
  splitAtMs: number;
}

export const defaultEndpointing = Object.freeze({
  speechThreshold: 0.5,
  silenceThreshold: 0.35,
  minSpeechMs: 96,
  softEndMs: 200,
  commitMs: 450,
  splitFromMs: 12_000,
  dipMs: 96,
  splitAtMs: 15_000,
} as const satisfies EndpointingOptions);

/** One VAD window as endpointing sees it. */
export interface VadWindow {
  startMs: number;
  endMs: number;
  probability: number;
  /** Mean amplitude; only compared with other windows of the same track. */
  level: number;
}

interface QuietPlace {
  startMs: number;
  level: number;
}

interface Speech {
  sinceMs: number;
  quietest?: QuietPlace | undefined;
}

type Speaking = Speech & { phase: 'speaking' };
type Trailing = Speech & { phase: 'trailing' | 'paused'; silentSinceMs: number };

export type EndpointingState =
  | { phase: 'silent' }
  | { phase: 'starting'; sinceMs: number }
  | Speaking
  | Trailing;

export type EndpointingDecision =
  | { kind: 'start'; speechStartMs: number }
  | { kind: 'pause' | 'commit'; speechEndMs: number }
  | { kind: 'resume' }
  | { kind: 'split'; atMs: number };

export interface EndpointingStep {
  state: EndpointingState;
  decision?: EndpointingDecision;
}

/** Advances by one window: pure, so that time is whatever the windows say. */
export function endpoint(
  state: EndpointingState,
  window: VadWindow,
  options: EndpointingOptions = defaultEndpointing,
): EndpointingStep {
  switch (state.phase) {
    case 'silent':
      return window.probability < options.speechThreshold
        ? { state }
        : beginning({ phase: 'starting', sinceMs: window.startMs }, window, options);
    case 'starting':
      return window.probability < options.silenceThreshold
        ? { state: { phase: 'silent' } }
        : beginning(state, window, options);
    case 'speaking':
      return whileSpeaking(state, window, options);
    case 'trailing':
    case 'paused':
      return whileSilent(state, window, options);
    default:
      return state satisfies never;
  }
}

/** Ends whatever is being said at `endMs`, as a mute or the end of the track does. */
export function endpointNow(state: EndpointingState, endMs: number): EndpointingStep {
  if (state.phase === 'silent' || state.phase === 'starting') return { state: { phase: 'silent' } };
  const speechEndMs = state.phase === 'speaking' ? endMs : state.silentSinceMs;
  return { state: { phase: 'silent' }, decision: { kind: 'commit', speechEndMs } };
}

function beginning(
  state: EndpointingState & { phase: 'starting' },
  window: VadWindow,
  options: EndpointingOptions,
): EndpointingStep {
  if (window.endMs - state.sinceMs < options.minSpeechMs) return { state };
  return {
    state: { phase: 'speaking', sinceMs: state.sinceMs },
    decision: { kind: 'start', speechStartMs: state.sinceMs },
  };
}

function whileSpeaking(
  state: Speaking,
  window: VadWindow,
  options: EndpointingOptions,
): EndpointingStep {
  const speech = { sinceMs: state.sinceMs, quietest: quietestPlace(state, window, options) };
  if (window.endMs - state.sinceMs >= options.splitAtMs) return split(speech, window);
  return window.probability >= options.silenceThreshold
    ? { state: { phase: 'speaking', ...speech } }
    : { state: { phase: 'trailing', ...speech, silentSinceMs: window.startMs } };
}

function whileSilent(
  state: Trailing,
  window: VadWindow,
  options: EndpointingOptions,
): EndpointingStep {
  const { phase, silentSinceMs } = state;
  const speech = { sinceMs: state.sinceMs, quietest: quietestPlace(state, window, options) };
  if (window.probability >= options.speechThreshold) {
    const speaking: Speaking = { phase: 'speaking', ...speech };
    return phase === 'paused'
      ? { state: speaking, decision: { kind: 'resume' } }
      : { state: speaking };
  }
  const silentMs = window.endMs - silentSinceMs;
  const isLong = silentSinceMs - state.sinceMs >= options.splitFromMs;
  if (silentMs >= (isLong ? options.dipMs : options.commitMs)) {
    return { state: { phase: 'silent' }, decision: { kind: 'commit', speechEndMs: silentSinceMs } };
  }
  if (phase === 'trailing' && silentMs >= options.softEndMs) {
    return {
      state: { phase: 'paused', ...speech, silentSinceMs },
      decision: { kind: 'pause', speechEndMs: silentSinceMs },
    };
  }
  return { state: { phase, ...speech, silentSinceMs } };
}

function split({ quietest }: Speech, window: VadWindow): EndpointingStep {
  const atMs = quietest?.startMs ?? window.startMs;
  return { state: { phase: 'speaking', sinceMs: atMs }, decision: { kind: 'split', atMs } };
}

function quietestPlace(
  { sinceMs, quietest }: Speech,
  window: VadWindow,
  options: EndpointingOptions,
): QuietPlace | undefined {
  if (window.startMs - sinceMs < options.splitFromMs) return quietest;
  if (quietest && quietest.level <= window.level) return quietest;
  return { startMs: window.startMs, level: window.level };
}
