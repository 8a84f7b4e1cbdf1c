/**
 * How the connection to the room stands. `reconnecting`: it is being mended; `lost`: it is gone and we
 * join again; `moved`: another tab has the call; `refused`: the call is over or not ours.
 */
export type ConnectionState =
  | 'idle'
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'lost'
  | 'moved'
  | 'refused';

/** How well an established connection carries sound; `lost`: nothing gets through just now. */
export type ConnectionQuality = 'unknown' | 'good' | 'poor' | 'lost';
