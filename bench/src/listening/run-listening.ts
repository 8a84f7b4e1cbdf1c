import { createWebClient } from '@agent/demo/web-client';
import { startStack } from '@agent/scripts/stack';
import { startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { percentiles } from '@agent/testing/percentiles';
import { createAgentApi } from '../agent-api.ts';
import { createBenchAgents } from '../bench-agents.ts';
import { DATA_DIR } from '../bench-stack.ts';
import { openDesk } from '../desk.ts';
import { thisMachine } from '../machine.ts';
import { whenAborted } from '../when-aborted.ts';
import { openClicker } from './click-to-sound.ts';
import { listenerCost } from './listener-cost.ts';
import type { ListeningArguments } from './listening-arguments.ts';
import type { ListeningReport } from './listening-report.ts';
import { openSoundingCall } from './sounding-call.ts';

/** Measures on a stack of its own, with one call that sounds; throws when something does not come to be. */
export async function runListening(
  { clicks, listeners, seconds, ...browser }: ListeningArguments,
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<ListeningReport> {
  const fake = await startFakeSpeechToText();
  const env = { SUGGEST_MODEL: '', OPENAI_BASE_URL: fake.url };
  const stack = await startStack({ dataDir: DATA_DIR, ports: 'free', env, signal });
  try {
    return await Promise.race([measure(), whenAborted(signal)]);
  } finally {
    await stack.close();
    await fake.close();
  }

  async function measure(): Promise<ListeningReport> {
    const account = stack.users.find(({ role }) => role === 'supervisor');
    const [agent] = await createBenchAgents(stack.databaseUrl, 1);
    if (!account || !agent) throw new Error('The stack has nobody who could listen or talk.');
    const desk = await openDesk(stack.urls.web, agent);
    const { callId, close } = await openSoundingCall(stack.urls.web, desk);
    const client = createWebClient({ webUrl: stack.urls.web });
    await createAgentApi(client).signIn(account.username, account.password);
    report(`what ${listeners} listeners cost, for twice ${seconds} s`);
    const cost = await listenerCost(stack, client, { callId, listeners, seconds });
    const clicker = await openClicker(stack.urls.web, account, browser);
    const [first, both]: [number[], number[]] = [[], []];
    // The first one loads the page's scripts; it is no click of somebody who works at the wall.
    await clicker.listen(callId);
    for (let click = 1; click <= clicks; click++) {
      const heard = await clicker.listen(callId);
      first.push(Math.min(...heard));
      both.push(Math.max(...heard));
      if (click % 5 === 0) report(`${click} of ${clicks} clicks`);
    }
    await clicker.close();
    await close();
    await desk.close();
    return {
      takenAt: new Date().toISOString(),
      machine: thisMachine(),
      clickToFirstVoiceMs: percentiles(first),
      clickToBothVoicesMs: percentiles(both),
      listeners,
      cost,
    };
  }
}
