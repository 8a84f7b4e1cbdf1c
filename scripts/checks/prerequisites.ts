import type { Environment } from '../env.ts';
import { livekitBinary } from '../services/livekit-binary.ts';
import type { Check } from './check-list.ts';
import { chromiumPath } from './chromium.ts';

/** What prerequisites are looked for with. */
export interface PrerequisiteOptions {
  dataDir: string;
  environment: Environment;
  report: (line: string) => void;
  signal: AbortSignal;
}

/** Finds or builds what these checks need; returns the variables by which tests find it. */
export async function preparePrerequisites(
  checks: readonly Check[],
  options: PrerequisiteOptions,
): Promise<Environment> {
  const needed = new Set(checks.flatMap((check) => check.needs));
  const variables: Environment = {};
  if (needed.has('livekit')) variables.LIVEKIT_SERVER_BIN = await livekitBinary(options);
  if (needed.has('chromium')) variables.CHROMIUM_PATH = await chromiumPath(options);
  return variables;
}
