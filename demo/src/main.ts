import './quiet-media.ts';
import { parseArgs } from 'node:util';
import { untilSignal } from '@agent/process';
import { readEnv } from '@agent/process/env';
import { listen } from '@agent/process/listen';
import { createLog } from '@agent/process/log';
import { listScripts, loadScript } from '@agent/testing/script';
import { demoEnvSchema } from './env-schema.ts';
import { readRunningStack } from './running-stack.ts';
import { runScriptedCall, type ScriptedCallState } from './scripted-caller.ts';
import { createDemoServer } from './server.ts';

const stop = new AbortController();
const stopped = untilSignal().then(() => stop.abort());

try {
  const { positionals, values } = readArguments();
  const [command, ...rest] = positionals;
  if (command === 'serve') await runService();
  else
    await placeOneCall(command, { surplus: rest.length, recording: !values['without-recording'] });
} catch (cause) {
  process.stderr.write(`${(cause as Error).message}\n`);
  process.exitCode = 1;
}

// rtc-node keeps threads of its own alive.
process.exit();

async function runService(): Promise<void> {
  const env = readEnv(demoEnvSchema, { who: 'The demo caller' });
  const log = createLog({ part: 'demo', level: env.LOG_LEVEL });
  const app = createDemoServer({ webUrl: env.WEB_URL, log, signal: stop.signal });
  const { server } = await listen(app, { host: '127.0.0.1', port: env.DEMO_PORT });
  log.info({ port: env.DEMO_PORT }, 'demo caller listening');
  await stopped;
  await new Promise((resolve) => server.close(resolve));
}

function readArguments() {
  const options = { 'without-recording': { type: 'boolean' } } as const;
  return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
}

async function placeOneCall(
  name: string | undefined,
  { surplus, recording }: { surplus: number; recording: boolean },
): Promise<void> {
  const names = await listScripts();
  const chosen = name ?? names[0];
  if (surplus > 0 || !chosen || !names.includes(chosen)) {
    throw new Error(`Usage: npm run demo [-- ${names.join(' | ')}] [--without-recording]`);
  }
  const stack = await readRunningStack();
  if (!stack) {
    throw new Error('Nothing is running to call. Start it with "npm start", then try again.');
  }
  const webUrl = stack.urls.web;
  const onState = (state: ScriptedCallState) => process.stdout.write(`${words(state, webUrl)}\n`);
  const script = await loadScript(chosen);
  await runScriptedCall({ webUrl, script, signal: stop.signal, onState, recording });
}

function words(state: ScriptedCallState, webUrl: string): string {
  switch (state) {
    case 'waiting':
      return `A scripted customer is waiting. Sign in as an agent at ${webUrl}/agent, go available and accept the call.`;
    case 'answered':
      return 'Answered. Joining the room …';
    case 'talking':
      return 'Talking. The customer goes on when you have spoken, or after a short silence.';
    case 'ended':
      return 'The call has ended.';
    case 'abandoned':
      return 'The call was not answered.';
    default:
      return state satisfies never;
  }
}
