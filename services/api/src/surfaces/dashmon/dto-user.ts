import type { DashmonPlanLimits } from "./plans.js";

/** Who the caller is, and what the workspace is entitled to that it acts in. Nothing is ever bought here: those members are null. */
export interface DashmonMe {
  /** Null: the installation's key. */
  id: string | null;
  email: string | null;
  name: string | null;
  plan: "free" | "premium";
  /** `expired`: it was premium. */
  plan_status: "active" | "expired";
  /** Who has set the plan. */
  plan_source: "administrator" | null;
  premium_until: string | null;
  demo_used_at: string | null;
  demo_expires_at: string | null;
  bank_transfer_reference: string | null;
  timezone: string | null;
  manual_refresh_last_at: string | null;
  /** Null: it is let into none. */
  workspace: DashmonActingWorkspace | null;
}

/** The workspace that a caller acts in. */
export interface DashmonActingWorkspace {
  id: string;
  ownerUserId: string | null;
  plan: "free" | "premium";
  role: "viewer" | "editor" | "admin" | "owner";
  /** It has more than its plan includes: nothing can be made or changed until something is deleted. */
  writeLocked: boolean;
}

/** A workspace that a caller is let into. */
export interface DashmonAccountContext {
  workspaceId: string;
  ownerUserId: string | null;
  name: string | null;
  role: "viewer" | "editor" | "admin" | "owner";
  /** Only these; null: all of it. */
  projectIds: string[] | null;
  /** It is the one that the caller acts in. */
  active: boolean;
}

/** What a caller may do. */
export interface DashmonPermissionFoundation {
  userId: string | null;
  /** Null: it is let into none. */
  context: DashmonAccountContext | null;
  contexts: DashmonAccountContext[];
  permissions: {
    canRead: boolean;
    canWrite: boolean;
    canCreateProjects: boolean;
    canManageTeam: boolean;
    canManageTokens: boolean;
  };
}

/**
 * @example { "ownerUserId": "0197a3b0-0000-7000-8000-000000000001" }
 */
export interface DashmonAccountContextRequest {
  /** Whose workspace to act in. */
  ownerUserId?: unknown;
  [other: string]: unknown;
}

export interface DashmonAccountContextSet {
  ok: true;
  context: DashmonAccountContext;
}

export interface DashmonPreferencesAnswer {
  preferences: { timezone: string | null };
}

/**
 * @example { "timezone": "Australia/Adelaide" }
 */
export interface DashmonTimezoneRequest {
  /** Of the IANA database; empty: none. */
  timezone?: unknown;
  [other: string]: unknown;
}

/** Somebody who is invited. */
export interface DashmonTeamInvitation {
  id: string;
  email: string;
  role: "viewer" | "editor" | "admin" | "owner";
  /** Only these; null: all of the workspace. */
  projectIds: string[] | null;
  status: "pending" | "accepted" | "cancelled" | "expired";
  createdAt: string;
  expiresAt: string | null;
}

export interface DashmonTeamInvitations {
  invitations: DashmonTeamInvitation[];
}

/**
 * @example { "email": "ada@example.org", "role": "viewer", "projectIds": null }
 */
export interface DashmonTeamInvitationRequest {
  email?: unknown;
  /** `viewer` (default), `editor`, `admin` or `owner`. */
  role?: unknown;
  /** Only these projects; absent: all of the workspace. */
  projectIds?: unknown;
  [other: string]: unknown;
}

export interface DashmonTeamInvitationSent {
  ok: true;
  invitation: DashmonTeamInvitation;
}

/**
 * @example { "token": "default.0197a3b0-0000-7000-8000-000000000001.secret" }
 */
export interface DashmonAcceptInvitationRequest {
  /** Of the link in the mail. */
  token?: unknown;
  [other: string]: unknown;
}

export interface DashmonInvitationTaken {
  ok: true;
  workspaceId: string;
  ownerUserId: string | null;
}

/** A token as it is listed: its text is never shown again. */
export interface DashmonApiToken {
  id: string;
  label: string;
  accessLevel: "read_only" | "read_write";
  /** Its first and last characters. */
  preview: string;
  createdAt: string;
  expiresAt: string | null;
  status: "active" | "expired" | "inactive";
}

export interface DashmonApiTokens {
  tokens: DashmonApiToken[];
}

/**
 * @example { "label": "Dashboard in the hall", "accessLevel": "read_only", "expiresInDays": 90 }
 */
export interface DashmonApiTokenRequest {
  label?: unknown;
  /** `read_only` (default) or `read_write`. */
  accessLevel?: unknown;
  /** Absent: it does not expire. */
  expiresInDays?: unknown;
  [other: string]: unknown;
}

export interface DashmonApiTokenMade {
  ok: true;
  /** Shown this once. */
  token: string;
  apiToken: DashmonApiToken;
}

/** Whether there is a token, as older clients ask. */
export interface DashmonApiTokenStatus {
  hasToken: boolean;
  /** @isInt */
  tokenCount: number;
  lastCreatedAt: string | null;
  /** Whether the plan lets tokens in. */
  enabled: boolean;
}

/** What this installation is connected with. */
export interface DashmonIntegrationPosture {
  integrations: {
    email: { configured: boolean };
    sms: { configured: boolean };
    google: { configured: boolean };
    billing: { configured: boolean };
    /** Tokens let programs in. */
    apiTokens: DashmonIntegrationTokens;
  };
}

export interface DashmonIntegrationTokens {
  enabled: boolean;
  /** @isInt */
  active: number;
}

/** How much of a plan is used, for whoever helps. */
export interface DashmonSupportSummary {
  support: {
    workspaceId: string;
    plan: "free" | "premium";
    limits: DashmonPlanLimits;
    /** @isInt */
    projects: number;
    /** @isInt */
    devices: number;
    writeLocked: boolean;
    apiVersion: string;
    /** Of this request, to be told to whoever helps. */
    requestId: string;
  };
}
