/** A server as `/api/v1/server/list` has it. Field names and types as in Nezha v0. */
export interface NezhaServer {
  /** Given as nodes and devices first appear, from 1. */
  id: number;
  name: string;
  /** The group of the server. */
  tag: string;
  /** Unix seconds; -62135596800 for a server that was never seen. */
  last_active: number;
  ipv4: string;
  ipv6: string;
  valid_ip: string;
  display_index: number;
  hide_for_guest: boolean;
}

/** The same with what the server is and does. */
export interface NezhaServerDetails extends NezhaServer {
  host: NezhaHost;
  status: NezhaStatus;
}

export interface NezhaHost {
  Platform: string;
  PlatformVersion: string;
  CPU: string[] | null;
  MemTotal: number;
  DiskTotal: number;
  SwapTotal: number;
  Arch: string;
  Virtualization: string;
  /** Unix seconds. */
  BootTime: number;
  /** ISO 3166, lower case. */
  CountryCode: string;
  /** Of the collector. */
  Version: string;
  GPU: string[] | null;
}

/** Percent, bytes, bytes a second, seconds. */
export interface NezhaStatus {
  CPU: number;
  MemUsed: number;
  SwapUsed: number;
  DiskUsed: number;
  NetInTransfer: number;
  NetOutTransfer: number;
  NetInSpeed: number;
  NetOutSpeed: number;
  Uptime: number;
  Load1: number;
  Load5: number;
  Load15: number;
  TcpConnCount: number;
  UdpConnCount: number;
  ProcessCount: number;
  Temperatures: NezhaTemperature[] | null;
  GPU: number;
}

export interface NezhaTemperature {
  Name: string;
  Temperature: number;
}

/** `code` is 0, or 403 with no result for a token that was refused. */
export interface NezhaServerList {
  code: number;
  message: string;
  result?: NezhaServer[];
}

export interface NezhaServerDetailsList {
  code: number;
  message: string;
  result?: NezhaServerDetails[];
}

/** What was refused, but for tokens. */
export interface NezhaError {
  code: number;
  message: string;
}

/** One server in a frame of `/ws`. Times in RFC 3339. */
export interface NezhaSocketServer {
  ID: number;
  CreatedAt: string;
  UpdatedAt: string;
  DeletedAt: null;
  Name: string;
  Tag: string;
  DisplayIndex: number;
  HideForGuest: boolean;
  EnableDDNS: boolean;
  Host: NezhaHost;
  State: NezhaStatus;
  LastActive: string;
}

/** A frame of `/ws`; `now` in Unix milliseconds. */
export interface NezhaFrame {
  now: number;
  servers: NezhaSocketServer[];
}

/** A server to be. Members are found whatever their case is, unknown ones are passed over. */
export interface NezhaRegistration {
  /**
   * Absent: the client's address
   * @maxLength 255
   */
  Name?: string;
  /**
   * Its group; absent: `AutoRegister`
   * @maxLength 100
   */
  Tag?: string;
  /** @maxLength 10000 */
  Note?: string;
  /** `on`, which it is when absent, or anything else */
  HideForGuest?: string;
}

/** The secret is shown this once. */
export interface NezhaRegistered {
  /** @isInt */
  code: number;
  message: string;
  secret: string;
}

/** What a search of the administration finds. */
export interface NezhaSearchResult {
  name: string;
  /** The id. */
  value: number;
  text: string;
}
