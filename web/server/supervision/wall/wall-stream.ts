import 'server-only';
import type { Overseer } from '@agent/calls';
import { overseerNow } from '../../access/overseer-now.ts';
import { requireOverseer, type Viewer } from '../../access/viewer.ts';
import { defaultTimings, eventStream } from '../../http/event-stream.ts';
import type { Services } from '../../services.ts';
import { createWallReader } from './wall-reader.ts';

/** Something is sent this often in any case; who looks on is looked at again with it. */
const everyMs = 2_000;
/** What is older is not sent: what is shown is to be seen as stale. */
const staleMs = 3_000;

/**
 * Streams the wall of a supervisor or an admin: the calls that they may look after, the lines and the agents
 * of their queues. It ends when the session does.
 */
export function wallStream(services: Services, viewer: Viewer, request: Request): Response {
  const { userId } = requireOverseer(viewer);
  const { changeFeed, wall, now } = services;
  const reader = createWallReader();
  let overseer: Overseer | undefined;
  return eventStream(services, {
    name: 'wall',
    owner: userId,
    request,
    statesAreJson: true,
    timings: { ...defaultTimings, everyMs },
    subscribe(onChange) {
      const stops = [
        wall.watch(onChange),
        changeFeed.onSessionEnd(userId, () => {
          overseer = undefined;
          onChange();
        }),
      ];
      return () => stops.forEach((stop) => void stop());
    },
    async state(isDue) {
      if (isDue || !overseer) overseer = await overseerNow(services, request);
      if (!overseer) return undefined;
      const snapshot = await wall.snapshot();
      const isStale = now().getTime() - snapshot.atMs > staleMs;
      if (isStale) throw new Error('The wall could not be read for a while.');
      return reader.next(snapshot, overseer, isDue);
    },
  });
}
