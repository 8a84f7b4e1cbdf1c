import 'server-only';
import { noteSoundsRemoved, soundsToRemove } from '@agent/store';
import type { Services } from '../services.ts';

/** Sounds that are removed at once. */
const batchSize = 20;

/**
 * Takes deleted sounds out of the store; their keys are gone already. Throws when the store cannot be
 * reached: what is left is removed the next time. Returns how many are gone now.
 */
export async function removeDeletedSounds({
  db,
  recordings,
}: Pick<Services, 'db' | 'recordings'>): Promise<number> {
  // Without a store there is nowhere to remove them from; their names stay until there is one.
  if (!recordings) return 0;
  let removed = 0;
  for (;;) {
    const sounds = await soundsToRemove(db, { limit: batchSize });
    const names = sounds.flatMap(({ soundName, waveformName }) => [soundName, waveformName]);
    await Promise.all(names.map((name) => name !== null && recordings.store.remove(name)));
    await noteSoundsRemoved(
      db,
      sounds.map(({ callId }) => callId),
    );
    removed += sounds.length;
    if (sounds.length < batchSize) return removed;
  }
}
