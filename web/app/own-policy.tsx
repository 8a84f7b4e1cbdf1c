'use client';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { mayUseMicrophone } from '#server/http/microphone-pages.ts';

/** The page for which this document was loaded: it has the policy of that one for as long as it lasts. */
const loadedFor = globalThis.location?.pathname;

/** Whether this document may use of the computer what the page may, and no more. */
export function hasPolicyOf(pathname: string): boolean {
  return loadedFor === undefined || mayUseMicrophone(loadedFor) === mayUseMicrophone(pathname);
}

/**
 * Loads the document again where the page in it has come without one, and has another policy. Links that
 * lead from one to the other load a document anyway; this is for what is forgotten.
 */
export function OwnPolicy(): null {
  const pathname = usePathname();
  const isOwn = hasPolicyOf(pathname);
  useEffect(() => {
    if (!isOwn) window.location.reload();
  }, [isOwn]);
  return null;
}
