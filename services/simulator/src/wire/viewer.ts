/** A person as TikTok describes one in a message. */
export interface Viewer {
  /** Decimal text. */
  readonly id: string;
  /** The @name. */
  readonly handle: string;
  readonly nickname: string;
  readonly avatarUrl?: string | undefined;
  readonly followers?: number | undefined;
  readonly following?: number | undefined;
  readonly isFollower?: boolean | undefined;
  readonly isSubscriber?: boolean | undefined;
  readonly isModerator?: boolean | undefined;
  /** 0 for somebody who has no gifter badge. */
  readonly gifterLevel?: number | undefined;
  /** Level in the creator's fan club; 0 for who is not in it. */
  readonly fanLevel?: number | undefined;
  /** The creator. */
  readonly isHost?: boolean | undefined;
  /** TikTok hides who it is. */
  readonly isMasked?: boolean | undefined;
}
