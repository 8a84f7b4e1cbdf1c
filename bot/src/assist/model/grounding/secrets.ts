import { oneOf } from './one-of.ts';

const secret = oneOf(
  'pass ?(?:word|code|phrase)|pin(?: (?:code|number))?|otp|cvv|cvc|security code',
  '(?:credit |debit |bank )?card (?:number|details)|long number|(?:16|sixteen)[- ]digits?',
  String.raw`number (?:on|of) (?:the |your )?(?:[\w']+ ){0,3}card`,
  '(?:3|three|4|four)[- ]digits? (?:on|at) the (?:back|front)',
  '(?:verification|one[- ]time|access|log ?in|sign[- ]?in|confirmation|sms|text|(?:6|six)[- ]digit) code',
  'code (?:on|in) your (?:phone|mail|e-mail|email|messages?)',
  "code (?:that )?(?:we|i|you)(?:'ve| have|'ll| will| just)* (?:sent|texted|got|get|received)",
);
const say = 'tell|give|read|text|send|share|provide|spell|repeat|type|say|dictate|confirm';
const askFor = oneOf(
  `(?:${say})(?: it)?(?: out| back)?(?: (?:to|with))? (?:me|us)`,
  '(?:read|spell)(?: out)?|say|share|provide|dictate|repeat|confirm|state',
  "what(?:'s| is| are| was| does)|which",
  '(?:may|can|could|might) (?:i|we) (?:just |please )?(?:have|take|get|ask for|see)',
  "(?:i|we)(?:'ll| will| would|'d| just| only| also)* (?:need|require|have to have|take)",
  'let (?:me|us) (?:have|take|get)|ready for|go ahead with',
);
const request = new RegExp(
  String.raw`\b${askFor}(?: (?!(?:link|page|form|reset)\b)[\w'-]+){0,5}? ${secret}s?\b`,
  'gu',
);
/** "And the security code?", with no verb at all. */
const bareRequest = new RegExp(
  String.raw`(?:^|[.!?] )(?:(?:and|now|then|okay|so|next),? )*(?:your|the) (?:[\w'-]+ ){0,2}?${secret}s?(?:,? please)?(?:[.!?]|$)`,
  'u',
);
const forbidding =
  /\b(?:not|never|no need to|without|cannot|\w+n't|instead of)(?: [\w'-]+){0,4} ?$/u;
/** "The password page" is no secret. */
const namesThing = /^ ?(?:reset|page|field|link|form|box|manager|rules?|email|mail)\b/u;
/** The last digits of a card are asked for to tell one card from another. */
const isPart = /\blast (?:\w+ )?(?:digits?|numbers?)\b/u;

/** Whether a text asks somebody to say a password, a whole card number or a code. */
export function asksForSecret(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ');
  if (bareRequest.test(plain)) return true;
  return [...plain.matchAll(request)].some(
    ({ 0: asked, index }) =>
      !forbidding.test(plain.slice(0, index)) &&
      !namesThing.test(plain.slice(index + asked.length)) &&
      !isPart.test(asked),
  );
}
