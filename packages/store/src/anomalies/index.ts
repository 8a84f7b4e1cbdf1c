export {
  actOnFigureAlert,
  type FigureAlertOutcome,
} from './act-on-figure-alert.ts';
export { type FigureAlertRow, readFigureAlerts } from './figure-alert-row.ts';
export { ALERT_DAYS, EXCEPTION_DAYS, forgetOldAlerts } from './forget-old-alerts.ts';
export { type LearningFigure, readLearningFigures } from './learning.ts';
export { type WatchedFigures, watchFigures } from './watch-figures.ts';
