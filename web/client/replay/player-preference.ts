import { playbackRates } from '@agent/ui/replay';
import { z } from 'zod';
import type { Preference } from '../preferences/preference.ts';

/** How this browser plays calls. */
export const playerPreference: Preference<{ rate: number; skipsSilence: boolean }> = {
  key: 'replay',
  schema: z.object({ rate: z.literal(playbackRates), skipsSilence: z.boolean() }),
  fallback: { rate: 1, skipsSilence: false },
};
