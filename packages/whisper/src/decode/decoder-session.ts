/** Scores over the vocabulary, one row per token that was fed. */
export type LogitRows = readonly Float32Array[];

/** A decoder that has heard one piece of speech; our seam to the engine and to scripted fakes. */
export interface DecoderSession {
  /**
   * Feeds tokens from position `offset` on and returns what may follow each of them. An offset
   * below what was fed before forgets everything from there on.
   */
  step(tokens: readonly number[], offset: number): Promise<LogitRows>;
}
