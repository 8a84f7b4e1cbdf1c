export {
  AgentStatusPicker,
  type AgentStatusPickerLabels,
  type AgentStatusPickerProps,
  type ChoosableStatus,
  defaultAgentStatusPickerLabels,
} from './agent-status-picker/agent-status-picker.tsx';
export { AppShell, type AppShellProps } from './app-shell/app-shell.tsx';
export {
  type DeskColumn,
  DeskLayout,
  type DeskLayoutLabels,
  type DeskLayoutProps,
  type DeskNote,
  defaultDeskLayoutLabels,
} from './app-shell/desk-layout.tsx';
export {
  AUDIBLE_LEVEL,
  AudioLevelMeter,
  type AudioLevelMeterLabels,
  type AudioLevelMeterProps,
  defaultAudioLevelMeterLabels,
  type SubscribeLevel,
} from './audio-level-meter/audio-level-meter.tsx';
export { Avatar, type AvatarProps, initials } from './avatar/avatar.tsx';
export { Badge, type BadgeProps, type BadgeTone } from './badge/badge.tsx';
export { Button, type ButtonProps, type ButtonSize, type ButtonVariant } from './button/button.tsx';
export {
  CallControls,
  type CallControlsLabels,
  type CallControlsProps,
  type CallControlsShortcuts,
  defaultCallControlsLabels,
  defaultCallControlsShortcuts,
} from './call-controls/call-controls.tsx';
export {
  Captions,
  type CaptionsLabels,
  type CaptionsProps,
  captionSizesPx,
  defaultCaptionsLabels,
} from './captions/captions.tsx';
export {
  ChatComposer,
  type ChatComposerLabels,
  type ChatComposerProps,
  defaultChatComposerLabels,
} from './chat-panel/chat-composer.tsx';
export {
  ChatMessage,
  type ChatMessageLabels,
  type ChatMessageProps,
  type ChatMessageState,
  defaultChatMessageLabels,
} from './chat-panel/chat-message.tsx';
export {
  type ChatEntry,
  ChatPanel,
  type ChatPanelLabels,
  type ChatPanelProps,
  defaultChatPanelLabels,
} from './chat-panel/chat-panel.tsx';
export {
  ConnectionBadge,
  type ConnectionBadgeLabels,
  type ConnectionBadgeProps,
  type ConnectionQuality,
  type ConnectionState,
  defaultConnectionBadgeLabels,
} from './connection-badge/connection-badge.tsx';
export {
  type CustomerFact,
  CustomerInfoCard,
  type CustomerInfoCardLabels,
  type CustomerInfoCardProps,
  defaultCustomerInfoCardLabels,
} from './customer-info-card/customer-info-card.tsx';
export type { AudioDevice, DeviceKind, DevicePermission } from './device-picker/audio-device.ts';
export {
  DevicePicker,
  type DevicePickerProps,
} from './device-picker/device-picker.tsx';
export {
  type DevicePickerLabels,
  defaultDevicePickerLabels,
  type PermissionText,
} from './device-picker/device-picker-labels.ts';
export {
  Dialog,
  type DialogLabels,
  type DialogProps,
  defaultDialogLabels,
} from './dialog/dialog.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state/empty-state.tsx';
export { formatClock, formatSeconds, formatTimer, isoDuration } from './format/clock.ts';
export { IconButton, type IconButtonProps } from './icon-button/icon-button.tsx';
export {
  KeyboardHint,
  type KeyboardHintProps,
  type KeyboardPlatform,
  shortcutText,
} from './keyboard-hint/keyboard-hint.tsx';
export {
  defaultMicrophoneTestLabels,
  MicrophoneTest,
  type MicrophoneTestLabels,
  type MicrophoneTestProps,
} from './microphone-test/microphone-test.tsx';
export {
  defaultNoticeLabels,
  Notice,
  type NoticeLabels,
  type NoticeProps,
  type NoticeTone,
} from './notice/notice.tsx';
export {
  defaultOfferCardLabels,
  OfferCard,
  type OfferCardLabels,
  type OfferCardProps,
} from './offer-card/offer-card.tsx';
export {
  defaultQueuePositionLabels,
  QueuePosition,
  type QueuePositionLabels,
  type QueuePositionProps,
} from './queue-position/queue-position.tsx';
export {
  defaultQueueSummaryLabels,
  QueueSummary,
  type QueueSummaryLabels,
  type QueueSummaryProps,
} from './queue-summary/queue-summary.tsx';
export {
  defaultRatingLabels,
  Rating,
  type RatingLabels,
  type RatingProps,
  type Score,
} from './rating/rating.tsx';
export { useNow } from './react/use-now.ts';
export { matchesShortcut, type Shortcut, useShortcuts } from './react/use-shortcuts.ts';
export {
  type Consent,
  defaultRecordingNoticeLabels,
  RecordingNotice,
  type RecordingNoticeLabels,
  type RecordingNoticeProps,
} from './recording-notice/recording-notice.tsx';
export { Select, type SelectOption, type SelectProps } from './select/select.tsx';
export {
  defaultShortcutListLabels,
  ShortcutList,
  type ShortcutListLabels,
  type ShortcutListProps,
} from './shortcut-list/shortcut-list.tsx';
export { Skeleton, type SkeletonProps } from './skeleton/skeleton.tsx';
export { StartCard, type StartCardProps } from './start-card/start-card.tsx';
export { TextArea, type TextAreaProps } from './text-area/text-area.tsx';
export { TextField, type TextFieldProps } from './text-field/text-field.tsx';
export { Timer, type TimerProps } from './timer/timer.tsx';
export { Transcript, type TranscriptProps } from './transcript/transcript.tsx';
export {
  segmentText,
  type TranscriptChat,
  type TranscriptGap,
  type TranscriptHold,
  type TranscriptItem,
  type TranscriptSegment,
  type TranscriptTurn,
} from './transcript/transcript-item.ts';
export {
  defaultSpeakerNames,
  defaultTranscriptLabels,
  type SpeakerNames,
  type TranscriptLabels,
} from './transcript/transcript-labels.ts';
export {
  defaultTranscriptionBadgeLabels,
  TranscriptionBadge,
  type TranscriptionBadgeLabels,
  type TranscriptionBadgeProps,
  type TranscriptionBadgeStatus,
} from './transcription-badge/transcription-badge.tsx';
export type { SaveState } from './wrap-up-form/save-state.tsx';
export {
  WrapUpForm,
  type WrapUpFormProps,
  type WrapUpValue,
} from './wrap-up-form/wrap-up-form.tsx';
export {
  defaultWrapUpFormLabels,
  type WrapUpFormLabels,
} from './wrap-up-form/wrap-up-form-labels.ts';
