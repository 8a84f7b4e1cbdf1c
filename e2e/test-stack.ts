import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceName, type Stack, startStack } from '@agent/scripts/stack';

/**
 * Starts a stack of its own on free ports, with an empty database and no model; `env` wins over ours.
 * A whole one, unless `only` names what a test needs.
 */
export async function startTestStack(
  env: Readonly<Record<string, string>> = {},
  only?: readonly ServiceName[],
): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'agent-e2e-'));
  const stack = await startStack({
    dataDir,
    ports: 'free',
    quiet: true,
    env: { SUGGEST_MODEL: '', ...env },
    ...(only ? { only } : {}),
  });
  return {
    urls: stack.urls,
    users: stack.users,
    databaseUrl: stack.databaseUrl,
    livekit: stack.livekit,
    dataDir: stack.dataDir,
    ports: stack.ports,
    services: stack.services,
    restart: stack.restart,
    kill: stack.kill,
    stop: stack.stop,
    start: stack.start,
    waitFor: stack.waitFor,
    get pids() {
      return stack.pids;
    },
    async close() {
      await stack.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
