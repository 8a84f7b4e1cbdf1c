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
export {
  type AnyCallSumId,
  type FigureGroup,
  type FiguresAsked,
  type ReadFigures,
  readFigures,
} from './figures/read-figures.ts';
