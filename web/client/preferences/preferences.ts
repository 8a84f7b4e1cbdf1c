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

/** How loud a supervisor hears each side of a call. */
export const listeningPreference: Preference<{ customer: number; agent: number }> = {
  key: 'listening',
  schema: z.object({ customer: z.number().min(0).max(1), agent: z.number().min(0).max(1) }),
  fallback: { customer: 1, agent: 1 },
};

/** How an offer rings; null is the computer's default speaker. */
export const ringPreference: Preference<{
  on: boolean;
  volume: number;
  speakerId: string | null;
}> = {
  key: 'offer-ring',
  schema: z.object({
    on: z.boolean(),
    volume: z.number().min(0.05).max(1),
    speakerId: z.string().max(200).nullable(),
  }),
  fallback: { on: true, volume: 0.6, speakerId: null },
};

/** Whether an offer is shown as a notification, where the browser may. */
export const notificationPreference: Preference<boolean> = {
  key: 'offer-notification',
  schema: z.boolean(),
  fallback: true,
};

/** Whether an agent has put the offer of notifications aside. */
export const notificationHintPreference: Preference<boolean> = {
  key: 'offer-notification-hint',
  schema: z.boolean(),
  fallback: true,
};
