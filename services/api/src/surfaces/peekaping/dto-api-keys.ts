/**
 * A key that is to be.
 * @example { "name": "Deployment", "expires_at": "2100-01-01T00:00:00Z", "max_usage_count": 1000 }
 */
export interface PeekapingApiKeyInput {
  /**
   * @minLength 1
   * @maxLength 255
   */
  name: string;
  /** RFC 3339; absent: never. */
  expires_at?: string;
  /**
   * @isInt
   * @minimum 1
   */
  max_usage_count?: number;
}

/**
 * What is changed of a key.
 * @example { "name": "Deployment of production" }
 */
export interface PeekapingApiKeyChange {
  /**
   * @minLength 1
   * @maxLength 255
   */
  name?: string;
  expires_at?: string;
  /**
   * @isInt
   * @minimum 1
   */
  max_usage_count?: number;
}

export interface PeekapingApiKey {
  id: string;
  name: string;
  /** Its first and last characters. */
  display_key: string;
  last_used: string | null;
  expires_at: string | null;
  /** @isInt */
  usage_count: number;
  max_usage_count: number | null;
  created_at: string;
  updated_at: string;
}

/** A new key: its text is in no other answer. */
export interface PeekapingNewApiKey extends PeekapingApiKey {
  token: string;
}

export interface PeekapingApiKeyAnswer {
  message: string;
  data: PeekapingApiKey;
}

export interface PeekapingNewApiKeyAnswer {
  message: string;
  data: PeekapingNewApiKey;
}

export interface PeekapingApiKeyList {
  message: string;
  data: PeekapingApiKey[];
}

/** What keys look like. */
export interface PeekapingApiKeyConfigAnswer {
  message: string;
  data: { prefix: string };
}
