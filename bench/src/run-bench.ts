import type { BenchArguments } from './arguments.ts';
import { MAX_CALLS } from './arguments.ts';
import { createBenchAgents } from './bench-agents.ts';
import { type BenchStack, openBenchStack } from './bench-stack.ts';
import { type Desk, openDesk } from './desk.ts';
import { callFigures } from './figures.ts';
import { isBehind, type LadderFigures, type LadderStep, whatFallsBehind } from './ladder.ts';
import { meterLoad } from './load.ts';
import { thisMachine } from './machine.ts';
import { playModelCalls } from './model-calls.ts';
import { type ModelFigures, modelFigures } from './model-figures.ts';
import { playNoise } from './noise-call.ts';
import type { Recording } from './play-call.ts';
import type { BenchReport } from './report.ts';
import { loadRecordings, planRounds, playRound } from './rounds.ts';
import { whenAborted } from './when-aborted.ts';

/** How a run tells what it does, one line at a time. */
export type Tell = (line: string) => void;

/** Plays what was asked for and returns all figures; stops what it started in any case. */
export async function runBench(
  options: BenchArguments,
  signal: AbortSignal,
  tell: Tell,
): Promise<BenchReport> {
  const recordings = await loadRecordings(options.speechDir, options.only);
  const report = await runMainCalls({ options, recordings, signal, tell });
  const modelCalls = options.modelCalls
    ? await playModelCalls({ recordings, recorded: options.recorded, signal, tell })
    : null;
  return { ...report, ...modelFigures(modelCalls) };
}

/** The calls without a model, on the stack that runs or on one of the bench's own. */
async function runMainCalls(run: Omit<Run, 'stack' | 'desks'>): Promise<MainReport> {
  const { options, recordings, signal, tell } = run;
  const { fakeSpeechToText } = options;
  const stack = await openBenchStack({ fakeSpeechToText, signal });
  const desks: Desk[] = [];
  try {
    const count = options.ladder ? MAX_CALLS : options.calls;
    for (const agent of await createBenchAgents(stack.databaseUrl, count)) {
      desks.push(await openDesk(stack.webUrl, agent));
    }
    const measuring = measure({ options, stack, desks, recordings, signal, tell });
    return await Promise.race([measuring, whenAborted(signal)]);
  } finally {
    for (const desk of desks) await desk.close();
    await stack.close();
  }
}

interface Run {
  options: BenchArguments;
  stack: BenchStack;
  desks: Desk[];
  recordings: Recording[];
  signal: AbortSignal;
  tell: Tell;
}

/** All figures but those of the calls with a model. */
type MainReport = Omit<BenchReport, keyof ModelFigures>;

async function measure(run: Run): Promise<MainReport> {
  const { options, stack, desks, tell } = run;
  const ladder = options.ladder ? await climb(run) : null;
  const { calls, ...figures } = ladder?.steps[0] ?? (await playCalls(run, options.calls));
  const firstDesk = desks[0];
  if (options.noiseMinutes > 0) tell(`playing ${options.noiseMinutes} min without speech`);
  const noise =
    options.noiseMinutes > 0 && firstDesk
      ? await playNoise(stack.webUrl, firstDesk, {
          minutes: options.noiseMinutes,
          recorded: options.recorded,
        })
      : null;
  return {
    takenAt: new Date().toISOString(),
    machine: thisMachine(),
    speechToText: stack.speechToText,
    calls,
    played: planRounds(run.recordings, calls).flatMap((round) =>
      round.map(({ script }) => script.name),
    ),
    ...figures,
    noiseLines: noise?.lines ?? null,
    noise,
    ladder,
  };
}

async function playCalls(run: Run, calls: number): Promise<LadderStep> {
  const { options, stack, desks, recordings, signal, tell } = run;
  const load = await meterLoad(stack);
  const observed = [];
  for (const round of planRounds(recordings, calls)) {
    signal.throwIfAborted();
    tell(`playing ${round.map(({ script }) => script.name).join(', ')}`);
    observed.push(...(await playRound(stack.webUrl, desks, round, options)));
  }
  return {
    calls,
    ...callFigures(observed, options.fakeSpeechToText),
    ...(await load.finish(observed)),
  };
}

/** One call more at each step, until text comes late or not at all. */
async function climb(run: Run): Promise<LadderFigures> {
  const steps: LadderStep[] = [];
  for (let calls = 1; calls <= MAX_CALLS; calls++) {
    const step = await playCalls(run, calls);
    steps.push(step);
    if (!isBehind(step)) continue;
    return { fallsBehindAt: calls, what: whatFallsBehind(step, thisMachine().cores), steps };
  }
  return { fallsBehindAt: null, what: 'nothing', steps };
}
