import { daysInWords } from '@agent/calls';
import type { FigureSplit, MetricGroup } from '@agent/protocol';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * How parts of figures are called on screen. Hours of several days have their day, days of other years their
 * year; agents and queues are called by their names.
 */
export function placeWords(
  groups: readonly MetricGroup[],
  by: FigureSplit,
  thisYear: number,
): (group: MetricGroup) => string {
  const isOneDay = new Set(groups.map(({ key }) => key.slice(0, 10))).size <= 1;
  return ({ key, label }) => {
    switch (by) {
      case 'hour': {
        const hour = key.slice(11, 16);
        return isOneDay ? hour : `${weekdayOf(key.slice(0, 10))} ${hour}`;
      }
      case 'day':
        return `${weekdayOf(key)} ${daysInWords(key, key, thisYear)}`;
      case 'week':
        return `from ${daysInWords(key, key, thisYear)}`;
      case 'weekday-hour': {
        const [weekday = 1, hour = 0] = key.split('-').map(Number);
        return `${weekdays[weekday - 1]} ${String(hour).padStart(2, '0')}:00`;
      }
      case 'agent':
      case 'queue':
        return label;
      default:
        return by satisfies never;
    }
  };
}

function weekdayOf(day: string): string {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
}
