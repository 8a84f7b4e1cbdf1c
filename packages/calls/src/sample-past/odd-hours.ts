import { createDraw } from './draw.ts';
import type { SampleIncident, SamplePastOptions } from './sample-past.types.ts';
import { daysOfZone } from './zone-days.ts';

/** Every so many days something goes wrong for some hours of a working day. */
const everyDays = 13;
/** What comes later belongs to who asks for it. */
const quietDays = 8;
const kinds = ['surge', 'slow', 'impatient'] as const;

/** The options with the odd hours that every longer past has: the first some days after its beginning. */
export function withIncidents(options: SamplePastOptions): SamplePastOptions {
  const { seed, fromMs, untilMs, zone } = options;
  const draw = createDraw(seed, 'incidents');
  const working = daysOfZone(fromMs, untilMs - quietDays * 86_400_000, zone).filter(
    ({ weekday }) => weekday <= 5,
  );
  const incidents = working.flatMap(({ hoursAtMs }, index): SampleIncident[] => {
    if (index % everyDays !== everyDays - 4) return [];
    const fromHourMs = hoursAtMs[draw.whole(9, 14)] ?? 0;
    const kind = kinds[Math.floor(index / everyDays) % kinds.length] ?? 'surge';
    return [{ kind, fromMs: fromHourMs, untilMs: fromHourMs + draw.whole(3, 5) * 3_600_000 }];
  });
  return { ...options, incidents: [...incidents, ...options.incidents] };
}
