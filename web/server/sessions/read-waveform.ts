import 'server-only';
import type { CallId } from '@agent/protocol';
import { bytesOf } from '@agent/recordings';
import { sessionOfReader } from '../access/session-of-reader.ts';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import type { Services } from '../services.ts';
import { openSound } from './open-sound.ts';

/** One for each page that is opened. */
const limit = { limit: 60, windowMs: 60_000 };

/**
 * How loud both sides of a call were, as `audiowaveform` writes it (.dat, version 2, two channels,
 * customer first), for those who may hear it. A few hundred kilobytes an hour.
 */
export async function readWaveform(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<Uint8Array> {
  await sessionOfReader(services, viewer, callId);
  const { userId } = requireSession(viewer);
  await limitRate(services, `waveform-read:${userId}`, limit, 'Too much at once. Wait a moment.');
  const { sealed } = await openSound(services, callId, 'waveform');
  return bytesOf(await sealed.read());
}
