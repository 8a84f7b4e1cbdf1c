import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { DecoderSession, LogitRows } from '../decode/decoder-session.ts';
import type { ModelFiles } from './model-files.ts';
import { createTextTokens, type TextTokens } from './text-tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A loaded Whisper model: speech in, a decoder that knows this speech out. */
export interface SpeechModel {
  readonly vocabulary: Vocabulary;
  readonly textTokens: TextTokens;
  /** Runs the front end and the encoder over 16 kHz samples followed by `paddingMs` of silence. */
  listen(samples: Float32Array, paddingMs: number): Promise<DecoderSession>;
}

const SAMPLES_PER_MS = 16;
/** Whisper hears 30 s at most. */
const MAX_SAMPLES = 30_000 * SAMPLES_PER_MS;
/** Two frames of 10 ms: the encoder needs an even number of frames. */
const FRAME_PAIR_SAMPLES = 320;
const DECODER_OUTPUTS = ['logits', 'out_n_layer_self_k_cache', 'out_n_layer_self_v_cache'];

/** Loads a model into onnxruntime with `threads` threads a pass. */
export async function loadSpeechModel(files: ModelFiles, threads: number): Promise<SpeechModel> {
  const options = sessionOptions(threads);
  const logMel = await InferenceSession.create(files.logMelPath, options);
  const encoder = await InferenceSession.create(files.encoderPath, options);
  const decoder = await InferenceSession.create(files.decoderPath, options);
  return {
    vocabulary: files.vocabulary,
    textTokens: createTextTokens(files.vocabulary),
    listen: async (samples, paddingMs) => {
      const audio = padded(samples, paddingMs);
      const { log_mel: mel } = await logMel.run({
        audio: new Tensor('float32', audio, [1, audio.length]),
      });
      if (mel === undefined) throw new TypeError('The front end gave no features.');
      const heard = await encoder.run({ mel });
      return createOnnxDecoder(decoder, heard);
    },
  };
}

/**
 * Spinning off: idle threads sleep, which halves the processor time of a pass on two cores.
 * Arena and memory patterns off: every utterance has another length, so kept memory fits none of
 * the next ones; that saves 50–80 MB and costs nothing measurable.
 * Precision: processors without VNNI add up pairs of int8 products in 16 bits, which overflow, and words
 * are lost. With it they multiply u8 by u8, which cannot; on processors with VNNI nothing changes
 * (https://github.com/microsoft/onnxruntime/pull/12088).
 */
function sessionOptions(threads: number): InferenceSession.SessionOptions {
  return {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' }, x64quantprecision: '1' } },
  };
}

function padded(samples: Float32Array, paddingMs: number): Float32Array {
  const wanted = Math.min(MAX_SAMPLES, samples.length + paddingMs * SAMPLES_PER_MS);
  const audio = new Float32Array(Math.ceil(wanted / FRAME_PAIR_SAMPLES) * FRAME_PAIR_SAMPLES);
  audio.set(samples.subarray(0, audio.length));
  return audio;
}

function createOnnxDecoder(
  decoder: InferenceSession,
  heard: InferenceSession.ReturnType,
): DecoderSession {
  const state = decoder.inputMetadata.find((input) => input.name === 'in_n_layer_self_k_cache');
  if (!state?.isTensor) throw new TypeError('The decoder has no self-attention cache.');
  const emptyShape = [Number(state.shape[0]), 1, 0, Number(state.shape[3])];
  let keys: InferenceSession.OnnxValueMapType[string] = new Tensor('float32', [], emptyShape);
  let values = keys;

  const run = async (tokens: readonly number[], offset: number) => {
    const out = await decoder.run(
      {
        tokens: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
        offset: new Tensor('int64', BigInt64Array.of(BigInt(offset)), [1]),
        in_n_layer_self_k_cache: keys,
        in_n_layer_self_v_cache: values,
        ...heard,
      },
      DECODER_OUTPUTS,
    );
    const { logits, out_n_layer_self_k_cache: newKeys, out_n_layer_self_v_cache: newValues } = out;
    if (!logits || !newKeys || !newValues) throw new TypeError('The decoder gave no answer.');
    keys = newKeys;
    values = newValues;
    return logitRows(logits);
  };

  return {
    step: async (tokens, offset) => {
      const rows = await run(tokens, offset);
      if (rows.length === tokens.length) return rows;
      return stepOneByOne(run, tokens, offset);
    },
  };
}

/** For decoders that answer for the last token only: the same rows, at the price of more steps. */
async function stepOneByOne(
  run: (tokens: readonly number[], offset: number) => Promise<LogitRows>,
  tokens: readonly number[],
  offset: number,
): Promise<LogitRows> {
  const rows: Float32Array[] = [];
  for (const [index, token] of tokens.entries()) rows.push(...(await run([token], offset + index)));
  return rows;
}

function logitRows(logits: InferenceSession.OnnxValueMapType[string]): Float32Array[] {
  if (!(logits.data instanceof Float32Array)) throw new TypeError('The logits are no floats.');
  const data = logits.data;
  const [, rows = 1, width = data.length] = logits.dims;
  return Array.from({ length: rows }, (_, row) => data.subarray(row * width, (row + 1) * width));
}
