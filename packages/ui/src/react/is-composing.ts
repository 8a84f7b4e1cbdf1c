/** What Safari calls the key that ends a composition; by then it says that nothing is composed. */
const COMPOSED_KEY = 229;

/** Whether a key belongs to text that is being composed, as in Japanese, and is not meant for us. */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === COMPOSED_KEY;
}
