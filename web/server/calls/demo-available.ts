import 'server-only';
import { services } from '../services.ts';

/** Whether this installation has a scripted customer, so that the start page offers it. */
export function isDemoAvailable(): boolean {
  return services().env.DEMO_CALLER_URL !== undefined;
}
