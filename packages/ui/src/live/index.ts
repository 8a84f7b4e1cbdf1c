export type { CallState } from '@agent/calls';
export {
  type CallEventEnvelope,
  DATA_TOPIC,
  type DataMessage,
  type EventPage,
  encodeDataMessage,
  type SuggestionOutcome,
} from '@agent/protocol';
export type { AudioDevice } from '../device-picker/audio-device.ts';
export { AudioCall, type AudioCallState, type CallConnection } from './audio-call.ts';
export type { AudioDevices } from './audio-devices.ts';
export { type AudioProblem, audioProblems, microphoneProblem } from './audio-problem.ts';
export { backOffMs, waitUnlessWoken } from './back-off.ts';
export {
  CallFeed,
  type CallFeedOptions,
  type CallFeedState,
  type CallFeedStatus,
} from './call-feed.ts';
export type { CallMessages, CallSource } from './call-source.ts';
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
export type { StoreSuggestionOutcome } from './suggestion-outbox.ts';
export { type UseAudioCall, type UseAudioCallOptions, useAudioCall } from './use-audio-call.ts';
export { canChooseSpeaker, useAudioDevices } from './use-audio-devices.ts';
export { useCallFeed, useCallMessages, useCallState } from './use-call-feed.ts';
export { useMicrophoneTest } from './use-microphone-test.ts';
export { useRoomMessages } from './use-room-messages.ts';
export { type ShownAlert, useSentimentAlert } from './use-sentiment-alert.ts';
export {
  type LiveSuggestions,
  type UseSuggestionsOptions,
  useSuggestions,
} from './use-suggestions.ts';
export { type LiveTranscript, useTranscript } from './use-transcript.ts';
