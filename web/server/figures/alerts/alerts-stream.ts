import 'server-only';
import { overseerNow } from '../../access/overseer-now.ts';
import { requireOverseer, type Viewer } from '../../access/viewer.ts';
import { eventStream } from '../../http/event-stream.ts';
import type { Services } from '../../services.ts';
import { alertsOf } from './read-alerts.ts';

/** Streams the alerts of what somebody looks after. It ends when the session does. */
export function alertsStream(services: Services, viewer: Viewer, request: Request): Response {
  const { userId } = requireOverseer(viewer);
  const { changeFeed } = services;
  return eventStream(services, {
    ...{ name: 'figure-alerts', owner: userId, request, tellsUnreadable: true },
    subscribe(onChange) {
      const stops = [
        changeFeed.onFigureAlerts(onChange),
        changeFeed.onSessionEnd(userId, onChange),
      ];
      return () => stops.forEach((stop) => void stop());
    },
    async state() {
      const overseer = await overseerNow(services, request);
      return overseer && alertsOf(services, overseer);
    },
  });
}
