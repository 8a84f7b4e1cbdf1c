/** Takes half of what was said before it back. "Anything but fast" is no contrast. */
export const CONTRAST =
  /(?<!\banything )\b(?:but|however|except|nevertheless|on the other hand)\b/g;

/** Begins what is granted, beside what matters. */
export const CONCESSION =
  /^(?:and )?(?:although|even though|though|even if|despite|i (?:first |really )?(?:thought|feared))\b/;

/** Where one clause ends and another begins. */
export const CLAUSE_SEAM = /[,;:–—]|(?= although | even though )/;

/** What people are called says nothing of how they feel: "My name is Grace Love." */
export const NAMES =
  /\b([Nn]ame(?:'s| is)|[Ss]urname is|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Dd]r\.?|[Tt]his is|[Ii]t's)((?: \p{Lu}[\p{L}'-]+){1,3})/gu;

/** A word that negates what follows. */
export const NEGATOR =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|barely|cannot|\w+n't)$/;

/** Turns of phrase that negate as "not" does: "far from good", "not what I would call good". */
export const NEGATING_PHRASE =
  /\b(?:far from|anything but|by no means|nowhere near|less than(?! (?:an?|one|two|three|\d))|not what (?:i|you|we|anyone)(?: would|'d) call)(?: \w+){0,2}$/;

/** Beyond these no negation reaches. */
export const NEGATION_SCOPE_END = /^(?:and|because|since|so|while|when|until|only)$/;

/** Right before a word: "very good" is more than good. */
export const INTENSIFIER =
  /\b(?:very|really|so|such|extremely|absolutely|completely|totally|utterly|incredibly|terribly|awfully|truly|deeply|highly|quite|pretty|too|most|more|even|all|ever so|real|super)(?: an?)?$/;

/** Right before a word: "a bit bad" is less than bad. */
export const DAMPENER =
  /\b(?:a (?:bit|little|tad)|slightly|somewhat|kind of|sort of|rather|fairly|partly|a bit of an?)$/;

/** Begins a question that complains: "Why …?" */
export const SERIOUS_QUESTION =
  /^(?:so |and )?(?:why|how many|how often|how hard|how can you|what kind)\b/;

/** Bare praise at the head of a sentence: "Great, another delay." */
export const MOCKING_OPENING =
  /^(?:oh |well |yeah |right )*(?:that's |how |just |very )?(?:great|wonderful|brilliant|lovely|fantastic|perfect|nice|super|excellent|marvellous|charming|thanks|thank you)(?: job| work)?$/;

/** What after bare praise shows that it was none. */
export const MOCKING_REST = /\b(?:another|again|yet more|so now|(?:so )?i (?:get|have) to)\b/;
