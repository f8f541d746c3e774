/** An error. Which one it is, is in the status and the message. */
export interface PeekapingError {
  message: string;
  data: null;
}

/** What was done, where there is nothing to answer. */
export interface PeekapingDone {
  message: string;
  data: null;
}

/** Whether the API is alive. */
export interface PeekapingHealth {
  status: "ok";
  /** Now, RFC 3339. */
  timestamp: string;
}

/** What is running. */
export interface PeekapingVersion {
  version: string;
}

/**
 * A word that monitors share.
 * @example { "name": "Production", "color": "#3B82F6", "description": "Production environment monitors" }
 */
export interface PeekapingTagInput {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /** `#` and six hexadecimal digits, or three. */
  color: string;
  description?: string;
}

/**
 * What is changed of a tag.
 * @example { "color": "#EF4444" }
 */
export interface PeekapingTagChange {
  /**
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
  color?: string;
  description?: string;
}

export interface PeekapingTag {
  id: string;
  name: string;
  color: string;
  description: string | null;
  created_at: string;
  updated_at: string;
}

export interface PeekapingTagAnswer {
  message: string;
  data: PeekapingTag;
}

export interface PeekapingTagList {
  message: string;
  data: PeekapingTag[];
}

/**
 * A host through which checks go.
 * @example { "protocol": "http", "host": "proxy.example.org", "port": 3128, "auth": true, "username": "statwire", "password": "secret" }
 */
export interface PeekapingProxyInput {
  protocol: "http" | "https" | "socks" | "socks4" | "socks5" | "socks5h";
  host: string;
  /**
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port: number;
  /** Whether it wants a name and a password. */
  auth?: boolean;
  /** Needed with `auth`. */
  username?: string;
  /** Needed with `auth`, unless one is stored already, which stays then. */
  password?: string;
}

/**
 * What is changed of a proxy.
 * @example { "port": 8080 }
 */
export interface PeekapingProxyChange {
  protocol?: "http" | "https" | "socks" | "socks4" | "socks5" | "socks5h";
  host?: string;
  /**
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port?: number;
  auth?: boolean;
  username?: string;
  password?: string;
}

/** A proxy. Its password is never answered. */
export interface PeekapingProxy {
  id: string;
  protocol: string;
  host: string;
  port: number;
  auth: boolean;
  username?: string;
  createdDate: string;
  updatedAt: string;
}

export interface PeekapingProxyAnswer {
  message: string;
  data: PeekapingProxy;
}

export interface PeekapingProxyList {
  message: string;
  data: PeekapingProxy[];
}

/**
 * The value of a setting.
 * @example { "value": "365", "type": "int" }
 */
export interface PeekapingSettingInput {
  value?: string;
  type: "string" | "int" | "bool" | "json";
}

export interface PeekapingSetting {
  id: string;
  key: string;
  value: string;
  type: string;
  created_at: string;
  updated_at: string;
}

export interface PeekapingSettingAnswer {
  message: string;
  data: PeekapingSetting;
}
