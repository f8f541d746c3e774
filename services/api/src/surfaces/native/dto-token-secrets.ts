export interface TokenRotation {
  /**
   * For how long the text before is good, too; 0 when absent.
   * @isInt overlap_seconds
   * @minimum 0
   * @maximum 604800
   */
  overlap_seconds?: number;
}

export interface TokenUsage {
  /** How often it was used. */
  use_count: number;
  /** When it was used last; null: never, or before Redis was emptied. */
  last_used_at: string | null;
}
