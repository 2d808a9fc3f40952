/** Totals of what viewers do besides talking and giving. */
export interface SocialState {
  shares: number;
  follows: number;
  joins: number;
  subscribes: number;
}

export const createSocial = (): SocialState => ({ shares: 0, follows: 0, joins: 0, subscribes: 0 });
