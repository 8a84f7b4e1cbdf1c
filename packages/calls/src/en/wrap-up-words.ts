/**
 * What tells promises, questions and the like in what was said: sources of patterns, for one sentence
 * in lower case with straight apostrophes.
 */
export const WRAP_UP_CUES = {
  /** The customer says why it calls. */
  reason: [
    "\\b(?:i|we)(?:'d| would| want| need| am| was| were|'m|'ve| have| can ?not| can't| could ?n[o']t| did ?n[o']t| do ?n[o']t| still| just| think| ordered| bought| paid| got| get| sent| returned| tried| received| keep)\\b",
    '\\b(?:call(?:ing)?|question|problem|trouble|issue|complain\\w*|complaint|help) (?:about|with|because|is|that|regarding)\\b',
    '\\b(?:my|your|the|this|there|it|you|somebody|nobody|they)\\b.*\\b(?:is|are|was|were|has|have|had|will|does|did|makes?|keeps?|came|come|comes|arrived|says?|said|stopped|crash\\w*|charged?|sent|broke\\w*)\\b',
    '\\b(?:do|does|did|can|could|is|are|will|where|when|why|how) (?:you|i|we|it|my|the|your|there|much|many|long)\\b',
  ],
  /** Talk before the matter itself. */
  notReason: [
    "\\b(?:my name is|this is|i'm|i am|it's) (?:\\w+ ){0,2}(?:here|speaking|calling)\\b(?! (?:about|because|to|for|regarding|you)\\b)",
    "^(?:(?:hi|hello|hey|yeah|yes|oh|um|uh|good|morning|afternoon|evening|day|there)\\b(?: [a-z]+,)?[, ]*)*(?:my name is|this is) [\\w' -]{1,30}[.,]?$",
    '\\b(?:how are you|can you hear|speak(?:ing)? up|bad line|who am i speaking|am i speaking|nice weather|are you there|still there|how do you do|doing well)\\b',
    "^(?:(?:hi|hello|hey|yeah|yes|oh|um|uh|okay|good|morning|afternoon|evening|day|there|i'm|i am|fine|thanks|thank you)\\b[,. ]*)+$",
  ],
  /** An amount of money. */
  amount: [
    '[$€£¥₹] ?\\d',
    '(?:\\d|\\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|few|some|half))[ -]?(?:us |american |canadian )?(?:dollars?|bucks?|euros?|pounds?|quid|francs?|rupees?|cents?|pence|usd|eur|gbp|chf|grand)\\b',
    '\\b(?:is|are|costs?|paid|comes to|charged|for) (?:about |around )?(?:two|three|four|five|six|seven|eight|nine|a|one) hundred(?: and [\\w-]+)*\\s*[.,!?]?$',
  ],
  /** The agent binds itself or the company. */
  promise: [
    "\\b(?:i|we)(?:'ll| will| am going to|'m going to| are going to|'re going to| promise| guarantee)\\b",
    "\\b(?:you|it|that|this|they|he|she|somebody|someone|(?:a|the|my|your|our)(?: \\w+){1,3}?)(?:'ll| will|'re going to| are going to| is going to)(?: \\w+)? (?:be|get|have|receive|see|hear|find|take|arrive|come|go|reach|leave|ship|call|e-?mail|write|contact|send|refund|pay)\\b",
    '\\bwithin (?:(?:the next|about|two|2|a) )?[\\w -]{1,20}?(?:minute|hour|day|week|month)s?\\b',
    '\\b(?:goes|going|leaves|leaving|ships|shipping) (?:out|off|back to you|tomorrow|today|tonight)\\b',
    '\\bis (?:now )?on its way\\b',
    "\\b(?:i|we) (?:am|are)(?: \\w+)? (?:sending|escalating|refunding|cancelling|canceling|passing|issuing|booking|crediting|replacing|forwarding|arranging)\\b|\\b(?:i'm|we're)(?: \\w+)? (?:sending|escalating|refunding|cancelling|canceling|passing|issuing|booking|crediting|replacing|forwarding|arranging)\\b",
  ],
  /** The agent tells what it has done for the customer. */
  done: [
    "\\b(?:i|we)(?:'ve| have| just)? ?(?:just |now |also |already )*(?:refunded|issued|sent|changed|cancell?ed|unlocked|approved|booked|ordered|arranged|credited|extended|waived|replaced|reset|removed|added|updated|corrected|escalated|passed|forwarded|opened|created|put (?:the|a|your|that|it) [\\w ]{0,20}?(?:through|in))\\b",
    "\\b(?:refund|exchange|replacement|return|credit)\\b[\\w' ]{0,20}\\b(?:has|have) been (?:approved|issued|booked|sent)\\b",
    "\\bthat's (?:all |now )?(?:done|set)\\b|\\bthe account is unlocked\\b|\\bthe new password is set\\b",
  ],
  /** It only speaks of this moment, denies, wishes or asks. */
  noPromise: [
    "\\b(?:will not|won't|can ?not|can't|could ?n[o']t|unable|not able|afraid|unfortunately|do ?n[o']t|does ?n[o']t|never)\\b",
    "\\b(?:i|we)(?:'ll| will| am going to|'m going to)(?: just| quickly| now| first)*(?: have to| need to| try to)? (?:check|look|see|have a look|take a look|find|open (?!an? (?:ticket|case))|type|read|ask you|need|just be|be (?:right )?(?:back|with you)|put you on hold|wait|stay|pull|bring up|load|get that|be honest|tell you|explain|say|go (?:through|over))\\b(?! into it and)",
    "\\b(?:be (?:right )?back|on hold|hold the line|bear with me|one moment|a moment|let's)\\b",
    "\\b(?:if|whether|unless)\\b.{0,40}\\b(?:will|'ll)\\b|\\bhope\\b|\\b(?:'ll|will) have (?:got|had|seen|received)\\b|\\b(?:could|might|would|may)\\b",
    '\\b(?:have a|enjoy|take care)\\b.*\\b(?:day|evening|weekend|time|morning|afternoon)\\b',
    "\\b(?:need|have) to (?:ask|check|look)\\b|\\bi'm (?:just )?(?:opening|typing)\\b",
  ],
  /** The agent will come back to the customer, or somebody else will: the call alone settles nothing. */
  comesBack: [
    '\\b(?:call|ring|phone|text|e-?mail|write|get back to|come back to|contact|update|let you know|be in touch|hear (?:back )?from|find out|chase|ask|check with|open(?:ed)? (?:a|the) (?:ticket|case)|create(?:d)? (?:a|the) (?:ticket|case)|look into it)\\b',
  ],
  /** What is promised then is only told, not done by anybody: "you will get an e-mail". */
  ownWord: ["\\b(?:you)(?:'ll| will)(?: \\w+)? (?:get|have|receive|see|find)\\b"],
  /** The matter goes to somebody above or beside. */
  escalation: [
    '\\b(?:escalat\\w*|supervisor|manager|second[- ]line|second level|specialists?|team lead\\w*)\\b',
    '\\b(?:pass|hand|forward|transfer)\\w* (?:you|this|it|that|the case|your case) (?:on|over|up|through|to)\\b',
  ],
  /** A sentence without a mark that asks. */
  question: [
    "^(?:(?:and|so|but|well|okay|then|um|uh|yeah|oh)\\b,? )*(?:who|what|when|where|why|how|which|whose|do|does|did|can|could|is|are|was|were|will|would|should|has|have|am|may|shall|isn't|aren't|doesn't|don't|won't|can't)\\b(?! i (?:see|understand)\\b).*\\?$",
    "\\b(?:i(?:'d| would) (?:just )?(?:like|love) to know|i (?:want|need) to know|i(?:'m| am) wondering|can you tell me|could you tell me|do you know)\\b",
    ',? (?:right|correct)\\?$',
  ],
  /** Asked, but wanting no answer that could be owed. */
  idleQuestion: [
    '\\b(?:can you hear|are you (?:still )?there|how are you|you know|hear me|who am i speaking|hello|how do you do|how are things)\\b',
    "^(?:(?:oh|and|so|well|but)\\b,? )*(?:really|seriously|pardon|sorry|what|excuse me|is it|isn't it|are you serious|are you kidding(?: me)?|why|okay|right|yes|no)\\?$",
    ",? (?:isn't it|is it|don't you|doesn't it|aren't you|wasn't it|won't it|you see|no|yeah|okay)\\?$",
  ],
  /** The agent says something that is no answer. */
  noAnswer: [
    "\\b(?:let me|let's|one moment|a moment|a second|bear with me|hold the line|on hold|i'm (?:just )?(?:opening|typing|checking|looking)|i am (?:just )?(?:opening|typing|checking|looking)|i'll (?:just )?(?:check|look|have a look|see)|i will (?:just )?(?:check|look|have a look|see)|thanks for waiting|thank you for (?:waiting|calling|your patience))\\b",
    "\\b(?:i|we)(?:'d| would)? (?:need|have) to (?:ask|check|look)\\b|\\b(?:i|we)(?:'ll| will) have to (?:ask|check|look)\\b",
    "\\b(?:i|we) (?:do ?n[o']t|can ?not|can't|could ?n[o']t|am afraid i can ?not|am afraid i can't) (?:know|have that|have it|see|say|tell|decide|promise|find)\\b",
    "\\bi(?:'m| am)(?: so| very| really| terribly)? sorry\\b[^,.]{0,60}$|^(?:i (?:\\w+ )?(?:understand|see)|of course i understand)\\b",
    '\\b(?:call you back|get back to you|let you know|find out|e-?mail you|text you|as soon as i know)\\b',
    "\\b(?:i will|i'll|i'm|i am) (?:\\w+ )?(?:ask|pass|passing|escalat\\w*|forward\\w*|open a ticket|check)\\b",
    "\\b(?:anything else|have a (?:nice|lovely|good|great)|goodbye|bye|take care|my pleasure)\\b|^you(?:'re| are) welcome\\b",
    '^(?:okay|ok|right|good|fine|great|mm|hm|alright|all right|i see|thank you|thanks)\\b[., ]*(?:\\w+[., ]*){0,1}$',
    '\\b(?:upsetting|frustrating|annoying|inconvenien\\w*)\\b',
  ],
  /** Short, and an answer all the same. */
  shortAnswer: ['^(?:yes|no|sure|certainly|of course|absolutely|exactly|correct|yeah|yep|none)\\b'],
  /** The customer says that it has what it came for. */
  settled: [
    "\\b(?:thank you|thanks|cheers)\\b|\\b(?:perfect|great|wonderful|brilliant|lovely|excellent)\\b|\\bthat's (?:all|it|fine|great)\\b|\\bit works\\b|\\b(?:helpful|made my day|solved|sorted)\\b",
  ],
  /** The customer says that it has not, or doubts it. */
  unsettled: [
    "\\b(?:still (?:not|no|has ?n[o']t|have ?n[o']t|waiting)|hope so|not (?:good|happy|acceptable|enough)|think about it|we'll see|nobody|never|wait)\\b",
  ],
} as const;

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** Facts of a call in words. Durations are in milliseconds. */
export const WRAP_UP_FACTS = {
  order: (orderNumber: string) => `Order ${orderNumber}`,
  mood: (start: string, end: string) =>
    start === end
      ? `Sounded ${start} from start to end.`
      : `Sounded ${start} at the start and ${end} at the end.`,
  holds: (count: number, totalMs: number) => `On hold ${times(count)}, ${lasting(totalMs)} in all.`,
  waits: (count: number, totalMs: number) =>
    `Waited ${times(count)} for another agent, ${lasting(totalMs)} in all.`,
  gaps: (count: number, totalMs: number) =>
    `Not transcribed ${times(count)}, ${lasting(totalMs)} in all.`,
} as const;

/** What the kinds of lines are called in the notes. */
export const WRAP_UP_LINE_NAMES = {
  summary: 'Summary',
  reason: 'Reason',
  order: 'Order',
  amount: 'Amount',
  promise: 'Promised',
  question: 'Left open',
  mood: 'Mood',
  hold: 'Hold',
  wait: 'Wait',
  gap: 'Gap',
} as const;

/** Why an outcome is suggested, to be read after "because". */
export const WRAP_UP_REASONS = {
  escalation: 'it was passed on to somebody else',
  openQuestion: 'a question was left open',
  comesBack: 'somebody is to come back to the customer',
  lost: 'the connection was lost',
  endsBadly: 'the customer sounded negative at the end',
  settled: 'the customer ended on a good word, and nothing is open',
} as const;

function lasting(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
