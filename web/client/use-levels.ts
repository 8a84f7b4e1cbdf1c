'use client';
import type { SubscribeLevel } from '@agent/ui';
import type { AudioCall } from '@agent/ui/live';
import { useMemo } from 'react';

/** Level of each side, for meters; does not render anything again. */
export function useLevels(call: AudioCall): { own: SubscribeLevel; remote: SubscribeLevel } {
  return useMemo(
    () => ({
      own: (listener) => call.subscribeLevels(({ own }) => listener(own)),
      remote: (listener) => call.subscribeLevels(({ remote }) => listener(remote)),
    }),
    [call],
  );
}
