import type { NezhaSearchResult } from "./dto.js";

/** What was done, or why not: 200, or 400 and 403 with the reason. */
export interface NezhaOutcome {
  /** @isInt */
  code: number;
  message?: string;
}

/** A token of programs. */
export interface NezhaToken {
  /** When it is made, the token; later its first and last characters. */
  token: string;
  note: string;
  /** Of its document; it can be deleted by it. */
  id: string;
}

export interface NezhaTokenList extends NezhaOutcome {
  result?: NezhaToken[];
}

export interface NezhaTokenMade extends NezhaOutcome {
  result?: NezhaToken;
}

/** A token to be. */
export interface NezhaTokenForm {
  /**
   * What it is for
   * @maxLength 255
   */
  Note?: string;
}

/** What was found, or, with a code, why nothing was looked for. */
export interface NezhaSearch {
  success?: boolean;
  results?: NezhaSearchResult[];
  /** @isInt */
  code?: number;
  message?: string;
}

/** A server to be, or what is to become of one. Texts that are absent stay as they are; what is not `on` is off. */
export interface NezhaServerForm {
  /**
   * Absent or 0: a new one
   * @isInt
   * @minimum 0
   */
  ID?: number;
  /**
   * @minLength 1
   * @maxLength 255
   */
  Name: string;
  /**
   * Higher comes first
   * @isInt
   * @minimum -1000000
   * @maximum 1000000
   */
  DisplayIndex?: number;
  /**
   * Its secret, 18 letters and digits; absent: as it is, or a new one
   * @pattern ^([0-9A-Za-z]{18})?$ expected 18 letters and digits
   */
  Secret?: string;
  /**
   * Its group
   * @maxLength 100
   */
  Tag?: string;
  /** @maxLength 10000 */
  Note?: string;
  /** @maxLength 10000 */
  PublicNote?: string;
  /** `on`, or off */
  HideForGuest?: string;
  /** Refused when it is `on` */
  EnableDDNS?: string;
  /** Refused unless it is an empty list as JSON */
  DDNSProfilesRaw?: string;
}

/** Of a new server its secret, which is shown this once. */
export interface NezhaServerSaved extends NezhaOutcome {
  result?: { secret: string };
}

/** Servers by their ids, and the group that they come into. */
export interface NezhaGroupForm {
  /** @maxItems 500 */
  Servers: NezhaServerId[];
  /** @maxLength 100 */
  Group: string;
}

/**
 * @isInt
 * @minimum 1
 */
export type NezhaServerId = number;
