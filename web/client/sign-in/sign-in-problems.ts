/** Why somebody is not signed in: the codes of our form, of the address, and of next-auth. */
export type SignInProblem = keyof typeof signInProblems;

const elsewhereFailed = {
  title: 'You were not signed in',
  body: 'The sign-in was broken off, took too long, or was begun in another window. Try again.',
};
const elsewhereAway = {
  title: 'Single sign-on cannot be reached',
  body: 'Try again in a moment. Who has a password here can sign in by it.',
};

/** What the sign-in page says about each. */
export const signInProblems = {
  refused: {
    title: 'Name and password do not match',
    body: 'Check both and try again.',
  },
  throttled: {
    title: 'Too many attempts',
    body: 'Wait 15 minutes, then try again.',
  },
  unavailable: {
    title: 'You cannot be signed in now',
    body: 'Nothing was checked. Try again in a moment.',
  },
  away: {
    title: 'The server cannot be reached',
    body: 'Try again in a moment.',
  },
  'too-fast': {
    title: 'Too many attempts',
    body: 'Wait a minute, then try again.',
  },
  'no-role': {
    title: 'You have no role here yet',
    body: 'You were recognised, but none of your groups may work here. Ask your administrator to add you to one.',
  },
  disabled: {
    title: 'Your account is disabled',
    body: 'Ask an administrator to enable it.',
  },
  OAuthSignin: elsewhereAway,
  OAuthCallback: elsewhereFailed,
  Callback: elsewhereFailed,
} as const;

/** The problem that an address names; null for none, and for any that we have no words for. */
export function signInProblemOf(code: string | undefined): SignInProblem | null {
  if (code === undefined || !Object.hasOwn(signInProblems, code)) return null;
  return code as SignInProblem;
}
