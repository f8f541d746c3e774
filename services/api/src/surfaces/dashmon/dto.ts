/** An error: a text for people, or a code with a text beside it. */
export interface DashmonError {
  error: string;
  message?: string;
}

/** Done. */
export interface DashmonDone {
  ok: true;
}

/** Done with so many. */
export interface DashmonDoneWith {
  ok: true;
  /** @isInt */
  updated: number;
}

/** Whether the service can answer. */
export interface DashmonHealth {
  ok: true;
  service: "dashmon";
  time: string;
}

/** It cannot. */
export interface DashmonUnhealthy {
  ok: false;
  service: "dashmon";
  time: string;
  error: "db_unavailable";
}

/** What clients can do here. */
export interface DashmonCapabilities {
  /** The version of Dashmon's API that this follows. */
  apiVersion: string;
  requestIdHeader: string;
  authModes: ("session" | "bearer")[];
  tokenPolicy: DashmonTokenPolicy;
  docsUrl: string;
  consoleUrl: string;
}

/** How tokens are handled. */
export interface DashmonTokenPolicy {
  hash: string;
  shownOnce: boolean;
  accessLevels: ("read_only" | "read_write")[];
  expiry: boolean;
  premiumOnly: boolean;
}

/**
 * Each member is looked at by hand, because each mistake has a text of its own.
 * @example { "email": "ada@example.org", "password": "correct horse battery", "username": "ada" }
 */
export interface DashmonSignupRequest {
  email?: unknown;
  /** Eight characters at least. */
  password?: unknown;
  /** Three characters at least; may be left out. */
  username?: unknown;
  [other: string]: unknown;
}

/**
 * @example { "identifier": "ada@example.org", "password": "correct horse battery" }
 */
export interface DashmonLoginRequest {
  /** Address of mail, or user name. */
  identifier?: unknown;
  password?: unknown;
  /** Of the authenticator app, for who has turned it on. */
  code?: unknown;
  [other: string]: unknown;
}

/** A group of devices. */
export interface DashmonProject {
  /** Chosen by who made it. */
  id: string;
  name: string;
  location: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
}

/**
 * @example { "name": "Store 12", "id": "store-12", "location": "Adelaide", "notes": null }
 */
export interface DashmonProjectRequest {
  name?: unknown;
  /** Needed where a project is made, and kept from then on. */
  id?: unknown;
  location?: unknown;
  notes?: unknown;
  [other: string]: unknown;
}

/** A monitored device. */
export interface DashmonDevice {
  id: string;
  /** Of its project; null: it is in none. */
  store_id: string | null;
  /** Whose workspace it is in. */
  user_id: string | null;
  name: string;
  type: string;
  ip: string;
  /** @isInt */
  port: number | null;
  url: string | null;
  /**
   * Seconds.
   * @isInt
   */
  ping_interval: number;
  /** @isInt */
  ping_packets: number;
  notes: string | null;
  maintenance_start: string | null;
  /** Null: until it is cleared. */
  maintenance_end: string | null;
  status: "up" | "down" | "warning" | "maintenance" | "unknown";
  packet_loss: number | null;
  last_check: string | null;
  created_at: string;
  updated_at: string;
}

/** A device with its tags. */
export interface DashmonDeviceDetail extends DashmonDevice {
  tags: string[];
}

/** A device in the list of projects. */
export interface DashmonListedDevice extends DashmonDevice {
  maintenanceActive: boolean;
}

/** How many devices are how. Those in maintenance count as nothing else. */
export interface DashmonDeviceCounts {
  /** @isInt */
  totalDevices: number;
  /** @isInt */
  upDevices: number;
  /** @isInt */
  downDevices: number;
  /** @isInt */
  warningDevices: number;
  /** @isInt */
  maintenanceDevices: number;
  status: "up" | "down" | "warning" | "maintenance" | "partial_maintenance";
}

/** A project with its devices. */
export interface DashmonProjectSummary extends DashmonProject, DashmonDeviceCounts {
  maintenanceActive: boolean;
  devices: DashmonListedDevice[];
}

export interface DashmonProjectAnswer {
  project: DashmonProject;
}

/** As the older paths name it. */
export interface DashmonStoreAnswer {
  store: DashmonProject;
}

export interface DashmonDeviceAnswer {
  device: DashmonDevice;
}

export interface DashmonDeviceDetailAnswer {
  device: DashmonDeviceDetail;
  /** The same once more. */
  tags: string[];
}

export interface DashmonDeviceList {
  devices: DashmonDevice[];
}

/**
 * @example { "name": "Till 3", "type": "posserver", "ip": "10.0.12.3", "port": 443, "url": null, "notes": null }
 */
export interface DashmonDeviceRequest {
  name?: unknown;
  type?: unknown;
  /** Address or name. */
  ip?: unknown;
  port?: unknown;
  url?: unknown;
  notes?: unknown;
  [other: string]: unknown;
}

/** A tag, and how many of the caller's devices have it. */
export interface DashmonTagCount {
  name: string;
  /** @isInt */
  count: number;
}

export interface DashmonTagCounts {
  tags: DashmonTagCount[];
}

/**
 * @example { "tags": ["production"] }
 */
export interface DashmonTagsRequest {
  tags?: unknown;
  [other: string]: unknown;
}

export interface DashmonTagNames {
  tags: string[];
}

/**
 * @example { "deviceIds": ["0197a3b0-0000-7000-8000-000000000001"], "tags": ["production"], "mode": "add" }
 */
export interface DashmonBulkTagsRequest {
  deviceIds?: unknown;
  tags?: unknown;
  /** `add`, `remove` or `replace`. */
  mode?: unknown;
  [other: string]: unknown;
}

/**
 * @example { "startTime": "2026-01-31T22:00:00Z", "endTime": "2026-01-31T23:00:00Z" }
 */
export interface DashmonMaintenanceRequest {
  startTime?: unknown;
  /** Absent: until it is cleared. */
  endTime?: unknown;
  [other: string]: unknown;
}

/**
 * @example { "deviceIds": ["0197a3b0-0000-7000-8000-000000000001"], "startTime": "2026-01-31T22:00:00Z" }
 */
export interface DashmonBulkMaintenanceRequest {
  deviceIds?: unknown;
  startTime?: unknown;
  endTime?: unknown;
  [other: string]: unknown;
}

/** When the maintenance of one device or project is. */
export interface DashmonOwnMaintenance {
  id: string;
  maintenance_start: string | null;
  maintenance_end: string | null;
}

export interface DashmonDeviceMaintenanceSet {
  ok: true;
  device: DashmonOwnMaintenance;
}

export interface DashmonProjectMaintenanceSet {
  ok: true;
  project: DashmonOwnMaintenance;
}

export interface DashmonStoreMaintenanceSet {
  ok: true;
  store: DashmonOwnMaintenance;
}
