export type {
  AssistState,
  CallPhase,
  CallState,
  ChatItem,
  ChatMessage as CallChatMessage,
  ConversationItem,
  FinalSegment,
  Gap,
  GapItem,
  Hold,
  HoldItem,
  IdSet,
  LiveSegment,
  OfferedSuggestion,
  ScoredSentiment,
  SentimentAlert as CallSentimentAlert,
  SuggestionFate,
  Turn,
} from '@agent/calls';
export type {
  Actor,
  CallEvent,
  CallEventData,
  CallEventType,
  CallId,
  CustomerId,
  EndReason,
  EventId,
  ModelStatus,
  ModelTrouble,
  OrderNumber,
  SegmentId,
  Sentiment,
  SentimentLabel,
  Speaker,
  Suggestion,
  SuggestionAction,
  SuggestionDensity,
  SuggestionDraft,
  SuggestionExpiry,
  SuggestionId,
  SuggestionSource,
  TranscriptionStatus,
} from '@agent/protocol';
export {
  type CallEventEnvelope,
  DATA_TOPIC,
  type DataMessage,
  type EventPage,
  encodeDataMessage,
  type SuggestionOutcome,
} from '@agent/protocol';
export type {
  SuggestionHelper,
  SuggestionItem,
  SuggestionItemSource,
  SuggestionsUnavailable,
} from '../ai-suggestion-panel/suggestion-item.ts';
export type { SubscribeLevel } from '../audio-level-meter/audio-level-meter.tsx';
export type { ConnectionQuality, ConnectionState } from '../connection-badge/connection.ts';
export type { AudioDevice, DevicePermission } from '../device-picker/audio-device.ts';
export type { SentimentTrendPoint } from '../sentiment-trend/sentiment-trend.tsx';
export type { TranscriptSentiments } from '../transcript/transcript-item.ts';
export { askForMicrophone } from './ask-for-microphone.ts';
export { assistAt, type ShownAssist } from './assist-at.ts';
export {
  AudioCall,
  type AudioCallOptions,
  type AudioCallState,
  type MessageListener,
} from './audio-call.ts';
export type { AudioDevices, DeviceSource } from './audio-devices.ts';
export { type AudioProblem, audioProblems, microphoneProblem } from './audio-problem.ts';
export { type BackOffOptions, backOffMs, waitUnlessWoken } from './back-off.ts';
export { CallFeed, type CallFeedOptions } from './call-feed.ts';
export type { CallFeedState, CallFeedStatus, CallReading } from './call-reading.ts';
export { CallReplay } from './call-replay.ts';
export type { CallMessages, CallSource } from './call-source.ts';
export { type FakeRoom, type FakeRoomScript, fakeRooms } from './fake-room.ts';
export type { AudioLevels, LevelListener } from './level-ticker.ts';
export type {
  CreateMediaRoom,
  MediaRoom,
  MediaRoomEvents,
  RoomClosed,
  RoomTicket,
} from './media-room.ts';
export { microphonePermission } from './microphone-permission.ts';
export {
  MicrophoneTester,
  type MicrophoneTestState,
  type OpenMicrophone,
  type OpenMicrophoneWith,
} from './microphone-tester.ts';
export type { StoreSuggestionOutcome } from './suggestion-outbox.ts';
export { type UseAudioCall, type UseAudioCallOptions, useAudioCall } from './use-audio-call.ts';
export { canChooseSpeaker, useAudioDevices } from './use-audio-devices.ts';
export { useCallFeed, useCallMessages, useCallReading, useCallState } from './use-call-feed.ts';
export { type LiveMicrophoneTest, useMicrophoneTest } from './use-microphone-test.ts';
export { useRoomMessages } from './use-room-messages.ts';
export { type ShownAlert, useSentimentAlert } from './use-sentiment-alert.ts';
export { useSentimentTrend } from './use-sentiment-trend.ts';
export {
  type LiveSuggestions,
  type UseSuggestionsOptions,
  useSuggestions,
} from './use-suggestions.ts';
export { type LiveTranscript, useTranscript } from './use-transcript.ts';
