export { AudioCall, type AudioCallState, type CallConnection } from './audio-call.ts';
export type { AudioDevice, AudioDevices } from './audio-devices.ts';
export { type AudioProblem, microphoneProblem } from './audio-problem.ts';
export { backOffMs, waitUnlessWoken } from './back-off.ts';
export { type FakeRoom, type FakeRoomScript, fakeRooms } from './fake-room.ts';
export type { AudioLevels, LevelListener } from './level-ticker.ts';
export type {
  ConnectionQuality,
  CreateMediaRoom,
  MediaRoom,
  MediaRoomEvents,
  RoomTicket,
} from './media-room.ts';
export { askForMicrophone } from './microphone-permission.ts';
export {
  MicrophoneTest,
  type MicrophoneTestState,
  type OpenMicrophone,
  type OpenMicrophoneWith,
} from './microphone-test.ts';
export { type UseAudioCall, type UseAudioCallOptions, useAudioCall } from './use-audio-call.ts';
export { canChooseSpeaker, useAudioDevices } from './use-audio-devices.ts';
export { useMicrophoneTest } from './use-microphone-test.ts';
export { useRoomMessages } from './use-room-messages.ts';
