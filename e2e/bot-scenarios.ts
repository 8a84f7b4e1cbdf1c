import { fileURLToPath } from 'node:url';
import { SimulateScenarioKind } from '@livekit/rtc-node';

/** Every scenario that LiveKit's Node SDK can play here; see `scenarios` for the one that it cannot. */
export const botScenarios = Object.keys(SimulateScenarioKind).filter(
  (name) => name.startsWith('SIMULATE_') && name !== 'SIMULATE_FORCE_TLS',
) as (keyof typeof SimulateScenarioKind)[];

/** Environment of a stack whose bot plays scenarios on demand. */
export function botScenarioEnv(port: number): Record<string, string> {
  const preload = fileURLToPath(new URL('bot-room-preload.ts', import.meta.url));
  return {
    NODE_OPTIONS: `--import=${preload}`,
    E2E_BOT_SCENARIO_PORT: String(port),
  };
}

/** Plays a scenario in the bot's room; resolves when the SDK has started it. */
export async function simulateInBot(
  port: number,
  name: keyof typeof SimulateScenarioKind,
): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/${SimulateScenarioKind[name]}`);
  if (!answer.ok) throw new Error(await answer.text());
}
