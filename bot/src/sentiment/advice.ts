/** What a customer is upset about, as far as it bears on what helps. */
export type AlertCause = 'wait' | 'money' | 'person' | 'threat-to-leave' | 'general';

/** Whether it is the first alert of the call; the second advice goes a step further. */
export type AlertTurn = 'first' | 'again';

const advice = {
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
} as const satisfies Record<AlertCause, Record<AlertTurn, string>>;

/** A calm sentence for the agent. */
export function adviceAbout(cause: AlertCause, turn: AlertTurn): string {
  return advice[cause][turn];
}
