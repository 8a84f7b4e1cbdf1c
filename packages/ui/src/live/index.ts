export type {
  AgentSpell,
  AssistState,
  CallPhase,
  CallState,
  ChatItem,
  ChatMessage as CallChatMessage,
  CoachItem,
  CoachMessage,
  ConversationItem,
  FinalSegment,
  Gap,
  GapItem,
  HelpState,
  Hold,
  HoldItem,
  IdSet,
  LiveSegment,
  LostSound,
  MaskedSound,
  OfferedSuggestion,
  RecordingPause,
  RecordingPauseItem,
  RecordingState,
  ScoredSentiment,
  SentimentAlert as CallSentimentAlert,
  Stretch,
  SuggestionFate,
  SupervisionAct,
  SupervisionItem,
  SupervisionState,
  SupervisorSpell,
  Turn,
  Wait,
  WaitItem,
} from '@agent/calls';
export type {
  Actor,
  CallEvent as ReadEvent,
  CallEventData,
  CallEventEnvelope as ReadEnvelope,
  CallEventType,
  CallId,
  CustomerId,
  DataMessage as ReadMessage,
  EncodedMessage,
  EndReason,
  EventId,
  EventPage as ReadPage,
  ModelStatus,
  ModelTrouble,
  OrderNumber,
  PlainIds,
  SegmentId,
  Sentiment,
  SentimentLabel,
  Side,
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
export { DATA_TOPIC, encodeDataMessage, type SuggestionOutcome } from '@agent/protocol';
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
export { assistAt, type ShownAssist } from './assist/assist-at.ts';
export type { StoreSuggestionOutcome } from './assist/suggestion-outbox.ts';
export { type ShownAlert, useSentimentAlert } from './assist/use-sentiment-alert.ts';
export { useSentimentTrend } from './assist/use-sentiment-trend.ts';
export {
  type LiveSuggestions,
  type UseSuggestionsOptions,
  useSuggestions,
} from './assist/use-suggestions.ts';
export { askForMicrophone } from './devices/ask-for-microphone.ts';
export type { AudioDevices, DeviceSource } from './devices/audio-devices.ts';
export { microphonePermission } from './devices/microphone-permission.ts';
export {
  MicrophoneTester,
  type MicrophoneTestState,
  type OpenMicrophone,
  type OpenMicrophoneWith,
} from './devices/microphone-tester.ts';
export { canChooseSpeaker, useAudioDevices } from './devices/use-audio-devices.ts';
export { type LiveMicrophoneTest, useMicrophoneTest } from './devices/use-microphone-test.ts';
export { type BackOffOptions, backOffMs, waitUnlessWoken } from './feed/back-off.ts';
export { CallFeed, type CallFeedOptions } from './feed/call-feed.ts';
export type { CallFeedState, CallFeedStatus, CallReading } from './feed/call-reading.ts';
export type { CallMessages, CallSource } from './feed/call-source.ts';
export type {
  CallEvent,
  CallEventEnvelope,
  DataMessage,
  EventPage,
} from './feed/plain-events.ts';
export {
  useCallFeed,
  useCallMessages,
  useCallReading,
  useCallState,
} from './feed/use-call-feed.ts';
export { type LiveTranscript, useTranscript } from './feed/use-transcript.ts';
export {
  AudioCall,
  type AudioCallOptions,
  type AudioCallState,
  type MessageListener,
} from './room/audio-call.ts';
export { type AudioProblem, audioProblems, microphoneProblem } from './room/audio-problem.ts';
export type { AudioLevels, LevelListener } from './room/level-ticker.ts';
export { forgetDevices, newLivekitRoom } from './room/livekit-new-room.ts';
export type {
  CreateMediaRoom,
  MediaRoom,
  MediaRoomEvents,
  RoomClosed,
  RoomTicket,
} from './room/media-room.ts';
export {
  type UseAudioCall,
  type UseAudioCallOptions,
  useAudioCall,
} from './room/use-audio-call.ts';
export { useRoomMessages } from './room/use-room-messages.ts';
