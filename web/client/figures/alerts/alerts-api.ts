import type { FigureAlertAct } from '@agent/protocol';
import { command } from '../../http/request.ts';

/** Where alerts of figures are followed. */
export const ALERTS_STREAM = '/api/metrics/alerts/stream';

/** Does something about an alert of a figure; the same again is harmless. */
export function actOnFigureAlert(id: string, act: FigureAlertAct['act']): Promise<void> {
  return command(`/api/metrics/alerts/${encodeURIComponent(id)}`, { body: { act } });
}
