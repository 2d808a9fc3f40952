/** Short chat lines of one language by their mood, separated by `/`. */
export interface MoodLines {
  readonly positive: string;
  readonly negative: string;
  readonly neutral: string;
}
