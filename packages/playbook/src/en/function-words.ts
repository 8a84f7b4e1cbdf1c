/** Words that hold sentences together, by what they do; each list parted by spaces. */
export const FUNCTION_WORDS = {
  /** Words that never tell one statement from another: left out of phrases, passed over in talk. */
  fillers: `a an the my our your his her their really just very so um uh er erm hmm well oh
   actually honestly basically literally simply pretty even still already yet kind sort bit`,
  /** Small words that may stand between the words of a phrase without being written there. */
  small: `be have do will would shall should could can may might i me you it they them he she we this that
   these those there here to of for on in at with from by into and some any all about as than
   who which know mean guess think sorry
   please too also now then again today rather quite like absolutely completely totally only`,
  /** Words that turn a statement round. */
  negators: 'not never no nobody nothing none without neither nor',
  /** Pronouns: after "no" or "not" they show an answer ("no, I …") or a question ("can't you …"). */
  pronouns: 'i me you it he she they we there this that',
  /** After these, a negation does not reach on: "I don't know where my order is" has an order. */
  negationEnds: `know understand believe care remember see mind sure find idea let only why how where when what
   whether if hear say tell problem`,
  /** Words that begin a new clause. */
  clauseStarts: 'but because however though although unless instead',
  /** Negators that are neither an answer nor part of a question, wherever they stand. */
  alwaysNegate: 'nobody nothing without',
};
