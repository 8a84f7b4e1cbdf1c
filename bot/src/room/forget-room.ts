import type { Room } from '@livekit/rtc-node';

/**
 * Lets go of a room that is over. LiveKit's SDK (1.1.0) does so only for one that it leaves itself: one
 * that the server has closed hears native events for ever, and keeps all that it holds.
 */
export function forgetRoom(room: Room): void {
  globalThis._ffiClientInstance?.off('ffi_event', Reflect.get(room, 'onFfiEvent'));
  room.removeAllListeners();
}
