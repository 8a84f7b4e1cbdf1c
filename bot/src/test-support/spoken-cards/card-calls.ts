import type { Side } from '@agent/protocol';

/** A piece of a line. Digits are said one after another; words are anything but digits. */
export type SpokenPiece = { words: string } | { digits: string };

/** What one side says without a break, and how long it is silent before. */
export interface SpokenLine {
  speaker: Side;
  pauseMs: number;
  pieces: readonly SpokenPiece[];
}

/** A call in which a card number is said, or other numbers that must stay. */
export interface CardCall {
  name: string;
  /** Who speaks, by number: the customer; the agent's is the next. */
  voice: number;
  /** Words a minute of the customer. */
  speed: number;
  lines: readonly SpokenLine[];
}

const c = (pauseMs: number, ...pieces: SpokenPiece[]): SpokenLine => {
  return { speaker: 'customer', pauseMs, pieces };
};
const a = (pauseMs: number, ...pieces: SpokenPiece[]): SpokenLine => {
  return { speaker: 'agent', pauseMs, pieces };
};
const words = (text: string): SpokenPiece => ({ words: text });
const digits = (text: string): SpokenPiece => ({ digits: text });

/** Numbers that the schemes give out for tests: Visa, Mastercard, American Express, Discover, JCB. */
const cardNumbers = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011000990139424',
  '4242424242424242',
  '5105105105105100',
  '4012888888881881',
  '3530111333300000',
  '2223003122003222',
];

const hello = c(600, words('Hello, I was charged twice and I am quite upset about it.'));
const sorry = a(700, words('I am sorry to hear that. Let me have a look.'));
const asks = a(700, words('Could you read me the card number, please?'));
const thanks = a(1_500, words('Thank you very much. I have found the payment now.'));
const bye = c(900, words('That is great, thank you. Goodbye.'));

/** Ways in which people say a card number: the lines between the greeting and the thanks. */
const patterns: readonly (readonly [string, (number: string) => SpokenLine[]])[] = [
  ['whole, asked for', (n) => [asks, c(800, words('Yes, it is'), digits(n))]],
  ['whole, unasked', (n) => [c(800, words('Sure, here it is:'), digits(n))]],
  ['whole, named', (n) => [c(800, words('My Visa card number is'), digits(n))]],
  ['groups', (n) => [asks, c(800, ...groupsOf(n).flatMap((group) => [digits(group), words(',')]))]],
  ['groups with pauses', (n) => [asks, ...groupsOf(n).map((group) => c(1_300, digits(group)))]],
  ['groups, unasked', (n) => groupsOf(n).map((group) => c(1_100, digits(group)))],
  ['long pauses', (n) => [asks, ...groupsOf(n).map((group) => c(6_500, digits(group)))]],
  [
    'half and half',
    (n) => [asks, c(900, digits(n.slice(0, 8))), c(2_500, words('and then'), digits(n.slice(8)))],
  ],
  [
    'corrected',
    (n) => [
      asks,
      c(800, digits(n.slice(0, -2)), digits('99')),
      c(900, words('No, sorry, I mean'), digits(n.slice(-4)), words('at the end.')),
    ],
  ],
  ['read back', (n) => [asks, c(800, digits(n)), a(900, words('So that is'), digits(n))]],
  [
    'read back in groups',
    (n) => [
      asks,
      ...groupsOf(n).flatMap((group) => [c(1_000, digits(group)), a(700, digits(group))]),
    ],
  ],
  [
    'with expiry date and code',
    (n) => [
      asks,
      c(800, digits(n)),
      a(900, words('And the expiry date and the security code?')),
      c(900, digits('0829')),
      c(1_200, digits('731')),
    ],
  ],
  [
    'read back and corrected',
    (n) => [
      asks,
      c(800, digits(n)),
      a(900, digits(`${n.slice(0, -4)}9999`)),
      c(800, words('No, it ends with'), digits(n.slice(-4))),
    ],
  ],
  ['digit by digit', (n) => [asks, ...[...n].map((digit) => c(750, digits(digit)))]],
];

const speeds = [150, 175, 140];

/** The set: each way with several numbers and voices. */
export function cardCalls(): CardCall[] {
  return Array.from({ length: 63 }, (_, index) => {
    const [name, lines] = patterns[index % patterns.length] as (typeof patterns)[number];
    const number = cardNumbers[(index * 4 + 1) % cardNumbers.length] as string;
    return {
      name: `${index + 1} ${name}`,
      voice: Math.floor(index / patterns.length) % 3,
      speed: speeds[index % speeds.length] as number,
      lines: [hello, sorry, ...lines(number), thanks, bye],
    };
  });
}

/** Ways in which other numbers are said. */
const others: readonly (readonly [string, SpokenLine[]])[] = [
  ['order', [a(700, words('What is your order number?')), c(800, words('It is'), digits('4521'))]],
  ['long order', [a(700, words('Which order is it?')), c(800, words('Order'), digits('80034217'))]],
  [
    'phone',
    [
      a(700, words('What is your phone number?')),
      c(800, words('My phone number is'), digits('5551234567')),
    ],
  ],
  [
    'phone read back',
    [
      c(800, words('Call me at my phone number'), digits('5559871234')),
      a(800, words('So your phone number is'), digits('5559871234')),
    ],
  ],
  ['tracking', [c(800, words('The tracking number is'), digits('1234567890'))]],
  ['account', [c(800, words('My customer number is'), digits('774120'))]],
  ['money', [c(800, words('I paid'), digits('29'), words('dollars for the shoes.'))]],
  ['date', [c(800, words('I bought it in'), digits('2024'), words('in the summer.'))]],
  ['post code', [c(800, words('My post code is'), digits('90210'), words('in California.'))]],
  [
    'order at last',
    [c(800, words('The order number is'), digits('33871')), a(900, digits('33871'))],
  ],
];

/** Calls in which nothing may be left out. */
export function otherCalls(): CardCall[] {
  return Array.from({ length: 30 }, (_, index) => {
    const [name, lines] = others[index % others.length] as (typeof others)[number];
    return {
      name: `${index + 1} ${name}`,
      voice: Math.floor(index / others.length) % 3,
      speed: speeds[index % speeds.length] as number,
      lines: [hello, sorry, ...lines, thanks, bye],
    };
  });
}

function groupsOf(number: string): string[] {
  return number.length === 15
    ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)]
    : (number.match(/\d{4}/g) ?? []);
}
