/** One's own calendar feed 日历订阅; the address itself is not kept. */
export class FeedState {
  /** Null while there is none. */
  createdAt: string | null;
  /** When a calendar program last fetched it. */
  lastUsedAt: string | null;
}

export class MadeFeed extends FeedState {
  /** In this answer only. */
  path: string;
}
