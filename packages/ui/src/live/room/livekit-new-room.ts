/**
 * Makes a room of LiveKit that can be let go of. In 2.23 a room's listener at the devices is taken off
 * only when the room is collected as garbage, which its registry of rooms prevents
 * (livekit/client-sdk-js#2008); a room made without the registry has a listener that `forgetDevices` finds.
 * Rooms that others make in the same page are left alone. The class is handed in, so that who only uses our
 * types needs none of LiveKit's.
 */
export function newLivekitRoom<Options, Made extends object>(
  Room: new (options: Options) => Made,
  options: Options,
): Made {
  const registry: unknown = Reflect.get(Room, 'cleanupRegistry');
  // Reflect: where LiveKit has renamed or frozen it, nothing happens.
  if (registry) Reflect.set(Room, 'cleanupRegistry', false);
  try {
    return new Room(options);
  } finally {
    if (registry) Reflect.set(Room, 'cleanupRegistry', registry);
  }
}

/** Takes off the listener of a room at the devices; does nothing where LiveKit has done so itself. */
export function forgetDevices(room: object): void {
  const listener: unknown = Reflect.get(room, 'handleDeviceChange');
  if (!isListener(listener)) return;
  navigator.mediaDevices?.removeEventListener?.('devicechange', listener);
}

function isListener(value: unknown): value is (event: Event) => void {
  return typeof value === 'function';
}
