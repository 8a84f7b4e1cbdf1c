import 'server-only';
import type { SuggestionDensity } from '@agent/protocol';
import { setSuggestionDensity as setStoredDensity } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

/** The agent chooses how many suggestions to see, from now on and in the call at hand. */
export async function setSuggestionDensity(
  services: Services,
  viewer: Viewer,
  density: SuggestionDensity,
): Promise<void> {
  const { userId } = requireRole(viewer, 'agent');
  const changed = await setStoredDensity(services.db, userId, density);
  if (changed) void deliver(services, changed.call, changed.appended);
}
