/** What a summary may say of a call beyond what was said in it, and the words that change its sense. */
const list = (words: string) => words.trim().split(/\s+/u);

/** They tell that somebody spoke, and no fact. */
export const REPORTING = list(`
  call caller contact phone speak speaking say said tell told talk explain state mention report note notice
  ask question inquire enquire request wonder know want wish like prefer regard regarding about
  matter situation reason answer respond reply summary conversation discussion discuss
`);

/** They stand for one who acts, or say that something is promised. */
export const ACTING = list(`
  agent representative support staff company team customer client person promise agree assure offer
  guarantee commit
`);

/** They hold a sentence together. */
export const SMALL = list(`
  a an the and or but of to in on at by with from for as into than per
  is are was were be been being am has have had having do does did done will would shall should can could
  may might must get gets got getting
  he she it they them his her its their theirs him himself herself itself i you we me my your our us
  this that these those some other another own same such just very really quite too
  please yes okay well um uh
  because due so then also however which who whom whose where when that whether
  there here what how why how while now
`);

/** They tell when, or how long. */
export const TIMES = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december today tomorrow yesterday tonight morning afternoon evening noon
  midnight weekend week month year day hour minute last next ago first second third fourth fifth sixth
  seventh eighth ninth tenth once twice
`);
/** What stands before a time changes it. */
export const BEFORE_TIMES = list('before after until till since by at every within');

/** Whoever else a clause is about: "my neighbour got one". */
export const ANOTHER_SUBJECT =
  /^(?:(?:and|so|then|yes|sure|well|okay|um|uh|hi|because|that),? )*(?:my|our|his|her|their|the|a|an|another) (?:\w+ ){0,1}?(\p{L}+)\b/u;
/** Somebody known acts in it. */
export const PRONOUN_FIRST =
  /^(?:\w+,? )?(?:i|you|we|it|they|he|she|this|that|there|nobody|somebody)\b/u;
/** It speaks of what was named just before. */
export const GOES_ON = /^(?:(?:and|so|then|still) )?(?:it|that|this|they|which|she|he)\b/u;
export const PERSON_SUBJECT = /\b(?:she|he|they)\b/u;

/** Signs of one who acts in a summary. */
export const AGENT_SUBJECT = /\b(?:the )?(?:agent|representative|company|support|team|staff)\b/u;
export const CUSTOMER_SUBJECT = /\b(?:the )?(?:customer|caller|client)\b/u;

/** Somebody is said to have asked or wished: it need not be so. */
export const ASKS =
  /\b(?:ask\w*|wonder\w*|inquir\w*|enquir\w*|request\w*|question\w*|want\w* to know)\b/u;
export const WISHES =
  /\b(?:want\w*|wish\w*|would|like|prefer\w*|need\w*|ask\w*|request\w*|demand\w*|offer\w*|could|can|may|might|should|if|whether|consider\w*|think\w*|plan\w*|hop(?:e|es|ed|ing)|suggest\w*|propos\w*|threaten\w*|rather|instead of|option)\b/u;
/** The same in what was said. */
export const UNREAL =
  /\b(?:want|wish|would|'d|i'd|we'd|need to|could|can|may|might|should|if|whether|maybe|perhaps|thinking (?:about|of)|consider\w*|hope|let's|let me|going to have to|rather|imagine|suppose)\b/u;
/** Taken out before that: they only soften. */
export const SOFTENERS =
  /\b(?:i|we) can (?:see|hear|tell|confirm)(?: that)?\b|\bi (?:think|believe|guess)(?: that)?\b|\byou can see\b|\bi'm afraid\b|\bi am afraid\b/gu;

/** Denials, in either. */
export const DENIES =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unable|refus\w*|declin\w*|fail\w*|den(?:y|ies|ied)|impossible|\w+n't)\b/u;

/** A promise is told. */
export const PROMISES =
  /\b(?:promis\w*|will|going to|agree[ds]?|assur\w*|guarantee\w*|commit\w*|shall|would (?:be|get|receive|have|see|call|send|refund|contact|e-?mail|replace|credit|waive)|to be (?:refunded|sent|replaced|credited)|is to|are to|gets?|receives?)\b/u;
export const OFFERS = /\boffer\w*\b/u;
/** Something done for the customer is told. */
export const DONE =
  /\b(?:refund\w*|reimburs\w*|issued|sent|changed|cancell?ed|unlocked|approved|booked|arranged|credited|extended|waived|replaced|reset|removed|added|updated|corrected|escalated|passed|forwarded|opened|created|compensated|discounted|granted|resolved|fixed|solved|completed)\b/u;
/** The customer is who gets it. */
export const RECEIVES =
  /\b(?:gets?|receives?|sees?|will (?:get|receive|see|have|be)|(?:be|been|being|was|were|is) \w+)\b/u;
/** Something is done to it, by whomever. */
export const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b/u;
/** For whose sake something was done cannot be told from the words. */
export const FOR_A_SIDE = /\b(?:for|from|about) (?:the )?(?:customer|caller|client|agent)\b/u;
/** Somebody is quoted. */
export const SAYS =
  /\b(?:said|says?|told|tells?|explain\w*|mention\w*|stat(?:ed|es)|not(?:ed|es)|report\w*|complain\w*|apologi\w*|thank\w*|confirm\w*|insist\w*|admit\w*|claim\w*)\b/u;

/** Words that tell the same as what was said. */
export const SAME: Readonly<Record<string, readonly string[]>> = {
  apologis: ['sorri', 'apologis', 'apolog'],
  apolog: ['sorri', 'apologis', 'apolog'],
  sorri: ['sorri', 'apolog'],
  thank: ['thank', 'cheer'],
  confirm: ['ye', 'confirm', 'sure', 'correct'],
  regret: ['sorri', 'regret'],
};
