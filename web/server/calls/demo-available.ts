import 'server-only';
import type { Services } from '../services.ts';

/** Whether this installation has a scripted customer, so that the start page offers it. */
export function isDemoAvailable({ env }: Pick<Services, 'env'>): boolean {
  return env.DEMO_CALLER_URL !== undefined;
}
