import { createRequire } from 'node:module';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { SAMPLE_RATE } from '../audio/audio-frame.ts';
import { type OpenVad, type Vad, WINDOW_SAMPLES } from './vad.ts';

/** The model looks back over this many samples before each window. */
const CONTEXT_SAMPLES = 64;
const INPUT_SAMPLES = CONTEXT_SAMPLES + WINDOW_SAMPLES;
const STATE_SHAPE = [2, 1, 128] as const;
const STATE_VALUES = 2 * 128;

const modelPath = () =>
  createRequire(import.meta.url).resolve('@ricky0123/vad-web/dist/silero_vad_v6.onnx');

/** Loads Silero once for the process; every track opens its own state on it. */
export async function loadSilero(): Promise<OpenVad> {
  const session = await InferenceSession.create(modelPath(), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    enableCpuMemArena: false,
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  });
  return () => openSilero(session);
}

function openSilero(session: InferenceSession): Vad {
  const samples = new Float32Array(INPUT_SAMPLES);
  const input = new Tensor('float32', samples, [1, INPUT_SAMPLES]);
  const sampleRate = new Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)), []);
  let state = emptyState();

  return {
    async speechProbability(window) {
      samples.copyWithin(0, WINDOW_SAMPLES);
      samples.set(window, CONTEXT_SAMPLES);
      const result = await session.run({ input, state, sr: sampleRate });
      state = tensor(result, 'stateN');
      return tensor(result, 'output').data[0] as number;
    },
    reset() {
      samples.fill(0);
      state = emptyState();
    },
  };
}

function emptyState(): Tensor {
  return new Tensor('float32', new Float32Array(STATE_VALUES), STATE_SHAPE);
}

function tensor(result: Awaited<ReturnType<InferenceSession['run']>>, name: string): Tensor {
  const value = result[name];
  if (!(value instanceof Tensor)) throw new TypeError(`The VAD model has no output "${name}".`);
  return value;
}
