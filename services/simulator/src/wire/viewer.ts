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
}
