export { type RoomSigning, type RoomTokenClaims, signRoomToken } from './sign-room-token.ts';
export { SteadyRoomClient } from './steady-room-client.ts';
