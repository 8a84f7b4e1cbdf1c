import { setTimeout as delay } from 'node:timers/promises';
import { scriptedCustomer } from '@agent/demo/scripted-customers';
import { readRecording } from '@agent/testing/recording';
import { listScripts, loadScript, ScriptError } from '@agent/testing/script';
import type { Desk } from './desk.ts';
import type { ObservedCall } from './observed-call.ts';
import { type BenchCustomer, closeCall, openCall, playCall, type Recording } from './play-call.ts';

/** Between the starts of calls that go on at once, so that they are not in step. */
const STAGGER_MS = 900;

/** Loads the recordings of a folder. */
export async function loadRecordings(speechDir: string, only: string[]): Promise<Recording[]> {
  const names = await listScripts(speechDir);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new ScriptError(`--only ${unknown}: ${speechDir} has ${names.join(', ')}.`);
  if (names.length === 0) throw new ScriptError(`${speechDir} holds no folder with a script.json.`);
  return Promise.all(
    names
      .filter((name) => only.length === 0 || only.includes(name))
      .map(async (name) => {
        const script = await loadScript(name, speechDir);
        const [customer, agent] = await Promise.all([
          readRecording(script.wavPaths.customer),
          readRecording(script.wavPaths.agent),
        ]);
        return { script, samples: { customer, agent } };
      }),
  );
}

/** Which recordings are played at once: every recording at least once, `calls` at a time. */
export function planRounds<T>(recordings: readonly T[], calls: number): T[][] {
  const rounds = Math.ceil(recordings.length / calls);
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: calls }, (_, place) => {
      const recording = recordings[(round * calls + place) % recordings.length];
      if (recording === undefined) throw new ScriptError('There is nothing to play.');
      return recording;
    }),
  );
}

/** Plays some recordings at once, each on a call of its own. */
export async function playRound(
  webUrl: string,
  desks: readonly Desk[],
  recordings: readonly Recording[],
  { recorded }: Pick<BenchCustomer, 'recorded'>,
): Promise<ObservedCall[]> {
  const opened = [];
  for (const [index, recording] of recordings.entries()) {
    const desk = desks[index];
    if (!desk) throw new Error('There are fewer agents than calls.');
    opened.push({
      recording,
      call: await openCall(webUrl, desk, {
        ...scriptedCustomer(recording.script.name),
        recorded,
      }),
    });
  }
  const observed = await Promise.all(
    opened.map(async ({ recording, call }, index) => {
      await delay(index * STAGGER_MS);
      return playCall(call, recording);
    }),
  );
  for (const { call } of opened) await closeCall(call);
  return observed;
}
