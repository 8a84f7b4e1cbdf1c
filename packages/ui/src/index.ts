export type { SupervisionAct } from '@agent/calls';
export type {
  AccountStatus,
  AgentStatus,
  CallEventData,
  CallEventType,
  ModelStatus,
  ModelTrouble,
  Money,
  OrderStatus,
  Sentiment,
  SentimentLabel,
  Side,
  Speaker,
  SuggestionAction,
  SuggestionDensity,
  SuggestionSource,
  TicketStatus,
  TranscriptionStatus,
} from '@agent/protocol';
export {
  type AgentStatusChoice,
  AgentStatusPicker,
  type AgentStatusPickerLabels,
  type AgentStatusPickerProps,
  type ChoosableStatus,
  defaultAgentStatusPickerLabels,
} from './agent-status-picker/agent-status-picker.tsx';
export {
  AISuggestionPanel,
  type AISuggestionPanelPart,
  type AISuggestionPanelProps,
} from './ai-suggestion-panel/ai-suggestion-panel.tsx';
export {
  type AISuggestionPanelLabels,
  defaultAISuggestionPanelLabels,
  defaultSuggestionCardLabels,
  type SuggestionCardLabels,
} from './ai-suggestion-panel/ai-suggestion-panel-labels.ts';
export {
  SuggestionCard,
  type SuggestionCardPart,
  type SuggestionCardProps,
  type SuggestionCardState,
} from './ai-suggestion-panel/suggestion-card.tsx';
export type {
  SuggestionHelper,
  SuggestionItem,
  SuggestionItemSource,
  SuggestionsUnavailable,
  SuggestionVerb,
} from './ai-suggestion-panel/suggestion-item.ts';
export {
  type AISuggestionPanelShortcuts,
  defaultAISuggestionPanelShortcuts,
} from './ai-suggestion-panel/suggestion-shortcuts.ts';
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
  type CallControlsPart,
  type CallControlsProps,
  type CallControlsShortcuts,
  defaultCallControlsLabels,
  defaultCallControlsShortcuts,
} from './call-controls/call-controls.tsx';
export {
  Captions,
  type CaptionsLabels,
  type CaptionsPart,
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
  type ChatMessagePart,
  type ChatMessageProps,
  type ChatMessageState,
  defaultChatMessageLabels,
} from './chat-panel/chat-message.tsx';
export {
  type ChatEntry,
  ChatPanel,
  type ChatPanelLabels,
  type ChatPanelPart,
  type ChatPanelProps,
  defaultChatPanelLabels,
} from './chat-panel/chat-panel.tsx';
export type { ConnectionQuality, ConnectionState } from './connection-badge/connection.ts';
export {
  ConnectionBadge,
  type ConnectionBadgeLabels,
  type ConnectionBadgeProps,
  type ConnectionBadgeView,
  defaultConnectionBadgeLabels,
} from './connection-badge/connection-badge.tsx';
export {
  CustomerCandidates,
  type CustomerCandidatesLabels,
  type CustomerCandidatesProps,
  defaultCustomerCandidatesLabels,
} from './customer-candidates/customer-candidates.tsx';
export { CustomerFinder, type CustomerFinderProps } from './customer-finder/customer-finder.tsx';
export {
  type CustomerFinderLabels,
  defaultCustomerFinderLabels,
} from './customer-finder/customer-finder-labels.ts';
export {
  CustomerForm,
  type CustomerFormLabels,
  type CustomerFormProps,
  type CustomerFormValue,
  defaultCustomerFormLabels,
  emptyCustomerFormValue,
} from './customer-form/customer-form.tsx';
export {
  CustomerGlance,
  type CustomerGlanceLabels,
  type CustomerGlanceProps,
  type CustomerGlanceRecord,
  defaultCustomerGlanceLabels,
} from './customer-glance/customer-glance.tsx';
export {
  CustomerInfoCard,
  type CustomerInfoCardProps,
} from './customer-info-card/customer-info-card.tsx';
export {
  type CustomerInfoCardLabels,
  type CustomerStateWords,
  defaultCustomerInfoCardLabels,
  defaultCustomerStateWords,
} from './customer-info-card/customer-info-card-labels.ts';
export type {
  CustomerHit,
  CustomerOrder,
  CustomerRecord,
  CustomerSummary,
  CustomerTicket,
  PastCall,
} from './customer-info-card/customer-types.ts';
export type { CustomerFact, CustomerInfoCardPart } from './customer-info-card/record-context.ts';
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
export { formatMoney } from './format/money.ts';
export { formatRelativeTime } from './format/relative-time.ts';
export { IconButton, type IconButtonProps } from './icon-button/icon-button.tsx';
export { KeyboardHint, type KeyboardHintProps } from './keyboard-hint/keyboard-hint.tsx';
export {
  defaultKeyboardHintLabels,
  type KeyboardHintLabels,
  type KeyboardPlatform,
  type KeyCaps,
  type NamedKey,
} from './keyboard-hint/keyboard-hint-labels.ts';
export { shortcutText } from './keyboard-hint/shortcut-text.ts';
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
  type OfferCardPart,
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
export type { PartClassNames } from './react/part.ts';
export { useNow } from './react/use-now.ts';
export { matchesShortcut, type Shortcut, useShortcuts } from './react/use-shortcuts.ts';
export {
  type Consent,
  defaultRecordingNoticeLabels,
  RecordingNotice,
  type RecordingNoticeLabels,
  type RecordingNoticeProps,
} from './recording-notice/recording-notice.tsx';
export { RelativeTime, type RelativeTimeProps } from './relative-time/relative-time.tsx';
export { Select, type SelectOption, type SelectProps } from './select/select.tsx';
export {
  defaultSentimentAlertLabels,
  SentimentAlert,
  type SentimentAlertLabels,
  type SentimentAlertProps,
} from './sentiment-alert/sentiment-alert.tsx';
export {
  defaultSentimentMarkLabels,
  formatScore,
  SentimentMark,
  type SentimentMarkLabels,
  type SentimentMarkProps,
  type SentimentValue,
} from './sentiment-mark/sentiment-mark.tsx';
export {
  SentimentTrend,
  type SentimentTrendPart,
  type SentimentTrendPoint,
  type SentimentTrendProps,
  type SentimentTrendVariant,
} from './sentiment-trend/sentiment-trend.tsx';
export {
  defaultSentimentTrendLabels,
  type LabelledPoint,
  type SentimentTrendLabels,
} from './sentiment-trend/sentiment-trend-labels.ts';
export type { TrendDirection } from './sentiment-trend/trend-direction.ts';
export {
  defaultShortcutListLabels,
  ShortcutList,
  type ShortcutListLabels,
  type ShortcutListProps,
} from './shortcut-list/shortcut-list.tsx';
export { Skeleton, type SkeletonProps } from './skeleton/skeleton.tsx';
export { StartCard, type StartCardProps } from './start-card/start-card.tsx';
export { TextArea, type TextAreaProps } from './text-area/text-area.tsx';
export type { FieldText } from './text-field/field.tsx';
export { TextField, type TextFieldProps } from './text-field/text-field.tsx';
export { defaultTimerLabels, Timer, type TimerLabels, type TimerProps } from './timer/timer.tsx';
export { Transcript, type TranscriptProps } from './transcript/transcript.tsx';
export {
  segmentText,
  type TextCorrection,
  type TranscriptChat,
  type TranscriptCoach,
  type TranscriptGap,
  type TranscriptHold,
  type TranscriptItem,
  type TranscriptRecordingPause,
  type TranscriptSegment,
  type TranscriptSentiments,
  type TranscriptSupervision,
  type TranscriptTurn,
  type TranscriptWait,
} from './transcript/transcript-item.ts';
export {
  defaultSpeakerNames,
  defaultTranscriptLabels,
  type SpeakerNames,
  type TranscriptLabels,
} from './transcript/transcript-labels.ts';
export type { TranscriptPart } from './transcript/transcript-row.tsx';
export type { ShownMoment } from './transcript/transcript-rows.tsx';
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
  type WrapUpFormPart,
  type WrapUpFormProps,
  type WrapUpOutcome,
  type WrapUpValue,
} from './wrap-up-form/wrap-up-form.tsx';
export {
  defaultWrapUpFormLabels,
  type WrapUpFormLabels,
} from './wrap-up-form/wrap-up-form-labels.ts';
