import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '@agent/scripts/stack';

/** Starts a whole stack of its own on free ports, with an empty database. */
export async function startTestStack(): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'agent-e2e-'));
  const stack = await startStack({ dataDir, ports: 'free', quiet: true });
  return {
    ...stack,
    get pids() {
      return stack.pids;
    },
    async close() {
      await stack.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
