import { type FigureAlertAct, type FigureAlerts, figureAlertsSchema } from '@agent/protocol';
import { command, request } from '../../http/request.ts';

const path = '/api/metrics/alerts';

/** The figures that are out of line, of what somebody looks after. */
export function readFigureAlerts(signal?: AbortSignal): Promise<FigureAlerts> {
  return request(figureAlertsSchema, path, { signal });
}

/** Does something about an alert of a figure; the same again is harmless. */
export function actOnFigureAlert(id: string, act: FigureAlertAct['act']): Promise<void> {
  return command(`${path}/${encodeURIComponent(id)}`, { body: { act } });
}
