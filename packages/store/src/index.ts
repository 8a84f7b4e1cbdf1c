export { addCustomers, type CustomerToAdd } from './add-customers.ts';
export { type AgentDesk, agentDesk, setAgentStatus, touchAgent } from './agents.ts';
export { appendOnlyTables, prepareAppRole } from './app-role.ts';
export { type AuditAction, type AuditEntry, auditActions, recordAudit } from './audit.ts';
export { callCounts } from './call-counts.ts';
export { abandonCall, endCall } from './call-endings.ts';
export { appendCallEvent } from './call-events.ts';
export type { CallRow } from './call-row.ts';
export {
  createCall,
  createCallOnce,
  findCall,
  type NewCall,
  rateCall,
  touchAgentOnCall,
  touchCustomer,
} from './calls.ts';
export {
  closeDatabase,
  type Database,
  type DatabaseOptions,
  isDatabaseReachable,
  openDatabase,
  type Queryable,
  type Transaction,
} from './connect.ts';
export { createCustomerDirectory } from './create-customer-directory.ts';
export type {
  ContactKey,
  CustomerDirectory,
  CustomerMatch,
  CustomerToCreate,
  OwnedOrder,
} from './customer-directory.ts';
export { type CustomerLink, linkCustomer } from './customer-link.ts';
export { isDatabaseError } from './database-error.ts';
export { databaseUrl } from './database-url.ts';
export {
  type OfferOptions,
  offerNextCalls,
  pruneDeclines,
  withDispatcherLock,
} from './dispatch.ts';
export { endedCalls } from './ended-calls.ts';
export { errorFields, errorPlace } from './error-fields.ts';
export { isErrorNamed } from './error-named.ts';
export {
  type ExpelledIdentity,
  expelledIdentities,
  pruneExpelledIdentities,
} from './expelled.ts';
export { type FollowDatabaseClockOptions, followDatabaseClock } from './follow-database-clock.ts';
export { holdCall, resumeCall } from './hold.ts';
export {
  type ClaimedCall,
  type ClaimOptions,
  claimCalls,
  type Heard,
  type RenewedLease,
  releaseLease,
  renewLeases,
} from './leases.ts';
export {
  abandonLostCustomers,
  closeAbandonedWrapUps,
  endLostCalls,
  markAgentsOffline,
  type SilenceOptions,
} from './lost.ts';
export { mayPass } from './may-pass.ts';
export { migrate, rollback } from './migrate.ts';
export { namedOrders } from './named-orders.ts';
export { type Channel, type Listening, listen } from './notifications.ts';
export {
  type AcceptedOffer,
  acceptOffer,
  declineOffer,
  type ExpireOptions,
  expireOffers,
} from './offers.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
export {
  type PeopleBudget,
  type PeopleTaken,
  prunePeopleShown,
  takePeople,
} from './people-shown.ts';
export {
  readPlaybook,
  type SeededPlaybook,
  type StoredPlaybook,
  seedPlaybook,
} from './playbook-cards.ts';
export {
  type Queue,
  type QueuePosition,
  type QueueSummary,
  queuePosition,
  queueSummary,
  readQueue,
} from './queue.ts';
export {
  type ReadCallEventsOptions,
  readCallEvents,
  type UnreadableEvent,
} from './read-call-events.ts';
export type { SchemaState } from './schema-difference.ts';
export { readSchemaState, requireSchema } from './schema-state.ts';
export { schemaVersions } from './schema-versions.ts';
export { type SettledAs, type SettleOptions, settleSuggestion } from './settle-suggestion.ts';
export {
  forgetSignInAttempt,
  type SignInAttempt,
  type SignInTaken,
  signInLimits,
  takeSignInAttempt,
} from './sign-in-attempts.ts';
export { stableId } from './stable-id.ts';
export { createSteadyClock, type SteadyClock } from './steady-clock.ts';
export { isStoreError, StoreError, type StoreErrorReason } from './store-error.ts';
export { setSuggestionDensity } from './suggestion-density.ts';
export {
  pruneRateLimits,
  type RateLimit,
  takeRateLimit,
} from './throttles.ts';
export type { Transition } from './transition.ts';
export { isUnavailable, UnavailableError } from './unavailable.ts';
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
} from './users.ts';
export { finishWrapUp, saveWrapUpDraft } from './wrap-up.ts';
