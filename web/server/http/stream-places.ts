import 'server-only';
import type { Meters } from '../meters.ts';
import { Problem } from '../problem.ts';

/** What streams show. */
export type StreamName = 'agent' | 'customer' | 'call-customer' | 'wall';

/** How many streams may be open at once. */
export interface StreamLimits {
  /** Of one kind for one person, or one person and call: as many windows as anybody uses. */
  perOwner: number;
  /** From one address: a large office behind one, each person at a few windows. */
  perAddress: number;
  /** Of this process: as many as it can tell of a change within a second or two. */
  perProcess: number;
}

export const streamLimits = {
  perOwner: 4,
  perAddress: 500,
  perProcess: 2_000,
} as const satisfies StreamLimits;

/** Who asks for a place. */
export interface PlaceRequest {
  stream: StreamName;
  /** Whose stream it is: a person, a call, or both. */
  owner: string;
  address: string;
  /** Runs when a newer stream of the same owner takes the place. */
  onReplaced(): void;
}

/** The streams of this process. */
export interface StreamPlaces {
  /**
   * Takes a place and returns how to give it back, which is harmless to do twice. An owner who has as
   * many as allowed loses the oldest; refuses when there are too many from an address or in all.
   */
  take(request: PlaceRequest): () => void;
}

const retryAfterSeconds = 5;
const addressMessage = 'Too many pages are open from here. Close some and try again.';
const processMessage = 'This server has as many pages open as it can serve. Try again soon.';

/** Keeps count of the streams of this process. */
export function createStreamPlaces(
  { turnedAwayStreams: turnedAway }: Pick<Meters, 'turnedAwayStreams'>,
  limits: StreamLimits = streamLimits,
): StreamPlaces {
  /** Oldest first. */
  const byOwner = new Map<string, Set<PlaceRequest>>();
  const byAddress = new Map<string, Set<PlaceRequest>>();
  const all = new Set<PlaceRequest>();

  return {
    take(request) {
      const { stream, address } = request;
      replaceOldest(request);
      if ((byAddress.get(address)?.size ?? 0) >= limits.perAddress) {
        turnedAway.inc({ stream, reason: 'address' });
        throw Problem.tooManyRequests(addressMessage, retryAfterSeconds);
      }
      if (all.size >= limits.perProcess) {
        turnedAway.inc({ stream, reason: 'process' });
        throw Problem.unavailable(processMessage);
      }
      all.add(request);
      add(byOwner, ownerKey(request), request);
      add(byAddress, address, request);
      return () => giveBack(request);
    },
  };

  function replaceOldest(request: PlaceRequest): void {
    const own = byOwner.get(ownerKey(request));
    const [oldest] = own ?? [];
    if (!own || !oldest || own.size < limits.perOwner) return;
    turnedAway.inc({ stream: request.stream, reason: 'replaced' });
    giveBack(oldest);
    oldest.onReplaced();
  }

  function giveBack(request: PlaceRequest): void {
    all.delete(request);
    remove(byOwner, ownerKey(request), request);
    remove(byAddress, request.address, request);
  }
}

function ownerKey({ stream, owner }: PlaceRequest): string {
  return `${stream} ${owner}`;
}

function add(sets: Map<string, Set<PlaceRequest>>, key: string, request: PlaceRequest): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(request));
}

function remove(sets: Map<string, Set<PlaceRequest>>, key: string, request: PlaceRequest): void {
  const set = sets.get(key);
  set?.delete(request);
  if (set?.size === 0) sets.delete(key);
}
