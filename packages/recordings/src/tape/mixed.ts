const [LOWEST, HIGHEST] = [-32_768, 32_767];

/** Two voices in one lane, each as loud as it was; what is too loud together is cut off. */
export function mixed(
  one: Int16Array | undefined,
  other: Int16Array | undefined,
): Int16Array | undefined {
  if (!one || !other) return one ?? other;
  return one.map((sample, at) => Math.max(LOWEST, Math.min(HIGHEST, sample + (other[at] ?? 0))));
}
