export { type FakeRoom, type FakeRoomScript, fakeRooms } from './room/fake-room.ts';
