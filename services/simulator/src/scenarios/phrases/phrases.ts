/**
 * What viewers of one language say, by occasion. Invented for Frontrow.
 *
 * `{host}` is the creator's name, `{name}` another viewer's, `{gift}` the gift that was just sent.
 */
export interface Phrases {
  readonly greet: readonly string[];
  readonly praise: readonly string[];
  readonly hype: readonly string[];
  readonly chatter: readonly string[];
  readonly laugh: readonly string[];
  /** Questions to the creator, as they should be written. */
  readonly ask: readonly string[];
  /** Questions without a question mark, as most are written. */
  readonly askBare: readonly string[];
  readonly sour: readonly string[];
  readonly rude: readonly string[];
  /** After a large gift. */
  readonly wow: readonly string[];
  readonly bye: readonly string[];
  readonly spam: readonly string[];
}
export type Occasion = keyof Phrases;
