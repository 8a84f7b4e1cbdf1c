import { z } from 'zod';
import type { Preference } from './preference.ts';

/** Captions of the customer page. */
export const captionPreference: Preference<{ on: boolean; size: number }> = {
  key: 'captions',
  schema: z.object({ on: z.boolean(), size: z.number().int().min(0).max(3) }),
  fallback: { on: true, size: 1 },
};

/** Devices chosen last; null is the computer's default. */
export const devicePreference: Preference<{
  microphoneId: string | null;
  speakerId: string | null;
}> = {
  key: 'devices',
  schema: z.object({ microphoneId: z.string().nullable(), speakerId: z.string().nullable() }),
  fallback: { microphoneId: null, speakerId: null },
};

/** Whether an offer rings. */
export const soundPreference: Preference<boolean> = {
  key: 'offer-sound',
  schema: z.boolean(),
  fallback: false,
};
