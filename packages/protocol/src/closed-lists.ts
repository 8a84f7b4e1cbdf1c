/** The two sides of a call. */
export const sides = ['customer', 'agent'] as const;

/** Who can be heard in a call and is transcribed: its sides, and supervisors who have joined them. */
export const speakers = [...sides, 'supervisor'] as const;

/** Who causes call events. */
export const actors = ['customer', 'agent', 'supervisor', 'bot', 'system'] as const;

/** What an agent is doing; only `available` agents are offered calls. */
export const agentStatuses = [
  'offline',
  'available',
  'offered',
  'on-call',
  'wrap-up',
  'break',
] as const;

/** Why agents take breaks, as they choose it. */
export const breakKinds = ['lunch', 'short-break', 'training', 'meeting', 'other'] as const;

/** What a line of a drafted wrap-up is: what a model wrote of the call, quotes, and facts of the log. */
export const wrapUpLineKinds = [
  'summary',
  'reason',
  'order',
  'amount',
  'promise',
  'question',
  'mood',
  'hold',
  'wait',
  'gap',
] as const;

/** What the agent made of a line of the draft. */
export const wrapUpLineFates = ['kept', 'edited', 'removed'] as const;

/** Why a call ended. */
export const endReasons = [
  'customer-hung-up',
  'agent-hung-up',
  'customer-lost',
  'agent-lost',
  'system',
] as const;

/** Why a call that was answered waits for an agent again. */
export const requeueReasons = ['agent-left'] as const;

/** How a request for help ended: a supervisor is done, the agent needs none any more, or the talk is over. */
export const helpEndings = ['done', 'withdrawn', 'call-over'] as const;

/** How well speech-to-text keeps up: text arrives, arrives late, or does not arrive. */
export const transcriptionStatuses = ['live', 'delayed', 'off'] as const;

/** Why a stretch of speech was not transcribed. */
export const gapReasons = [
  'bot-restarted',
  'buffer-full',
  'transcriber-failed',
  'media-lost',
  'pipeline-failed',
  'not-stored',
] as const;

/**
 * Why a stretch of the sound was not kept: nobody knew in time what was said in it, the disk did not
 * take it, or nobody recorded.
 */
export const recordingLosses = [
  'unsettled',
  'disk-refused',
  'disk-too-slow',
  'bot-restarted',
  'nothing-kept',
] as const;

/** Why the sound of a call was deleted: somebody asked for it, or it was as old as it may become. */
export const deletionRules = ['request', 'retention'] as const;

/** Negative below −0.3, positive above 0.3. */
export const sentimentLabels = ['negative', 'neutral', 'positive'] as const;

/** What a suggestion asks the agent to do. */
export const suggestionActions = [
  'ask_question',
  'offer_solution',
  'offer_refund',
  'offer_retention',
  'explain',
  'empathise',
  'verify_identity',
  'protect_data',
  'escalate',
  'close_call',
] as const;

/** Ways to use a suggestion: its text was put into the chat box, or the agent said it. */
export const suggestionUses = ['chat', 'said'] as const;

/**
 * Why a suggestion went away without the agent: the talk moved on, the agent said it anyway, a better
 * or a newer card took its place, or it is too old.
 */
export const suggestionExpiries = [
  'moved-on',
  'said',
  'replaced',
  'crowded-out',
  'timed-out',
] as const;

/** How many suggestions an agent wants to see. */
export const suggestionDensities = ['all', 'important', 'none'] as const;

/**
 * How a model does. `none`: no model is configured; `late`: its last answers came too late; `off`: it
 * fails and is left alone for a while.
 */
export const modelStatuses = ['none', 'ready', 'late', 'off'] as const;

/** Why a model is late or off. */
export const modelTroubles = [
  'timeout',
  'rate-limited',
  'quota-exhausted',
  'unauthorised',
  'unavailable',
  'malformed-answer',
] as const;
