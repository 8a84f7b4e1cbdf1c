/** Random numbers that are the same for the same seed. */
export interface Random {
  /** 0 to 1, without 1. */
  uniform(): number;
  /** Of a normal distribution: mean 0, standard deviation 1. */
  normal(): number;
  poisson(mean: number): number;
}

/** Marsaglia's xorshift with 32 bits of state (Journal of Statistical Software 8/14, 2003). */
export function seededRandom(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    /** Knuth's product of uniform numbers; means here are below 40. */
    poisson(mean) {
      const end = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > end; product *= uniform()) count += 1;
      return count;
    },
  };
}
