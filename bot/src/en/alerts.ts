/** Signs of what is wrong; the first that is found counts, as the harder to mend come first. */
export const ALERT_SIGNS = [
  {
    cause: 'threat-to-leave',
    sign: /\b(cancel(?:l?ing|led)?|leav(?:e|ing) you|switch(?:ing)?|competitors?|elsewhere|never (?:again|order|buy|shop)|last time i|take my business|lawyer|sue|court)\b/i,
  },
  {
    cause: 'person',
    sign: /\b(rude|unfriendly|insult\w*|useless|incompetent|liars?|lied|lying|hung up|you people|shout\w*|attitude|(?:your|that) (?:colleague|agent|driver|man|woman)|idiots?)\b/i,
  },
  {
    cause: 'money',
    sign: /\b(money|charg(?:e|ed|ing)|overcharged|refund\w*|paid|pay|payments?|bill(?:ed)?|invoice|debited|fees?|price|dollars?|euros?|pounds?|scam\w*|cheat\w*|rip(?:ped)?[ -]off)\b/i,
  },
  {
    cause: 'wait',
    sign: /\b(wait(?:ed|ing)?|on hold|hours?|forever|ages|late|delay\w*|still (?:not|hasn['’]t|haven['’]t)|overdue|queue|(?:never|not) (?:arrived?|came|come)|days|weeks|months)\b/i,
  },
] as const;

/** A calm sentence for the agent by what is wrong, and whether it is the first alert of the call. */
export const ALERT_ADVICE = {
  wait: {
    first:
      'They have waited too long: say so first, then tell them what happens next and who does it.',
    again:
      'The waiting still hurts: name what you have done so far, and offer to keep them posted yourself.',
  },
  money: {
    first:
      'It is about their money: repeat the amount back, say that you will look into it, then do that first.',
    again:
      'Their money still worries them: say in plain words what will be paid back, and what you cannot promise yet.',
  },
  person: {
    first:
      'They feel badly treated: apologise for how it felt, defend nobody, then take over the matter yourself.',
    again:
      'Stay calm and slow: thank them for telling you, and say what you personally will do now.',
  },
  'threat-to-leave': {
    first:
      'They are about to leave: ask what would have to change, and listen before you offer anything.',
    again:
      'They still want to leave: respect it, name one thing you can do today, and let them decide.',
  },
  general: {
    first: 'Let them finish, name the feeling, then the next step.',
    again: 'Still upset: slow down, sum up what you heard, and ask whether you got it right.',
  },
};
