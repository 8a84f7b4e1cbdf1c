import { closeDatabase, openDatabase, seedPlaybook } from '@agent/store';
import { type ModelServer, startModelServer } from '@agent/testing/model-server';
import { createBenchAgents } from './bench-agents.ts';
import { type ModelStack, openModelStack } from './bench-stack.ts';
import { type Desk, openDesk } from './desk.ts';
import { type FaultCase, type ModelCalls, modelFaults } from './model-figures.ts';
import type { ObservedCall } from './observed-call.ts';
import type { Recording } from './play-call.ts';
import { playRound } from './rounds.ts';
import { whenAborted } from './when-aborted.ts';

/** From request to the faked model's first token. */
export const FIRST_TOKEN_MS = 800;

/** What is to be played, and how to tell what is under way. */
interface ModelRun {
  recordings: readonly Recording[];
  /** Whether the customers agree to be recorded. */
  recorded: boolean;
  signal: AbortSignal;
  tell: (line: string) => void;
}

/**
 * Plays every recording with a faked model that answers, one call for each way to fail, and every
 * recording once more with a model that hangs and a playbook without cards, on a stack of its own that is
 * stopped afterwards.
 */
export async function playModelCalls(run: ModelRun): Promise<ModelCalls> {
  const model = await startModelServer({ firstTokenMs: FIRST_TOKEN_MS });
  let stack: ModelStack | undefined;
  let desk: Desk | undefined;
  try {
    run.tell('starting a stack with a faked model');
    stack = await openModelStack({ modelUrl: model.url, signal: run.signal });
    const [user] = await createBenchAgents(stack.databaseUrl, 1);
    if (!user) throw new Error('There is no agent for the calls with a model.');
    desk = await openDesk(stack.webUrl, user);
    return await Promise.race([playAll(run, model, stack, desk), whenAborted(run.signal)]);
  } finally {
    await desk?.close();
    await stack?.close();
    await model.close();
  }
}

async function playAll(
  { recordings, recorded, signal, tell }: ModelRun,
  model: ModelServer,
  stack: ModelStack,
  desk: Desk,
): Promise<ModelCalls> {
  const play = async (recording: Recording, behaviour: keyof typeof inWords) => {
    signal.throwIfAborted();
    tell(`playing ${recording.script.name} with a model that ${inWords[behaviour]}`);
    return playRound(stack.webUrl, [desk], [recording], { recorded });
  };
  const answering: ObservedCall[] = [];
  for (const recording of recordings) answering.push(...(await play(recording, 'answers')));
  const atFault: Record<FaultCase, ObservedCall[]> = {
    ...{ hangs: [], fails: [], 'rate-limited': [] },
    'hangs-without-cards': [],
  };
  for (const [index, fault] of modelFaults.entries()) {
    const recording = recordings[index % recordings.length];
    model.setBehaviour(fault);
    await stack.restartBot();
    if (recording) atFault[fault] = await play(recording, fault);
  }
  model.setBehaviour('hangs');
  await takeCardsAway(stack.databaseUrl);
  for (const recording of recordings) {
    await stack.restartBot();
    const calls = await play(recording, 'hangs-without-cards');
    atFault['hangs-without-cards'].push(...calls);
  }
  return { answering, atFault };
}

/** Until the next start of the stack, which seeds the playbook again. */
async function takeCardsAway(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'bench' });
  try {
    await seedPlaybook(db, []);
  } finally {
    await closeDatabase(db);
  }
}

const inWords = {
  answers: 'answers',
  hangs: 'hangs',
  fails: 'fails',
  'rate-limited': 'is rate-limited',
  'hangs-without-cards': 'hangs, and no card fits',
} as const satisfies Record<'answers' | FaultCase, string>;
