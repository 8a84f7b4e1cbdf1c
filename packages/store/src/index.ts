export {
  type FoundUsers,
  findAdminUser,
  findUsers,
  USERS_OF_A_PAGE,
} from './accounts/admin-users.ts';
export { type AuditAction, type AuditEntry, auditActions, recordAudit } from './accounts/audit.ts';
export {
  changeUser,
  lockUsersAs,
  type UserChangeNote,
  type UserChangeOutcome,
  type UserPart,
} from './accounts/change-user.ts';
export {
  type InviteOutcome,
  inviteUser,
  type NewLinkOutcome,
  renewUserLink,
} from './accounts/invite-user.ts';
export { hashPassword, verifyPassword } from './accounts/passwords.ts';
export {
  type PeopleBudget,
  type PeopleTaken,
  prunePeopleShown,
  takePeople,
} from './accounts/people-shown.ts';
export {
  forgetSignInAttempt,
  type SignInAttempt,
  type SignInTaken,
  signInLimits,
  takeSignInAttempt,
} from './accounts/sign-in-attempts.ts';
export {
  findUserOfIdentity,
  type IdentitySignIn,
  signInByIdentity,
  type UserIdentity,
} from './accounts/user-identities.ts';
export {
  findLinkOwner,
  LINK_DAYS,
  type MadeLink,
  takeUserLink,
} from './accounts/user-links.ts';
export {
  bumpSessionVersion,
  type Credentials,
  findCredentials,
  findUser,
  findUserByUsername,
  type NewUser,
  saveUserWithPassword,
  type User,
  upsertUser,
} from './accounts/users.ts';
export { type AgentDesk, agentDesk, setAgentStatus, touchAgent } from './agents/agents.ts';
export { setSuggestionDensity } from './agents/suggestion-density.ts';
export { type ReadTopics, readTopics } from './analytics/read-topics.ts';
export * from './anomalies/index.ts';
export type { AuditAsked } from './audit/audit-conditions.ts';
export { type AuditPlace, readAuditCursor, writeAuditCursor } from './audit/audit-place.ts';
export {
  type AuditRow,
  type FindAuditOptions,
  type FoundAudit,
  findAudit,
} from './audit/find-audit.ts';
export { readPeople } from './audit/read-people.ts';
export { callCounts } from './calls/call-counts.ts';
export { abandonCall, endCall } from './calls/call-endings.ts';
export {
  createCall,
  createCallOnce,
  findCall,
  type NewCall,
  rateCall,
  touchAgentOnCall,
  touchCustomer,
} from './calls/calls.ts';
export {
  type OfferOptions,
  offerNextCalls,
  pruneDeclines,
  withDispatcherLock,
} from './calls/dispatch.ts';
export { endedCalls } from './calls/ended-calls.ts';
export {
  type ExpelledIdentity,
  expelledIdentities,
  pruneExpelledIdentities,
} from './calls/expelled.ts';
export { holdCall, resumeCall } from './calls/hold.ts';
export {
  type ClaimedCall,
  type ClaimOptions,
  claimCalls,
  type HeardUntil,
  type RenewedLease,
  releaseLease,
  renewLeases,
} from './calls/leases.ts';
export {
  type Line,
  type Lines,
  type LinesSummary,
  type PlaceInLine,
  placeInLine,
  readLines,
  summaryOfLines,
} from './calls/lines.ts';
export {
  abandonLostCustomers,
  closeAbandonedWrapUps,
  endLostCalls,
  markAgentsOffline,
  type SilenceOptions,
} from './calls/lost.ts';
export {
  type AcceptedOffer,
  acceptOffer,
  declineOffer,
  type ExpireOptions,
  expireOffers,
} from './calls/offers.ts';
export {
  pauseRecording,
  resumeOverduePauses,
  resumeRecording,
} from './calls/recording-pause.ts';
export { requeueCallOfAgent, requeueCallsOfFormerAgents } from './calls/requeue.ts';
export { type SettledAs, type SettleOptions, settleSuggestion } from './calls/settle-suggestion.ts';
export { finishWrapUp, saveWrapUpDraft } from './calls/wrap-up.ts';
export { addCustomers, type CustomerToAdd } from './customers/add-customers.ts';
export { createCustomerDirectory } from './customers/create-customer-directory.ts';
export type {
  ContactKey,
  CustomerDirectory,
  CustomerMatch,
  CustomerToCreate,
  OwnedOrder,
} from './customers/customer-directory.ts';
export { type CustomerLink, linkCustomer } from './customers/customer-link.ts';
export { appendOnlyTables, prepareAppRole } from './database/app-role.ts';
export {
  closeDatabase,
  type Database,
  type DatabaseOptions,
  isDatabaseReachable,
  openDatabase,
  type Queryable,
  type Transaction,
} from './database/connect.ts';
export { databaseUrl } from './database/database-url.ts';
export { isErrorNamed } from './database/error-named.ts';
export {
  type FollowDatabaseClockOptions,
  followDatabaseClock,
} from './database/follow-database-clock.ts';
export { mayPass } from './database/may-pass.ts';
export { migrate, rollback } from './database/migrate.ts';
export { type Channel, type Listening, listen } from './database/notifications.ts';
export type { SchemaState } from './database/schema-difference.ts';
export { readSchemaState, requireSchema } from './database/schema-state.ts';
export { schemaVersions } from './database/schema-versions.ts';
export { stableId } from './database/stable-id.ts';
export { createSteadyClock, type SteadyClock } from './database/steady-clock.ts';
export { isStoreError, StoreError, type StoreErrorReason } from './database/store-error.ts';
export {
  pruneRateLimits,
  type RateLimit,
  takeRateLimit,
} from './database/throttles.ts';
export { isUnavailable, UnavailableError } from './database/unavailable.ts';
export * from './facts/index.ts';
export * from './figures/index.ts';
export * from './jobs/index.ts';
export { appendCallEvent } from './log/call-events.ts';
export type { CallRow } from './log/call-row.ts';
export { eventIdOf, newEventId, stableEventId } from './log/event-ids.ts';
export { namedOrders } from './log/named-orders.ts';
export {
  type ReadCallEventsOptions,
  readCallEvents,
  type UnreadableEvent,
} from './log/read-call-events.ts';
export type { Transition } from './log/transition.ts';
export { type CardRow, findCard, readCards } from './playbook/card-rows.ts';
export {
  type CardVersionRow,
  findCardVersion,
  MAX_CARD_VERSIONS,
  readCardVersions,
} from './playbook/card-versions.ts';
export {
  readPlaybook,
  type SeededPlaybook,
  type StoredPlaybook,
  seedPlaybook,
} from './playbook/playbook-cards.ts';
export { type RecentTalk, readRecentTalks } from './playbook/recent-talks.ts';
export { type CardChange, type CardSaved, saveCard } from './playbook/save-card.ts';
export { type AddQueueOutcome, addQueue } from './queues/add-queue.ts';
export { readAdminQueue, readAdminQueues } from './queues/admin-queues.ts';
export {
  type ChangeQueueOutcome,
  changeQueue,
  type QueueDifference,
} from './queues/change-queue.ts';
export { type LatestChange, latestQueueChanges } from './queues/latest-changes.ts';
export { readQueueAgents, readQueueCards } from './queues/queue-choices.ts';
export type { QueueRow } from './queues/queue-row.ts';
export { allQueues, findQueue, openQueues, queuesOfAgent } from './queues/read-queues.ts';
export { type RemoveQueueOutcome, removeQueue } from './queues/remove-queue.ts';
export { type WrapUpChoices, wrapUpChoices } from './queues/wrap-up-choices.ts';
export {
  type FinishedRecording,
  finishRecording,
  loseRecording,
} from './recordings/end-recording.ts';
export { openRecording } from './recordings/open-recording.ts';
export {
  type CallSpan,
  type RecordingNotes,
  readRecordingNotes,
} from './recordings/recording-notes.ts';
export { findRecording, type RecordingRow } from './recordings/recording-row.ts';
export {
  type ClaimUnfinishedOptions,
  callsStillRecording,
  claimUnfinishedRecordings,
  type ForgottenRecording,
  forgottenRecordings,
  type UnfinishedRecording,
} from './recordings/unfinished-recordings.ts';
export * from './reports/index.ts';
export { type CustomerOfCalls, callsOfCustomer } from './retention/calls-of-customer.ts';
export { type CountDueOptions, countDue, type DueCounts } from './retention/count-due.ts';
export {
  type DeleteDueSoundsOptions,
  deleteDueSounds,
  noteSoundsRemoved,
  type SoundToRemove,
  soundsToRemove,
} from './retention/delete-sounds.ts';
export {
  type EraseDueOptions,
  type ErasureOutcome,
  type ErasureRequest,
  eraseCall,
  eraseDueCalls,
} from './retention/erase-calls.ts';
export { type ForgetFiguresOptions, forgetFigures } from './retention/forget-figures.ts';
export { lastJobRun, noteJobRun } from './retention/job-runs.ts';
export { type LegalHold, setLegalHold } from './retention/legal-hold.ts';
export * from './sample-data/index.ts';
export { isOfFigures } from './sessions/behind-figure.ts';
export {
  addSessionComment,
  type CommentAuthor,
  deleteSessionComment,
  MAX_SESSION_COMMENTS,
  readSessionComments,
  type SessionCommentRow,
} from './sessions/comments.ts';
export {
  type FindSessionsOptions,
  type FoundSessions,
  findSessions,
} from './sessions/find-sessions.ts';
export {
  type IndexedSessions,
  type IndexSessionsOptions,
  indexSessions,
} from './sessions/index-sessions.ts';
export { readSession } from './sessions/read-session.ts';
export { type SearchLanguage, searchLanguages } from './sessions/search-language.ts';
export { readSessionAgents } from './sessions/session-agents.ts';
export { readSessionChoices } from './sessions/session-choices.ts';
export type { SessionPlace } from './sessions/session-place.ts';
export {
  createLiveSettings,
  type LiveSettings,
  type LiveSettingsOptions,
} from './settings/live-settings.ts';
export {
  readSettings,
  type StoredSettings,
  type UnusableSetting,
} from './settings/read-settings.ts';
export { type SetOutcome, type SettingsEditor, setSettings } from './settings/set-settings.ts';
export { readSettingHistory, type StoredChange } from './settings/setting-history.ts';
export { type CareOutcome, careForAlert } from './supervision/alert-cares.ts';
export {
  askForHelp,
  type HelpAsked,
  type HelpToAsk,
  withdrawHelp,
} from './supervision/ask-for-help.ts';
export { type CallListener, readCallListeners } from './supervision/call-listeners.ts';
export {
  type EndedMonitor,
  endMonitor,
  type MonitorToEnd,
  tellEndedMonitors,
} from './supervision/end-monitor.ts';
export { endHelp, type Helper, type HelpTaken, releaseHelp, takeHelp } from './supervision/help.ts';
export { findOpenHelp, type OpenHelp } from './supervision/help-row.ts';
export { isListener, supervisorIdentitiesOf } from './supervision/listeners.ts';
export { readLongCalls } from './supervision/long-calls.ts';
export { looksAfter, queuesOfSupervisor } from './supervision/looks-after.ts';
export { type MonitorEnding, type MonitorRow, monitorEndings } from './supervision/monitor-row.ts';
export {
  type NewMonitor,
  type OpenMonitorOutcome,
  openMonitor,
} from './supervision/open-monitor.ts';
export { readWallAgents, type WallAgentRow } from './supervision/wall-agents.ts';
export { readWallCalls, type WallCallRow } from './supervision/wall-calls.ts';
export { type ReadThrough, readWallEvents } from './supervision/wall-events.ts';
export {
  callsWithMonitors,
  noteSight,
  type RoomSight,
  type WatchedMonitor,
  watchedMonitors,
} from './supervision/watched-rooms.ts';
