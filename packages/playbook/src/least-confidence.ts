/** Who is less sure than this only guesses, 0–1; holds for cards of the playbook and for a model. */
export const LEAST_CONFIDENCE = 0.5;
