'use client';
import { RelativeTime } from '@agent/ui';

/** When somebody signed in last. */
export function LastSignIn({ at }: { at: string | null }) {
  return at ? <RelativeTime at={at} /> : <>never signed in</>;
}
