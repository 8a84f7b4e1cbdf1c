/** Pages of supervisors, who are never heard by accident: these have no microphone … */
const SILENT = /^\/supervisor(\/|$)/;
/** … but for the one on which somebody speaks in a call. */
const SPEAKING = /^\/supervisor\/calls\/[^/]+\/speak\/?$/;

/** The same as patterns of Next, of which the last that fits counts. */
export const microphonePages = [
  { source: '/supervisor/:path*', microphone: false },
  { source: '/supervisor/calls/:id/speak', microphone: true },
] as const;

/**
 * Whether a browser may open a microphone on a page. A policy belongs to a document: a page that Next shows
 * in the document of another one has the other one's.
 */
export function mayUseMicrophone(pathname: string): boolean {
  return !SILENT.test(pathname) || SPEAKING.test(pathname);
}
