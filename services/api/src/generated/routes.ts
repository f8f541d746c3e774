/* tslint:disable */
/* eslint-disable */
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import type { TsoaRoute } from '@tsoa/runtime';
import {  fetchMiddlewares, ExpressTemplateService } from '@tsoa/runtime';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { MetaController } from './../surfaces/v6direct/meta-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { StatsController } from './../surfaces/v6direct/stats-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashPadMetaController } from './../surfaces/dashpad/meta-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashPadMetricsController } from './../surfaces/dashpad/metrics-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashPadListsController } from './../surfaces/dashpad/lists-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SchedulerController } from './../surfaces/dashpad/scheduler-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NodesController } from './../surfaces/native/nodes-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuditController } from './../surfaces/native/audit-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CompletenessController } from './../surfaces/native/completeness-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { MetricsController } from './../surfaces/native/metrics-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { QueryController } from './../surfaces/native/query-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { LogsController } from './../surfaces/native/logs-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { HealthController } from './../surfaces/native/health-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuthController } from './../surfaces/native/auth-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuthLinksController } from './../surfaces/native/auth-links-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { EnrollmentController } from './../surfaces/native/enrollment-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuthTokensController } from './../surfaces/native/auth-tokens-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TwoFactorController } from './../surfaces/native/two-factor-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TokensController } from './configuration/token-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TokenSecretsController } from './../surfaces/native/token-secrets-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NezhaServerController } from './../surfaces/nezha/server-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NezhaAdminController } from './../surfaces/nezha/admin-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NezhaRefusedController } from './../surfaces/nezha/refused-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingSystemController } from './../surfaces/peekaping/system-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingAuthController } from './../surfaces/peekaping/auth-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingApiKeysController } from './../surfaces/peekaping/api-keys-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingTagsController } from './../surfaces/peekaping/tags-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingProxiesController } from './../surfaces/peekaping/proxies-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingMaintenancesController } from './../surfaces/peekaping/maintenances-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingSettingsController } from './../surfaces/peekaping/settings-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PeekapingMonitorsController } from './../surfaces/peekaping/monitors-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonAuthController } from './../surfaces/dashmon/auth-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonBillingController } from './../surfaces/dashmon/billing-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonDevicesController } from './../surfaces/dashmon/devices-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonMaintenanceController } from './../surfaces/dashmon/maintenance-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonMetaController } from './../surfaces/dashmon/meta-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonProjectsController } from './../surfaces/dashmon/projects-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonStoresController } from './../surfaces/dashmon/stores-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonTagsController } from './../surfaces/dashmon/tags-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonTeamController } from './../surfaces/dashmon/team-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DashmonUserController } from './../surfaces/dashmon/user-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { WorkspacesController } from './configuration/workspace-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { UsersController } from './configuration/user-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { TagsController } from './configuration/tag-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SettingsController } from './configuration/setting-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ProxiesController } from './configuration/proxy-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ProjectsController } from './configuration/project-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PreferencesController } from './configuration/preference-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { MembershipsController } from './configuration/membership-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { MaintenancesController } from './configuration/maintenance-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { InvitationsController } from './configuration/invitation-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DevicesController } from './configuration/device-controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { CredentialsController } from './configuration/credential-controller.js';
import { expressAuthentication } from './../http/authentication.js';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../http/ioc.js';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (req: ExRequest, securityName: string, scopes?: string[], res?: ExResponse) => Promise<any>;


// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

const models: TsoaRoute.Models = {
    "ErrorDetail": {
        "dataType": "refObject",
        "properties": {
            "detail": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ServerError": {
        "dataType": "refObject",
        "properties": {
            "detail": {"dataType":"string","required":true},
            "type": {"dataType":"enum","enums":["server_error"],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FieldError": {
        "dataType": "refObject",
        "properties": {
            "field": {"dataType":"string","required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Problem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "status": {"dataType":"integer","required":true},
            "detail": {"dataType":"string","required":true},
            "instance": {"dataType":"string","required":true},
            "code": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "request_id": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaError": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"double","required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingError": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"enum","enums":[null],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingLockout": {
        "dataType": "refObject",
        "properties": {
            "success": {"dataType":"boolean","required":true},
            "message": {"dataType":"string","required":true},
            "retry_after": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonError": {
        "dataType": "refObject",
        "properties": {
            "error": {"dataType":"string","required":true},
            "message": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.string_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Meta": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "version": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "docs": {"dataType":"string","required":true},
            "redoc": {"dataType":"string","required":true},
            "endpoints": {"ref":"Record_string.string_","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RateLimitError": {
        "dataType": "refObject",
        "properties": {
            "error": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Health": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"enum","enums":["ok"],"required":true},
            "uptime_seconds": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadHealth": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"enum","enums":["ok"],"required":true},
            "server_identity": {"dataType":"string","required":true},
            "timezone": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeInfo": {
        "dataType": "refObject",
        "properties": {
            "hostname": {"dataType":"string","required":true},
            "platform": {"dataType":"string","required":true},
            "architecture": {"dataType":"string","required":true},
            "python_version": {"dataType":"string","required":true},
            "boot_time_utc": {"dataType":"string","required":true},
            "uptime_seconds": {"dataType":"integer","required":true},
            "node_role": {"dataType":"string","required":true},
            "network_name": {"dataType":"string","required":true},
            "asn": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CPUStats": {
        "dataType": "refObject",
        "properties": {
            "usage_percent": {"dataType":"double","required":true},
            "per_core": {"dataType":"array","array":{"dataType":"double"},"required":true},
            "frequency_mhz": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "temperature_celcius": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "load_avg_1m": {"dataType":"double","required":true},
            "load_avg_5m": {"dataType":"double","required":true},
            "load_avg_15m": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MemoryStats": {
        "dataType": "refObject",
        "properties": {
            "total_mb": {"dataType":"double","required":true},
            "available_mb": {"dataType":"double","required":true},
            "used_mb": {"dataType":"double","required":true},
            "percent": {"dataType":"double","required":true},
            "swap_total_mb": {"dataType":"double","required":true},
            "swap_used_mb": {"dataType":"double","required":true},
            "swap_percent": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiskStats": {
        "dataType": "refObject",
        "properties": {
            "mountpoint": {"dataType":"string","required":true},
            "total_gb": {"dataType":"double","required":true},
            "used_gb": {"dataType":"double","required":true},
            "free_gb": {"dataType":"double","required":true},
            "percent": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InterfaceStats": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "bytes_sent": {"dataType":"long","required":true},
            "bytes_recv": {"dataType":"long","required":true},
            "packets_sent": {"dataType":"long","required":true},
            "packets_recv": {"dataType":"long","required":true},
            "errors_in": {"dataType":"long","required":true},
            "errors_out": {"dataType":"long","required":true},
            "drop_in": {"dataType":"long","required":true},
            "drop_out": {"dataType":"long","required":true},
            "addresses": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SystemSnapshots": {
        "dataType": "refObject",
        "properties": {
            "timestamp_utc": {"dataType":"string","required":true},
            "node": {"ref":"NodeInfo","required":true},
            "cpu": {"ref":"CPUStats","required":true},
            "memory": {"ref":"MemoryStats","required":true},
            "disks": {"dataType":"array","array":{"dataType":"refObject","ref":"DiskStats"},"required":true},
            "interfaces": {"dataType":"array","array":{"dataType":"refObject","ref":"InterfaceStats"},"required":true},
            "cache_age_seconds": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HistorySample": {
        "dataType": "refObject",
        "properties": {
            "timestamp_utc": {"dataType":"string","required":true},
            "cpu_percent": {"dataType":"double","required":true},
            "memory_percent": {"dataType":"double","required":true},
            "swap_percent": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.unknown_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ValidationError": {
        "dataType": "refObject",
        "properties": {
            "loc": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"double"}]},"required":true},
            "msg": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "input": {"dataType":"any"},
            "ctx": {"ref":"Record_string.unknown_"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HTTPValidationError": {
        "dataType": "refObject",
        "properties": {
            "detail": {"dataType":"array","array":{"dataType":"refObject","ref":"ValidationError"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefreshResponse": {
        "dataType": "refObject",
        "properties": {
            "success": {"dataType":"boolean","required":true},
            "message": {"dataType":"string","required":true},
            "cleared_history": {"dataType":"boolean","required":true},
            "new_snapshot_timestamp": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefreshRequest": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "full": {"dataType":"boolean","default":false},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ServerInfo": {
        "dataType": "refObject",
        "properties": {
            "hostname": {"dataType":"string","required":true},
            "platform": {"dataType":"string","required":true},
            "python_version": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ApiConfig": {
        "dataType": "refObject",
        "properties": {
            "authentication_enabled": {"dataType":"boolean","required":true},
            "cors_origins": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SchedulerConfig": {
        "dataType": "refObject",
        "properties": {
            "metrics_interval": {"dataType":"integer","required":true},
            "logs_interval": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NetdataIntegration": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "url": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Integrations": {
        "dataType": "refObject",
        "properties": {
            "netdata": {"ref":"NetdataIntegration","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadStatus": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "timezone": {"dataType":"string","required":true},
            "server_info": {"ref":"ServerInfo","required":true},
            "api_config": {"ref":"ApiConfig","required":true},
            "scheduler_config": {"ref":"SchedulerConfig","required":true},
            "integrations": {"ref":"Integrations","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Thresholds": {
        "dataType": "refObject",
        "properties": {
            "warning": {"dataType":"double","required":true},
            "critical": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricModule": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "display_name": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "sources": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "thresholds": {"ref":"Thresholds"},
            "threshold_direction": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["above"]},{"dataType":"enum","enums":["below"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.MetricModule_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"MetricModule"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogModule": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "display_name": {"dataType":"string","required":true},
            "line_limit": {"dataType":"integer","required":true},
            "supports_redaction": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.LogModule_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"LogModule"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CronModule": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "display_name": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AlertsModule": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "display_name": {"dataType":"string","required":true},
            "sources": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Modules": {
        "dataType": "refObject",
        "properties": {
            "metrics": {"ref":"Record_string.MetricModule_","required":true},
            "logs": {"ref":"Record_string.LogModule_","required":true},
            "cron": {"ref":"CronModule","required":true},
            "alerts": {"ref":"AlertsModule","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleSettings": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "modules": {"ref":"Modules","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["good"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["critical"]},{"dataType":"enum","enums":["unknown"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CpuUsage": {
        "dataType": "refObject",
        "properties": {
            "usage_percent": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CpuMetric": {
        "dataType": "refObject",
        "properties": {
            "source": {"dataType":"string","required":true},
            "status": {"ref":"MetricStatus","required":true},
            "data": {"ref":"CpuUsage","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RamUsage": {
        "dataType": "refObject",
        "properties": {
            "usage_percent": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "used_mb": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "total_mb": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "available_mb": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RamMetric": {
        "dataType": "refObject",
        "properties": {
            "source": {"dataType":"string","required":true},
            "status": {"ref":"MetricStatus","required":true},
            "data": {"ref":"RamUsage","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SystemUptime": {
        "dataType": "refObject",
        "properties": {
            "uptime_seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "human_readable": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UptimeMetric": {
        "dataType": "refObject",
        "properties": {
            "source": {"dataType":"string","required":true},
            "status": {"ref":"MetricStatus","required":true},
            "data": {"ref":"SystemUptime","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnabledMetrics": {
        "dataType": "refObject",
        "properties": {
            "cpu": {"ref":"CpuMetric"},
            "ram": {"ref":"RamMetric"},
            "uptime": {"ref":"UptimeMetric"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogContent": {
        "dataType": "refObject",
        "properties": {
            "content": {"ref":"Record_string.string_","required":true},
            "total_lines": {"dataType":"integer","required":true},
            "returned_lines": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.LogContent_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"LogContent"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CronTask": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "schedule": {"dataType":"string","required":true},
            "next_run": {"dataType":"string","required":true},
            "relative_time": {"dataType":"string","required":true},
            "relative_time_short": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["normal"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["critical"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CronSummary": {
        "dataType": "refObject",
        "properties": {
            "cron_tasks": {"dataType":"array","array":{"dataType":"refObject","ref":"CronTask"},"required":true},
            "status": {"ref":"ListStatus","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NetdataAlert": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["WARNING"]},{"dataType":"enum","enums":["CRITICAL"]}],"required":true},
            "value": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "units": {"dataType":"string","required":true},
            "info": {"dataType":"string","required":true},
            "last_status_change": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AlertSummary": {
        "dataType": "refObject",
        "properties": {
            "alerts": {"dataType":"array","array":{"dataType":"refObject","ref":"NetdataAlert"},"required":true},
            "status": {"ref":"ListStatus","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadMetrics": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "metrics": {"ref":"EnabledMetrics","required":true},
            "logs": {"ref":"Record_string.LogContent_","required":true},
            "cron": {"ref":"CronSummary","required":true},
            "alerts": {"ref":"AlertSummary","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadMetric": {
        "dataType": "refObject",
        "properties": {
            "metric": {"dataType":"string","required":true},
            "timestamp": {"dataType":"string","required":true},
            "data": {"dataType":"union","subSchemas":[{"ref":"CpuUsage"},{"ref":"RamUsage"},{"ref":"SystemUptime"}],"required":true},
            "source": {"dataType":"string","required":true},
            "status": {"ref":"MetricStatus","required":true},
            "update_interval_sec": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "QueriedMetric": {
        "dataType": "refObject",
        "properties": {
            "metric": {"dataType":"string","required":true},
            "timestamp": {"dataType":"string","required":true},
            "data": {"dataType":"union","subSchemas":[{"ref":"CpuUsage"},{"ref":"RamUsage"},{"ref":"SystemUptime"}],"required":true},
            "source": {"dataType":"string","required":true},
            "server_identity": {"dataType":"string","required":true},
            "status": {"ref":"MetricStatus","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "IncrementalLogContent": {
        "dataType": "refObject",
        "properties": {
            "content": {"ref":"Record_string.string_","required":true},
            "total_lines": {"dataType":"integer","required":true},
            "returned_lines": {"dataType":"integer","required":true},
            "supports_incremental": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.IncrementalLogContent_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"IncrementalLogContent"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadLogs": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "logs": {"ref":"Record_string.IncrementalLogContent_","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashPadLog": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "content": {"ref":"Record_string.string_","required":true},
            "total_lines": {"dataType":"integer","required":true},
            "returned_lines": {"dataType":"integer","required":true},
            "supports_incremental": {"dataType":"boolean","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CronStats": {
        "dataType": "refObject",
        "properties": {
            "total_tasks": {"dataType":"integer","required":true},
            "next_task_minutes": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CronTasks": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "cron_tasks": {"dataType":"array","array":{"dataType":"refObject","ref":"CronTask"},"required":true},
            "cron_stats": {"ref":"CronStats","required":true},
            "source": {"dataType":"string","required":true},
            "status": {"ref":"ListStatus","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AlertCounts": {
        "dataType": "refObject",
        "properties": {
            "WARNING": {"dataType":"integer","required":true},
            "CRITICAL": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AlertStats": {
        "dataType": "refObject",
        "properties": {
            "total": {"dataType":"integer","required":true},
            "by_status": {"ref":"AlertCounts","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NetdataAlerts": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "alerts": {"dataType":"array","array":{"dataType":"refObject","ref":"NetdataAlert"},"required":true},
            "alerts_stats": {"ref":"AlertStats","required":true},
            "source": {"dataType":"string","required":true},
            "status": {"ref":"ListStatus","required":true},
            "hostname": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateIntervals": {
        "dataType": "refObject",
        "properties": {
            "metrics": {"dataType":"integer","required":true},
            "logs": {"dataType":"integer","required":true},
            "cron": {"dataType":"integer","required":true},
            "alerts": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NextUpdates": {
        "dataType": "refObject",
        "properties": {
            "metrics": {"dataType":"double","required":true},
            "logs": {"dataType":"double","required":true},
            "cron": {"dataType":"double","required":true},
            "alerts": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SchedulerStatus": {
        "dataType": "refObject",
        "properties": {
            "server_identity": {"dataType":"string","required":true},
            "server_time": {"dataType":"string","required":true},
            "next_update_sec": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "running": {"dataType":"boolean","required":true},
            "update_intervals": {"ref":"UpdateIntervals","required":true},
            "next_updates": {"ref":"NextUpdates","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SchedulerControlled": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"enum","enums":["ok"],"required":true},
            "message": {"dataType":"string","required":true},
            "running": {"dataType":"boolean","required":true},
            "server_identity": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeSummary": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["stale"]},{"dataType":"enum","enums":["never"]}],"required":true},
            "seen_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "interval_seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "hostname": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "os": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "cpu_utilization": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "memory_utilization": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PastMoment": {
        "dataType": "refObject",
        "properties": {
            "at": {"dataType":"string","required":true},
            "readings_kept_since": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeList": {
        "dataType": "refObject",
        "properties": {
            "nodes": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeSummary"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "past": {"ref":"PastMoment"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeCore": {
        "dataType": "refObject",
        "properties": {
            "number": {"dataType":"double","required":true},
            "utilization": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeCpu": {
        "dataType": "refObject",
        "properties": {
            "utilization": {"dataType":"double","required":true},
            "user_seconds": {"dataType":"double","required":true},
            "nice_seconds": {"dataType":"double","required":true},
            "system_seconds": {"dataType":"double","required":true},
            "idle_seconds": {"dataType":"double","required":true},
            "iowait_seconds": {"dataType":"double","required":true},
            "interrupt_seconds": {"dataType":"double","required":true},
            "softirq_seconds": {"dataType":"double","required":true},
            "steal_seconds": {"dataType":"double","required":true},
            "context_switches": {"dataType":"double","required":true},
            "interrupts": {"dataType":"double","required":true},
            "frequency_hertz": {"dataType":"double"},
            "cores": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeCore"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeCpu_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeCpu","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeLoad": {
        "dataType": "refObject",
        "properties": {
            "one_minute": {"dataType":"double","required":true},
            "five_minutes": {"dataType":"double","required":true},
            "fifteen_minutes": {"dataType":"double","required":true},
            "uptime_seconds": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeLoad_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeLoad","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeMemory": {
        "dataType": "refObject",
        "properties": {
            "total_bytes": {"dataType":"double","required":true},
            "available_bytes": {"dataType":"double","required":true},
            "used_bytes": {"dataType":"double","required":true},
            "free_bytes": {"dataType":"double","required":true},
            "buffers_bytes": {"dataType":"double","required":true},
            "cached_bytes": {"dataType":"double","required":true},
            "slab_reclaimable_bytes": {"dataType":"double","required":true},
            "slab_unreclaimable_bytes": {"dataType":"double","required":true},
            "shared_bytes": {"dataType":"double","required":true},
            "dirty_bytes": {"dataType":"double","required":true},
            "committed_bytes": {"dataType":"double","required":true},
            "utilization": {"dataType":"double","required":true},
            "page_faults": {"dataType":"double","required":true},
            "major_page_faults": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeMemory_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeMemory","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeSwap": {
        "dataType": "refObject",
        "properties": {
            "total_bytes": {"dataType":"double","required":true},
            "used_bytes": {"dataType":"double","required":true},
            "free_bytes": {"dataType":"double","required":true},
            "in_bytes": {"dataType":"double","required":true},
            "out_bytes": {"dataType":"double","required":true},
            "utilization": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeSwap_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeSwap","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeFilesystem": {
        "dataType": "refObject",
        "properties": {
            "mountpoint": {"dataType":"string","required":true},
            "device": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "total_bytes": {"dataType":"double","required":true},
            "used_bytes": {"dataType":"double","required":true},
            "free_bytes": {"dataType":"double","required":true},
            "available_bytes": {"dataType":"double","required":true},
            "inodes_total": {"dataType":"double","required":true},
            "inodes_free": {"dataType":"double","required":true},
            "utilization": {"dataType":"double","required":true},
            "read_only": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeFilesystem-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeFilesystem"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeDisk": {
        "dataType": "refObject",
        "properties": {
            "device": {"dataType":"string","required":true},
            "read_bytes": {"dataType":"double","required":true},
            "write_bytes": {"dataType":"double","required":true},
            "read_operations": {"dataType":"double","required":true},
            "write_operations": {"dataType":"double","required":true},
            "read_time_seconds": {"dataType":"double","required":true},
            "write_time_seconds": {"dataType":"double","required":true},
            "io_time_seconds": {"dataType":"double","required":true},
            "weighted_io_time_seconds": {"dataType":"double","required":true},
            "operations_in_progress": {"dataType":"double","required":true},
            "read_merged": {"dataType":"double","required":true},
            "write_merged": {"dataType":"double","required":true},
            "read_bytes_per_second": {"dataType":"double"},
            "write_bytes_per_second": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeDisk-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeDisk"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeNetworkInterface": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "receive_bytes": {"dataType":"double","required":true},
            "transmit_bytes": {"dataType":"double","required":true},
            "receive_packets": {"dataType":"double","required":true},
            "transmit_packets": {"dataType":"double","required":true},
            "receive_errors": {"dataType":"double","required":true},
            "transmit_errors": {"dataType":"double","required":true},
            "receive_dropped": {"dataType":"double","required":true},
            "transmit_dropped": {"dataType":"double","required":true},
            "receive_bytes_per_second": {"dataType":"double"},
            "transmit_bytes_per_second": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeNetworkInterface-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeNetworkInterface"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeTemperature": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "celsius": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeFan": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "revolutions_per_minute": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeSensors": {
        "dataType": "refObject",
        "properties": {
            "temperatures": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeTemperature"},"required":true},
            "fans": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeFan"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeSensors_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeSensors","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeProcess": {
        "dataType": "refObject",
        "properties": {
            "pid": {"dataType":"double","required":true},
            "command": {"dataType":"string","required":true},
            "user": {"dataType":"string","required":true},
            "cpu_utilization": {"dataType":"double","required":true},
            "resident_bytes": {"dataType":"double","required":true},
            "threads": {"dataType":"double","required":true},
            "virtual_bytes": {"dataType":"double","required":true},
            "started_at": {"dataType":"string","required":true},
            "cpu_seconds": {"dataType":"double","required":true},
            "page_faults": {"dataType":"double","required":true},
            "major_page_faults": {"dataType":"double","required":true},
            "read_bytes": {"dataType":"double"},
            "write_bytes": {"dataType":"double"},
            "voluntary_context_switches": {"dataType":"double"},
            "involuntary_context_switches": {"dataType":"double"},
            "open_files": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeProcesses": {
        "dataType": "refObject",
        "properties": {
            "total": {"dataType":"double","required":true},
            "running": {"dataType":"double","required":true},
            "sleeping": {"dataType":"double","required":true},
            "blocked": {"dataType":"double","required":true},
            "zombie": {"dataType":"double","required":true},
            "stopped": {"dataType":"double","required":true},
            "idle": {"dataType":"double","required":true},
            "threads": {"dataType":"double","required":true},
            "created": {"dataType":"double","required":true},
            "top": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeProcess"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeProcesses_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeProcesses","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodePressure": {
        "dataType": "refObject",
        "properties": {
            "cpu_some_seconds": {"dataType":"double","required":true},
            "memory_some_seconds": {"dataType":"double","required":true},
            "memory_full_seconds": {"dataType":"double","required":true},
            "io_some_seconds": {"dataType":"double","required":true},
            "io_full_seconds": {"dataType":"double","required":true},
            "cpu_some_average10s": {"dataType":"double","required":true},
            "memory_some_average10s": {"dataType":"double","required":true},
            "memory_full_average10s": {"dataType":"double","required":true},
            "io_some_average10s": {"dataType":"double","required":true},
            "io_full_average10s": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodePressure_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodePressure","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeSockets": {
        "dataType": "refObject",
        "properties": {
            "used": {"dataType":"double","required":true},
            "tcp_in_use": {"dataType":"double","required":true},
            "tcp_established": {"dataType":"double","required":true},
            "tcp_time_wait": {"dataType":"double","required":true},
            "tcp_orphan": {"dataType":"double","required":true},
            "udp_in_use": {"dataType":"double","required":true},
            "tcp_retransmitted_segments": {"dataType":"double","required":true},
            "tcp_active_opens": {"dataType":"double","required":true},
            "tcp_passive_opens": {"dataType":"double","required":true},
            "udp_receive_errors": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeSockets_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeSockets","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeModuleHealth": {
        "dataType": "refObject",
        "properties": {
            "module": {"dataType":"string","required":true},
            "duration_seconds": {"dataType":"double","required":true},
            "failures": {"dataType":"double","required":true},
            "failing": {"dataType":"boolean","required":true},
            "error": {"dataType":"string","required":true},
            "source": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeCollector": {
        "dataType": "refObject",
        "properties": {
            "sampled_events": {"dataType":"double","required":true},
            "published_events": {"dataType":"double","required":true},
            "dropped_events": {"dataType":"double","required":true},
            "publish_failures": {"dataType":"double","required":true},
            "corrupt_spool_records": {"dataType":"double","required":true},
            "spool_events": {"dataType":"double","required":true},
            "spool_bytes": {"dataType":"double","required":true},
            "cpu_seconds": {"dataType":"double","required":true},
            "resident_bytes": {"dataType":"double","required":true},
            "tick_delay_seconds": {"dataType":"double","required":true},
            "modules": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeModuleHealth"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeCollector_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeCollector","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeGpu": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "driver": {"dataType":"string","required":true},
            "utilization": {"dataType":"double"},
            "memory_total_bytes": {"dataType":"double"},
            "memory_used_bytes": {"dataType":"double"},
            "celsius": {"dataType":"double"},
            "watts": {"dataType":"double"},
            "limit_watts": {"dataType":"double"},
            "fan_utilization": {"dataType":"double"},
            "clock_hertz": {"dataType":"double"},
            "memory_clock_hertz": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeGpu-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeGpu"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeBattery": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "status": {"dataType":"string","required":true},
            "charge": {"dataType":"double"},
            "health": {"dataType":"double"},
            "watts": {"dataType":"double"},
            "volts": {"dataType":"double"},
            "cycles": {"dataType":"double"},
            "time_left_seconds": {"dataType":"double"},
            "model": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeBatteries": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeBattery"},"required":true},
            "mains_online": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeBatteries_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeBatteries","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeRaidArray": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "level": {"dataType":"string","required":true},
            "state": {"dataType":"string","required":true},
            "size_bytes": {"dataType":"double","required":true},
            "devices_total": {"dataType":"double","required":true},
            "devices_active": {"dataType":"double","required":true},
            "devices_failed": {"dataType":"double","required":true},
            "devices_spare": {"dataType":"double","required":true},
            "progress": {"dataType":"double"},
            "members": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeRaidArray-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeRaidArray"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodePhysicalDisk": {
        "dataType": "refObject",
        "properties": {
            "device": {"dataType":"string","required":true},
            "model": {"dataType":"string","required":true},
            "serial": {"dataType":"string","required":true},
            "firmware": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "size_bytes": {"dataType":"double","required":true},
            "healthy": {"dataType":"boolean"},
            "celsius": {"dataType":"double"},
            "power_on_hours": {"dataType":"double"},
            "power_cycles": {"dataType":"double"},
            "reallocated_sectors": {"dataType":"double"},
            "pending_sectors": {"dataType":"double"},
            "uncorrectable_errors": {"dataType":"double"},
            "endurance_used": {"dataType":"double"},
            "written_bytes": {"dataType":"double"},
            "read_bytes": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodePhysicalDisk-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodePhysicalDisk"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeVoltage": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "volts": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeCurrent": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "amperes": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodePowerDraw": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "watts": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeEnergy": {
        "dataType": "refObject",
        "properties": {
            "sensor": {"dataType":"string","required":true},
            "joules": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodePower": {
        "dataType": "refObject",
        "properties": {
            "voltages": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeVoltage"},"required":true},
            "currents": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeCurrent"},"required":true},
            "draws": {"dataType":"array","array":{"dataType":"refObject","ref":"NodePowerDraw"},"required":true},
            "energies": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeEnergy"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodePower_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodePower","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeKernel": {
        "dataType": "refObject",
        "properties": {
            "open_files": {"dataType":"double","required":true},
            "open_files_max": {"dataType":"double","required":true},
            "conntrack_entries": {"dataType":"double"},
            "conntrack_max": {"dataType":"double"},
            "oom_kills": {"dataType":"double"},
            "threads_max": {"dataType":"double","required":true},
            "pids_max": {"dataType":"double","required":true},
            "entropy_bits": {"dataType":"double"},
            "inodes_allocated": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeKernel_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeKernel","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeConnectionCount": {
        "dataType": "refObject",
        "properties": {
            "transport": {"dataType":"string","required":true},
            "state": {"dataType":"string","required":true},
            "count": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeConnectionCount-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeConnectionCount"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeClock": {
        "dataType": "refObject",
        "properties": {
            "synchronized": {"dataType":"boolean","required":true},
            "offset_seconds": {"dataType":"double"},
            "root_delay_seconds": {"dataType":"double"},
            "root_dispersion_seconds": {"dataType":"double"},
            "stratum": {"dataType":"double"},
            "frequency_error": {"dataType":"double"},
            "service": {"dataType":"string","required":true},
            "reference": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeClock_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeClock","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeUserSession": {
        "dataType": "refObject",
        "properties": {
            "user": {"dataType":"string","required":true},
            "terminal": {"dataType":"string","required":true},
            "remote_host": {"dataType":"string","required":true},
            "since": {"dataType":"string","required":true},
            "pid": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeUserSession-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeUserSession"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodePendingUpdate": {
        "dataType": "refObject",
        "properties": {
            "package": {"dataType":"string","required":true},
            "installed_version": {"dataType":"string","required":true},
            "candidate_version": {"dataType":"string","required":true},
            "security": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeUpdates": {
        "dataType": "refObject",
        "properties": {
            "manager": {"dataType":"string","required":true},
            "pending": {"dataType":"double","required":true},
            "security": {"dataType":"double","required":true},
            "reboot_required": {"dataType":"boolean","required":true},
            "refreshed_at": {"dataType":"string"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodePendingUpdate"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeUpdates_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeUpdates","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeContainer": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "image": {"dataType":"string","required":true},
            "runtime": {"dataType":"string","required":true},
            "state": {"dataType":"string","required":true},
            "health": {"dataType":"string","required":true},
            "created_at": {"dataType":"string"},
            "started_at": {"dataType":"string"},
            "cpu_seconds": {"dataType":"double"},
            "cpu_utilization": {"dataType":"double"},
            "memory_bytes": {"dataType":"double"},
            "working_set_bytes": {"dataType":"double"},
            "memory_limit_bytes": {"dataType":"double"},
            "page_faults": {"dataType":"double"},
            "disk_read_bytes": {"dataType":"double"},
            "disk_write_bytes": {"dataType":"double"},
            "receive_bytes": {"dataType":"double"},
            "transmit_bytes": {"dataType":"double"},
            "processes": {"dataType":"double"},
            "restarts": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeContainer-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeContainer"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeUnit": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "load_state": {"dataType":"string","required":true},
            "active_state": {"dataType":"string","required":true},
            "sub_state": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "since": {"dataType":"string"},
            "restarts": {"dataType":"double"},
            "cpu_seconds": {"dataType":"double"},
            "memory_bytes": {"dataType":"double"},
            "tasks": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeUnits": {
        "dataType": "refObject",
        "properties": {
            "system_state": {"dataType":"string","required":true},
            "total": {"dataType":"double","required":true},
            "active": {"dataType":"double","required":true},
            "failed": {"dataType":"double","required":true},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeUnit"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeUnits_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeUnits","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeScheduledTask": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "kind": {"dataType":"string","required":true},
            "origin": {"dataType":"string","required":true},
            "schedule": {"dataType":"string","required":true},
            "user": {"dataType":"string","required":true},
            "timezone": {"dataType":"string","required":true},
            "next_run_at": {"dataType":"string"},
            "last_run_at": {"dataType":"string"},
            "error": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeScheduledTask-Array_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeScheduledTask"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeAlert": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "status": {"dataType":"string","required":true},
            "value": {"dataType":"double"},
            "units": {"dataType":"string","required":true},
            "info": {"dataType":"string","required":true},
            "chart": {"dataType":"string","required":true},
            "last_status_change_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeAlerts": {
        "dataType": "refObject",
        "properties": {
            "hostname": {"dataType":"string","required":true},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeAlert"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeAlerts_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeAlerts","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeModules": {
        "dataType": "refObject",
        "properties": {
            "gpus": {"ref":"ModuleReading_NodeGpu-Array_"},
            "batteries": {"ref":"ModuleReading_NodeBatteries_"},
            "raids": {"ref":"ModuleReading_NodeRaidArray-Array_"},
            "physical_disks": {"ref":"ModuleReading_NodePhysicalDisk-Array_"},
            "power": {"ref":"ModuleReading_NodePower_"},
            "kernel": {"ref":"ModuleReading_NodeKernel_"},
            "connections": {"ref":"ModuleReading_NodeConnectionCount-Array_"},
            "clock": {"ref":"ModuleReading_NodeClock_"},
            "users": {"ref":"ModuleReading_NodeUserSession-Array_"},
            "updates": {"ref":"ModuleReading_NodeUpdates_"},
            "containers": {"ref":"ModuleReading_NodeContainer-Array_"},
            "units": {"ref":"ModuleReading_NodeUnits_"},
            "tasks": {"ref":"ModuleReading_NodeScheduledTask-Array_"},
            "alerts": {"ref":"ModuleReading_NodeAlerts_"},
            "cpu": {"ref":"ModuleReading_NodeCpu_"},
            "load": {"ref":"ModuleReading_NodeLoad_"},
            "memory": {"ref":"ModuleReading_NodeMemory_"},
            "swap": {"ref":"ModuleReading_NodeSwap_"},
            "filesystems": {"ref":"ModuleReading_NodeFilesystem-Array_"},
            "disks": {"ref":"ModuleReading_NodeDisk-Array_"},
            "network": {"ref":"ModuleReading_NodeNetworkInterface-Array_"},
            "sensors": {"ref":"ModuleReading_NodeSensors_"},
            "processes": {"ref":"ModuleReading_NodeProcesses_"},
            "pressure": {"ref":"ModuleReading_NodePressure_"},
            "sockets": {"ref":"ModuleReading_NodeSockets_"},
            "collector": {"ref":"ModuleReading_NodeCollector_"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeInterfaceIdentity": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "mac_address": {"dataType":"string","required":true},
            "ipv4_addresses": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "ipv6_addresses": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "speed_bits_per_second": {"dataType":"double"},
            "up": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeInventory": {
        "dataType": "refObject",
        "properties": {
            "hostname": {"dataType":"string","required":true},
            "os_type": {"dataType":"string","required":true},
            "os_name": {"dataType":"string","required":true},
            "os_version": {"dataType":"string","required":true},
            "kernel_release": {"dataType":"string","required":true},
            "architecture": {"dataType":"string","required":true},
            "cpu_model": {"dataType":"string","required":true},
            "cpu_logical_count": {"dataType":"double","required":true},
            "cpu_physical_count": {"dataType":"double","required":true},
            "memory_bytes": {"dataType":"double","required":true},
            "booted_at": {"dataType":"string","required":true},
            "virtualization": {"dataType":"string","required":true},
            "timezone": {"dataType":"string","required":true},
            "collector_version": {"dataType":"string","required":true},
            "runtime": {"dataType":"string","required":true},
            "node_role": {"dataType":"string","required":true},
            "node_asn": {"dataType":"string","required":true},
            "node_tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "node_country": {"dataType":"string","required":true},
            "hardware_vendor": {"dataType":"string","required":true},
            "hardware_model": {"dataType":"string","required":true},
            "interfaces": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeInterfaceIdentity"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeInventory_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeInventory","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeModuleConfiguration": {
        "dataType": "refObject",
        "properties": {
            "module": {"dataType":"string","required":true},
            "enabled": {"dataType":"boolean","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "sources": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeThreshold": {
        "dataType": "refObject",
        "properties": {
            "metric": {"dataType":"string","required":true},
            "warning": {"dataType":"double","required":true},
            "critical": {"dataType":"double","required":true},
            "below": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeLogConfiguration": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "display_name": {"dataType":"string","required":true},
            "enabled": {"dataType":"boolean","required":true},
            "line_limit": {"dataType":"double","required":true},
            "redacts": {"dataType":"boolean","required":true},
            "kind": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeConfiguration": {
        "dataType": "refObject",
        "properties": {
            "sampling": {"dataType":"boolean","required":true},
            "base_interval_seconds": {"dataType":"double","required":true},
            "modules": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeModuleConfiguration"},"required":true},
            "thresholds": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeThreshold"},"required":true},
            "logs": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeLogConfiguration"},"required":true},
            "log_interval_seconds": {"dataType":"double","required":true},
            "netdata_enabled": {"dataType":"boolean","required":true},
            "netdata_url": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ModuleReading_NodeConfiguration_": {
        "dataType": "refObject",
        "properties": {
            "observed_at": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"string","required":true},
            "state": {"ref":"NodeConfiguration","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NodeDetail": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["stale"]},{"dataType":"enum","enums":["never"]}],"required":true},
            "seen_at": {"dataType":"string","required":true},
            "modules": {"ref":"NodeModules","required":true},
            "inventory": {"ref":"ModuleReading_NodeInventory_"},
            "configuration": {"ref":"ModuleReading_NodeConfiguration_"},
            "past": {"ref":"PastMoment"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangeActor": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["user"]},{"dataType":"enum","enums":["token"]},{"dataType":"enum","enums":["system"]}],"required":true},
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AuditedDocument": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"string","required":true},
            "id": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AuditEntry": {
        "dataType": "refObject",
        "properties": {
            "at": {"dataType":"string","required":true},
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["change"]},{"dataType":"enum","enums":["sign-in"]}],"required":true},
            "action": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "actor": {"dataType":"union","subSchemas":[{"ref":"ChangeActor"},{"dataType":"enum","enums":[null]}],"required":true},
            "document": {"dataType":"union","subSchemas":[{"ref":"AuditedDocument"},{"dataType":"enum","enums":[null]}],"required":true},
            "method": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "address": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "request_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "count": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AuditList": {
        "dataType": "refObject",
        "properties": {
            "entries": {"dataType":"array","array":{"dataType":"refObject","ref":"AuditEntry"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FamilyCompleteness": {
        "dataType": "refObject",
        "properties": {
            "family": {"dataType":"string","required":true},
            "expected": {"dataType":"double","required":true},
            "received": {"dataType":"double","required":true},
            "late": {"dataType":"double","required":true},
            "doubled": {"dataType":"double","required":true},
            "clock_skew_seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MissingInterval": {
        "dataType": "refObject",
        "properties": {
            "family": {"dataType":"string","required":true},
            "boot_id": {"dataType":"double","required":true},
            "first_sequence": {"dataType":"double","required":true},
            "last_sequence": {"dataType":"double","required":true},
            "count": {"dataType":"double","required":true},
            "after": {"dataType":"string","required":true},
            "before": {"dataType":"string","required":true},
            "outstanding": {"dataType":"boolean","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogCompleteness": {
        "dataType": "refObject",
        "properties": {
            "log": {"dataType":"string","required":true},
            "expected": {"dataType":"double","required":true},
            "received": {"dataType":"double","required":true},
            "late": {"dataType":"double","required":true},
            "doubled": {"dataType":"double","required":true},
            "given_up": {"dataType":"double","required":true},
            "clock_skew_seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MissingLines": {
        "dataType": "refObject",
        "properties": {
            "log": {"dataType":"string","required":true},
            "first_line": {"dataType":"long","required":true},
            "last_line": {"dataType":"long","required":true},
            "count": {"dataType":"double","required":true},
            "after": {"dataType":"string","required":true},
            "before": {"dataType":"string","required":true},
            "outstanding": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Completeness": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
            "expected": {"dataType":"double","required":true},
            "received": {"dataType":"double","required":true},
            "ratio": {"dataType":"double","required":true},
            "late": {"dataType":"double","required":true},
            "doubled": {"dataType":"double","required":true},
            "families": {"dataType":"array","array":{"dataType":"refObject","ref":"FamilyCompleteness"},"required":true},
            "missing": {"dataType":"array","array":{"dataType":"refObject","ref":"MissingInterval"},"required":true},
            "logs": {"dataType":"array","array":{"dataType":"refObject","ref":"LogCompleteness"},"required":true},
            "missing_lines": {"dataType":"array","array":{"dataType":"refObject","ref":"MissingLines"},"required":true},
            "truncated": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricAttribute": {
        "dataType": "refObject",
        "properties": {
            "key": {"dataType":"string","required":true},
            "values": {"dataType":"array","array":{"dataType":"string"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricDescription": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "unit": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gauge"]},{"dataType":"enum","enums":["counter"]}],"required":true},
            "description": {"dataType":"string","required":true},
            "module": {"dataType":"string","required":true},
            "attributes": {"dataType":"array","array":{"dataType":"refObject","ref":"MetricAttribute"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricCatalogue": {
        "dataType": "refObject",
        "properties": {
            "metrics": {"dataType":"array","array":{"dataType":"refObject","ref":"MetricDescription"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClosedRange": {
        "dataType": "refObject",
        "properties": {
            "version": {"dataType":"long","required":true},
            "closed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "restated": {"dataType":"boolean","required":true},
            "until": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SeriesCompleteness": {
        "dataType": "refObject",
        "properties": {
            "expected": {"dataType":"double","required":true},
            "received": {"dataType":"double","required":true},
            "ratio": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "known_from": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Record_string.number-or-null_": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"double"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StatValues": {
        "dataType": "refAlias",
        "type": {"ref":"Record_string.number-or-null_","validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClosedVersion": {
        "dataType": "refObject",
        "properties": {
            "version": {"dataType":"long","required":true},
            "closed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "restated": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SeriesPoint": {
        "dataType": "refObject",
        "properties": {
            "time": {"dataType":"string","required":true},
            "values": {"ref":"StatValues","required":true},
            "closed": {"ref":"ClosedVersion"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Series": {
        "dataType": "refObject",
        "properties": {
            "attribute": {"dataType":"string","required":true},
            "attributes": {"ref":"Record_string.string_","required":true},
            "summary": {"ref":"StatValues","required":true},
            "points": {"dataType":"array","array":{"dataType":"refObject","ref":"SeriesPoint"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MetricSeries": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "metric": {"dataType":"string","required":true},
            "unit": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["gauge"]},{"dataType":"enum","enums":["counter"]}],"required":true},
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
            "step_seconds": {"dataType":"double","required":true},
            "source": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["raw"]},{"dataType":"enum","enums":["hourly"]},{"dataType":"enum","enums":["daily"]}],"required":true},
            "as_of": {"dataType":"string"},
            "closed": {"ref":"ClosedRange"},
            "stats": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "completeness": {"ref":"SeriesCompleteness"},
            "series": {"dataType":"array","array":{"dataType":"refObject","ref":"Series"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CsvHeaders": {
        "dataType": "refObject",
        "properties": {
            "Statwire-Completeness": {"dataType":"string"},
            "Statwire-Versions": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SeriesQueryResult": {
        "dataType": "refObject",
        "properties": {
            "from": {"dataType":"string","required":true},
            "to": {"dataType":"string","required":true},
            "step_seconds": {"dataType":"double","required":true},
            "results": {"dataType":"array","array":{"dataType":"refObject","ref":"MetricSeries"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SeriesQuery": {
        "dataType": "refObject",
        "properties": {
            "nodes": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
            "metrics": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":20}}},
            "from": {"dataType":"string"},
            "to": {"dataType":"string"},
            "asOf": {"dataType":"string"},
            "step": {"dataType":"string"},
            "stats": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":16}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogSummary": {
        "dataType": "refObject",
        "properties": {
            "log": {"dataType":"string","required":true},
            "total_lines": {"dataType":"long","required":true},
            "last_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogList": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "logs": {"dataType":"array","array":{"dataType":"refObject","ref":"LogSummary"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogLine": {
        "dataType": "refObject",
        "properties": {
            "line": {"dataType":"long","required":true},
            "at": {"dataType":"string","required":true},
            "text": {"dataType":"string","required":true},
            "severity": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["emergency"]},{"dataType":"enum","enums":["alert"]},{"dataType":"enum","enums":["critical"]},{"dataType":"enum","enums":["error"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["notice"]},{"dataType":"enum","enums":["info"]},{"dataType":"enum","enums":["debug"]},{"dataType":"enum","enums":[null]}],"required":true},
            "origin": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "truncated": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LogPage": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true},
            "log": {"dataType":"string","required":true},
            "total_lines": {"dataType":"long","required":true},
            "lines": {"dataType":"array","array":{"dataType":"refObject","ref":"LogLine"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Liveness": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"enum","enums":["ok"],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Readiness": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["ok"]},{"dataType":"enum","enums":["unavailable"]}],"required":true},
            "checks": {"ref":"Record_string.string_"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedInUser": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "administrator": {"dataType":"boolean","required":true},
            "two_factor": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SessionBegun": {
        "dataType": "refObject",
        "properties": {
            "user": {"ref":"SignedInUser","required":true},
            "csrf_token": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignInRequest": {
        "dataType": "refObject",
        "properties": {
            "login": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":254}}},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
            "code": {"dataType":"string","validators":{"maxLength":{"value":32}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceAccess": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Me": {
        "dataType": "refObject",
        "properties": {
            "credential": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["session"]},{"dataType":"enum","enums":["token"]},{"dataType":"enum","enums":["installation-key"]}],"required":true},
            "user": {"dataType":"union","subSchemas":[{"ref":"SignedInUser"},{"dataType":"enum","enums":[null]}],"required":true},
            "workspaces": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceAccess"},"required":true},
            "csrf_token": {"dataType":"string"},
            "expires_at": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignInSummary": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["session"]},{"dataType":"enum","enums":["tokens"]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "seen_at": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
            "address": {"dataType":"string","required":true},
            "user_agent": {"dataType":"string","required":true},
            "current": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignInList": {
        "dataType": "refObject",
        "properties": {
            "sessions": {"dataType":"array","array":{"dataType":"refObject","ref":"SignInSummary"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PasswordChange": {
        "dataType": "refObject",
        "properties": {
            "current_password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
            "new_password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FirstAdministratorLink": {
        "dataType": "refObject",
        "properties": {
            "url": {"dataType":"string","required":true},
            "token": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FirstAdministratorRequest": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":512}}},
            "email": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":254}}},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationSent": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":254}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":200}}},
            "workspace": {"dataType":"string","validators":{"maxLength":{"value":63}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationAccepted": {
        "dataType": "refObject",
        "properties": {
            "workspace": {"dataType":"string","required":true},
            "new_user": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationAcceptance": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":512}}},
            "password": {"dataType":"string","validators":{"maxLength":{"value":1024}}},
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PasswordResetRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":254}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PasswordReset": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":512}}},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnrollmentToken": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true},
            "expires_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnrollmentRequest": {
        "dataType": "refObject",
        "properties": {
            "node": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "valid_seconds": {"dataType":"integer","validators":{"minimum":{"value":60},"maximum":{"value":86400}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnrolledNode": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "node": {"dataType":"string","required":true},
            "jwt": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EnrollmentAcceptance": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
            "public_key": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Tokens": {
        "dataType": "refObject",
        "properties": {
            "user": {"ref":"SignedInUser","required":true},
            "access_token": {"dataType":"string","required":true},
            "refresh_token": {"dataType":"string","required":true},
            "expires_in_seconds": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenExchange": {
        "dataType": "refObject",
        "properties": {
            "refresh_token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TwoFactorSecret": {
        "dataType": "refObject",
        "properties": {
            "secret": {"dataType":"string","required":true},
            "provisioning_uri": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TwoFactorSetupRequest": {
        "dataType": "refObject",
        "properties": {
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RecoveryCodes": {
        "dataType": "refObject",
        "properties": {
            "recovery_codes": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TwoFactorCode": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true,"validators":{"minLength":{"value":6},"maxLength":{"value":6}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TwoFactorDisableRequest": {
        "dataType": "refObject",
        "properties": {
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
            "code": {"dataType":"string","validators":{"maxLength":{"value":32}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "secret_set": {"dataType":"boolean","required":true},
            "label": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "access": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read-only"]},{"dataType":"enum","enums":["read-write"]}],"required":true},
            "scopes": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":50}}},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"any","required":true},
            "uses_max": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minimum":{"value":1},"maximum":{"value":1000000000}}},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["statwire"]},{"dataType":"enum","enums":["peekaping"]},{"dataType":"enum","enums":["hex64"]},{"dataType":"enum","enums":["alphanumeric32"]}],"required":true},
            "display": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "rotated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "previous_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "uses_noted": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":1000000000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenCreated": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "secret_set": {"dataType":"boolean","required":true},
            "label": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "access": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read-only"]},{"dataType":"enum","enums":["read-write"]}],"required":true},
            "scopes": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":50}}},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"any","required":true},
            "uses_max": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minimum":{"value":1},"maximum":{"value":1000000000}}},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["statwire"]},{"dataType":"enum","enums":["peekaping"]},{"dataType":"enum","enums":["hex64"]},{"dataType":"enum","enums":["alphanumeric32"]}],"required":true},
            "display": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "rotated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "previous_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "uses_noted": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":1000000000}}},
            "token": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenInput": {
        "dataType": "refObject",
        "properties": {
            "label": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "access": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read-only"]},{"dataType":"enum","enums":["read-write"]}]},
            "scopes": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":50}}},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":40}}},
            "uses_max": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"validators":{"minimum":{"value":1},"maximum":{"value":1000000000}}},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["statwire"]},{"dataType":"enum","enums":["peekaping"]},{"dataType":"enum","enums":["hex64"]},{"dataType":"enum","enums":["alphanumeric32"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BatchFieldError": {
        "dataType": "refObject",
        "properties": {
            "field": {"dataType":"string","required":true},
            "message": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BatchProblem": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","required":true},
            "detail": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"BatchFieldError"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BatchResult": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"integer","required":true},
            "id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "revision": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "problem": {"dataType":"union","subSchemas":[{"ref":"BatchProblem"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BatchResults": {
        "dataType": "refObject",
        "properties": {
            "results": {"dataType":"array","array":{"dataType":"refObject","ref":"BatchResult"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MergePatch": {
        "dataType": "refObject",
        "properties": {
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenFields": {
        "dataType": "refObject",
        "properties": {
            "label": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "access": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read-only"]},{"dataType":"enum","enums":["read-write"]}],"required":true},
            "scopes": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":50}}},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"any","required":true},
            "uses_max": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minimum":{"value":1},"maximum":{"value":1000000000}}},
            "format": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["statwire"]},{"dataType":"enum","enums":["peekaping"]},{"dataType":"enum","enums":["hex64"]},{"dataType":"enum","enums":["alphanumeric32"]}],"required":true},
            "display": {"dataType":"string","required":true,"validators":{"maxLength":{"value":40}}},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "rotated_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "previous_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "uses_noted": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":1000000000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"TokenFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenRotation": {
        "dataType": "refObject",
        "properties": {
            "overlap_seconds": {"dataType":"integer","validators":{"isInt":{"errorMsg":"overlap_seconds"},"minimum":{"value":0},"maximum":{"value":604800}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TokenUsage": {
        "dataType": "refObject",
        "properties": {
            "use_count": {"dataType":"double","required":true},
            "last_used_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServer": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"double","required":true},
            "name": {"dataType":"string","required":true},
            "tag": {"dataType":"string","required":true},
            "last_active": {"dataType":"double","required":true},
            "ipv4": {"dataType":"string","required":true},
            "ipv6": {"dataType":"string","required":true},
            "valid_ip": {"dataType":"string","required":true},
            "display_index": {"dataType":"double","required":true},
            "hide_for_guest": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerList": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"double","required":true},
            "message": {"dataType":"string","required":true},
            "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaServer"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaHost": {
        "dataType": "refObject",
        "properties": {
            "Platform": {"dataType":"string","required":true},
            "PlatformVersion": {"dataType":"string","required":true},
            "CPU": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "MemTotal": {"dataType":"double","required":true},
            "DiskTotal": {"dataType":"double","required":true},
            "SwapTotal": {"dataType":"double","required":true},
            "Arch": {"dataType":"string","required":true},
            "Virtualization": {"dataType":"string","required":true},
            "BootTime": {"dataType":"double","required":true},
            "CountryCode": {"dataType":"string","required":true},
            "Version": {"dataType":"string","required":true},
            "GPU": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaTemperature": {
        "dataType": "refObject",
        "properties": {
            "Name": {"dataType":"string","required":true},
            "Temperature": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaStatus": {
        "dataType": "refObject",
        "properties": {
            "CPU": {"dataType":"double","required":true},
            "MemUsed": {"dataType":"double","required":true},
            "SwapUsed": {"dataType":"double","required":true},
            "DiskUsed": {"dataType":"double","required":true},
            "NetInTransfer": {"dataType":"double","required":true},
            "NetOutTransfer": {"dataType":"double","required":true},
            "NetInSpeed": {"dataType":"double","required":true},
            "NetOutSpeed": {"dataType":"double","required":true},
            "Uptime": {"dataType":"double","required":true},
            "Load1": {"dataType":"double","required":true},
            "Load5": {"dataType":"double","required":true},
            "Load15": {"dataType":"double","required":true},
            "TcpConnCount": {"dataType":"double","required":true},
            "UdpConnCount": {"dataType":"double","required":true},
            "ProcessCount": {"dataType":"double","required":true},
            "Temperatures": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refObject","ref":"NezhaTemperature"}},{"dataType":"enum","enums":[null]}],"required":true},
            "GPU": {"dataType":"double","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerDetails": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"double","required":true},
            "name": {"dataType":"string","required":true},
            "tag": {"dataType":"string","required":true},
            "last_active": {"dataType":"double","required":true},
            "ipv4": {"dataType":"string","required":true},
            "ipv6": {"dataType":"string","required":true},
            "valid_ip": {"dataType":"string","required":true},
            "display_index": {"dataType":"double","required":true},
            "hide_for_guest": {"dataType":"boolean","required":true},
            "host": {"ref":"NezhaHost","required":true},
            "status": {"ref":"NezhaStatus","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerDetailsList": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"double","required":true},
            "message": {"dataType":"string","required":true},
            "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaServerDetails"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaRegistered": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"integer","required":true},
            "message": {"dataType":"string","required":true},
            "secret": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaRegistration": {
        "dataType": "refObject",
        "properties": {
            "Name": {"dataType":"string","validators":{"maxLength":{"value":255}}},
            "Tag": {"dataType":"string","validators":{"maxLength":{"value":100}}},
            "Note": {"dataType":"string","validators":{"maxLength":{"value":10000}}},
            "HideForGuest": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaToken": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"string","required":true},
            "note": {"dataType":"string","required":true},
            "id": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaTokenList": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"integer","required":true},
            "message": {"dataType":"string"},
            "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaToken"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaTokenMade": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"integer","required":true},
            "message": {"dataType":"string"},
            "result": {"ref":"NezhaToken"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaTokenForm": {
        "dataType": "refObject",
        "properties": {
            "Note": {"dataType":"string","validators":{"maxLength":{"value":255}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaOutcome": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"integer","required":true},
            "message": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaSearchResult": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "value": {"dataType":"double","required":true},
            "text": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaSearch": {
        "dataType": "refObject",
        "properties": {
            "success": {"dataType":"boolean"},
            "results": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaSearchResult"}},
            "code": {"dataType":"integer"},
            "message": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerSaved": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"integer","required":true},
            "message": {"dataType":"string"},
            "result": {"dataType":"nestedObjectLiteral","nestedProperties":{"secret":{"dataType":"string","required":true}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerForm": {
        "dataType": "refObject",
        "properties": {
            "ID": {"dataType":"integer","validators":{"minimum":{"value":0}}},
            "Name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "DisplayIndex": {"dataType":"integer","validators":{"minimum":{"value":-1000000},"maximum":{"value":1000000}}},
            "Secret": {"dataType":"string","validators":{"pattern":{"errorMsg":"expected 18 letters and digits","value":"^([0-9A-Za-z]{18})?$"}}},
            "Tag": {"dataType":"string","validators":{"maxLength":{"value":100}}},
            "Note": {"dataType":"string","validators":{"maxLength":{"value":10000}}},
            "PublicNote": {"dataType":"string","validators":{"maxLength":{"value":10000}}},
            "HideForGuest": {"dataType":"string"},
            "EnableDDNS": {"dataType":"string"},
            "DDNSProfilesRaw": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaServerId": {
        "dataType": "refAlias",
        "type": {"dataType":"integer","validators":{"minimum":{"value":1}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NezhaGroupForm": {
        "dataType": "refObject",
        "properties": {
            "Servers": {"dataType":"array","array":{"dataType":"refAlias","ref":"NezhaServerId"},"required":true,"validators":{"maxItems":{"value":500}}},
            "Group": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingHealth": {
        "dataType": "refObject",
        "properties": {
            "status": {"dataType":"enum","enums":["ok"],"required":true},
            "timestamp": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingVersion": {
        "dataType": "refObject",
        "properties": {
            "version": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingUser": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "twofa_status": {"dataType":"boolean","required":true},
            "createdAt": {"dataType":"string","required":true},
            "updatedAt": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTokens": {
        "dataType": "refObject",
        "properties": {
            "user": {"ref":"PeekapingUser","required":true},
            "accessToken": {"dataType":"string","required":true},
            "refreshToken": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTokensAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingTokens","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingRegistration": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "password": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingLogin": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "password": {"dataType":"string","required":true},
            "token": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingRefresh": {
        "dataType": "refObject",
        "properties": {
            "refreshToken": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingDone": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"enum","enums":[null],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingPasswordChange": {
        "dataType": "refObject",
        "properties": {
            "currentPassword": {"dataType":"string","required":true},
            "newPassword": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTwoFactorSecret": {
        "dataType": "refObject",
        "properties": {
            "secret": {"dataType":"string","required":true},
            "provisioningUri": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTwoFactorSetup": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "password": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTwoFactorVerdict": {
        "dataType": "refObject",
        "properties": {
            "success": {"dataType":"boolean","required":true},
            "message": {"dataType":"string","required":true},
            "recoveryCodes": {"dataType":"array","array":{"dataType":"string"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTwoFactorCode": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "code": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTwoFactorDisable": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true},
            "password": {"dataType":"string","required":true},
            "token": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKeyConfigAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"nestedObjectLiteral","nestedProperties":{"prefix":{"dataType":"string","required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKey": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "display_key": {"dataType":"string","required":true},
            "last_used": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "usage_count": {"dataType":"integer","required":true},
            "max_usage_count": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKeyList": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingApiKey"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingNewApiKey": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "display_key": {"dataType":"string","required":true},
            "last_used": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "usage_count": {"dataType":"integer","required":true},
            "max_usage_count": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "token": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingNewApiKeyAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingNewApiKey","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKeyInput": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "expires_at": {"dataType":"string"},
            "max_usage_count": {"dataType":"integer","validators":{"minimum":{"value":1}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKeyAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingApiKey","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingApiKeyChange": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "expires_at": {"dataType":"string"},
            "max_usage_count": {"dataType":"integer","validators":{"minimum":{"value":1}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTag": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "color": {"dataType":"string","required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTagList": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingTag"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTagAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingTag","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTagInput": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "color": {"dataType":"string","required":true},
            "description": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingTagChange": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "color": {"dataType":"string"},
            "description": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingProxy": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "protocol": {"dataType":"string","required":true},
            "host": {"dataType":"string","required":true},
            "port": {"dataType":"double","required":true},
            "auth": {"dataType":"boolean","required":true},
            "username": {"dataType":"string"},
            "createdDate": {"dataType":"string","required":true},
            "updatedAt": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingProxyList": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingProxy"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingProxyAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingProxy","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingProxyInput": {
        "dataType": "refObject",
        "properties": {
            "protocol": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["http"]},{"dataType":"enum","enums":["https"]},{"dataType":"enum","enums":["socks"]},{"dataType":"enum","enums":["socks4"]},{"dataType":"enum","enums":["socks5"]},{"dataType":"enum","enums":["socks5h"]}],"required":true},
            "host": {"dataType":"string","required":true},
            "port": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "auth": {"dataType":"boolean"},
            "username": {"dataType":"string"},
            "password": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingProxyChange": {
        "dataType": "refObject",
        "properties": {
            "protocol": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["http"]},{"dataType":"enum","enums":["https"]},{"dataType":"enum","enums":["socks"]},{"dataType":"enum","enums":["socks4"]},{"dataType":"enum","enums":["socks5"]},{"dataType":"enum","enums":["socks5h"]}]},
            "host": {"dataType":"string"},
            "port": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "auth": {"dataType":"boolean"},
            "username": {"dataType":"string"},
            "password": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingStrategy": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["single"]},{"dataType":"enum","enums":["recurring-interval"]},{"dataType":"enum","enums":["recurring-weekday"]},{"dataType":"enum","enums":["recurring-day-of-month"]},{"dataType":"enum","enums":["cron"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenance": {
        "dataType": "refObject",
        "properties": {
            "start_date_time": {"dataType":"string"},
            "end_date_time": {"dataType":"string"},
            "start_time": {"dataType":"string"},
            "end_time": {"dataType":"string"},
            "weekdays": {"dataType":"array","array":{"dataType":"double"}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"}},
            "interval_day": {"dataType":"double"},
            "cron": {"dataType":"string"},
            "timezone": {"dataType":"string"},
            "duration": {"dataType":"double"},
            "id": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "strategy": {"ref":"PeekapingStrategy","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceList": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingMaintenance"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingMaintenance","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceInput": {
        "dataType": "refObject",
        "properties": {
            "start_date_time": {"dataType":"string"},
            "end_date_time": {"dataType":"string"},
            "start_time": {"dataType":"string"},
            "end_time": {"dataType":"string"},
            "weekdays": {"dataType":"array","array":{"dataType":"double"}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"}},
            "interval_day": {"dataType":"double"},
            "cron": {"dataType":"string"},
            "timezone": {"dataType":"string"},
            "duration": {"dataType":"double"},
            "title": {"dataType":"string","required":true},
            "strategy": {"ref":"PeekapingStrategy","required":true},
            "description": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "monitor_ids": {"dataType":"array","array":{"dataType":"string"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceDetail": {
        "dataType": "refObject",
        "properties": {
            "start_date_time": {"dataType":"string"},
            "end_date_time": {"dataType":"string"},
            "start_time": {"dataType":"string"},
            "end_time": {"dataType":"string"},
            "weekdays": {"dataType":"array","array":{"dataType":"double"}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"}},
            "interval_day": {"dataType":"double"},
            "cron": {"dataType":"string"},
            "timezone": {"dataType":"string"},
            "duration": {"dataType":"double"},
            "id": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "description": {"dataType":"string","required":true},
            "active": {"dataType":"boolean","required":true},
            "strategy": {"ref":"PeekapingStrategy","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "monitor_ids": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceDetailAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingMaintenanceDetail","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMaintenanceChange": {
        "dataType": "refObject",
        "properties": {
            "start_date_time": {"dataType":"string"},
            "end_date_time": {"dataType":"string"},
            "start_time": {"dataType":"string"},
            "end_time": {"dataType":"string"},
            "weekdays": {"dataType":"array","array":{"dataType":"double"}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"}},
            "interval_day": {"dataType":"double"},
            "cron": {"dataType":"string"},
            "timezone": {"dataType":"string"},
            "duration": {"dataType":"double"},
            "title": {"dataType":"string"},
            "strategy": {"ref":"PeekapingStrategy"},
            "description": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "monitor_ids": {"dataType":"array","array":{"dataType":"string"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingSetting": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "key": {"dataType":"string","required":true},
            "value": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingSettingAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingSetting","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingSettingInput": {
        "dataType": "refObject",
        "properties": {
            "value": {"dataType":"string"},
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitor": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "interval": {"dataType":"double","required":true},
            "timeout": {"dataType":"double","required":true},
            "max_retries": {"dataType":"double","required":true},
            "retry_interval": {"dataType":"double","required":true},
            "resend_interval": {"dataType":"double","required":true},
            "active": {"dataType":"boolean","required":true},
            "status": {"dataType":"double","required":true},
            "config": {"dataType":"string","required":true},
            "proxy_id": {"dataType":"string","required":true},
            "push_token": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitorList": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingMonitor"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitorDetail": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "interval": {"dataType":"double","required":true},
            "timeout": {"dataType":"double","required":true},
            "max_retries": {"dataType":"double","required":true},
            "retry_interval": {"dataType":"double","required":true},
            "resend_interval": {"dataType":"double","required":true},
            "active": {"dataType":"boolean","required":true},
            "status": {"dataType":"double","required":true},
            "config": {"dataType":"string","required":true},
            "proxy_id": {"dataType":"string","required":true},
            "push_token": {"dataType":"string","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "notification_ids": {"dataType":"array","array":{"dataType":"string"},"required":true},
            "tag_ids": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitorDetailAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingMonitorDetail","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitorAnswer": {
        "dataType": "refObject",
        "properties": {
            "message": {"dataType":"string","required":true},
            "data": {"ref":"PeekapingMonitor","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PeekapingMonitorChange": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string"},
            "active": {"dataType":"boolean"},
            "tag_ids": {"dataType":"array","array":{"dataType":"string"}},
            "proxy_id": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDone": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonSignupRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"any"},
            "password": {"dataType":"any"},
            "username": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonLoginRequest": {
        "dataType": "refObject",
        "properties": {
            "identifier": {"dataType":"any"},
            "password": {"dataType":"any"},
            "code": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPlan": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPlanOffer": {
        "dataType": "refObject",
        "properties": {
            "projects": {"dataType":"integer","required":true},
            "devicesPerProject": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "checkIntervalSeconds": {"dataType":"integer","required":true},
            "historyDays": {"dataType":"integer","required":true},
            "id": {"ref":"DashmonPlan","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPlanOffers": {
        "dataType": "refObject",
        "properties": {
            "plans": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonPlanOffer"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDevice": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "store_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "ip": {"dataType":"string","required":true},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "ping_interval": {"dataType":"integer","required":true},
            "ping_packets": {"dataType":"integer","required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_start": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_end": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["down"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["maintenance"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "packet_loss": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_check": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceAnswer": {
        "dataType": "refObject",
        "properties": {
            "device": {"ref":"DashmonDevice","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"any"},
            "type": {"dataType":"any"},
            "ip": {"dataType":"any"},
            "port": {"dataType":"any"},
            "url": {"dataType":"any"},
            "notes": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTagNames": {
        "dataType": "refObject",
        "properties": {
            "tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTagsRequest": {
        "dataType": "refObject",
        "properties": {
            "tags": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDoneWith": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "updated": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonBulkTagsRequest": {
        "dataType": "refObject",
        "properties": {
            "deviceIds": {"dataType":"any"},
            "tags": {"dataType":"any"},
            "mode": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonOwnMaintenance": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "maintenance_start": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_end": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceMaintenanceSet": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "device": {"ref":"DashmonOwnMaintenance","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonMaintenanceRequest": {
        "dataType": "refObject",
        "properties": {
            "startTime": {"dataType":"any"},
            "endTime": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonProjectMaintenanceSet": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "project": {"ref":"DashmonOwnMaintenance","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonStoreMaintenanceSet": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "store": {"ref":"DashmonOwnMaintenance","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonBulkMaintenanceRequest": {
        "dataType": "refObject",
        "properties": {
            "deviceIds": {"dataType":"any"},
            "startTime": {"dataType":"any"},
            "endTime": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonHealth": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "service": {"dataType":"enum","enums":["dashmon"],"required":true},
            "time": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonUnhealthy": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[false],"required":true},
            "service": {"dataType":"enum","enums":["dashmon"],"required":true},
            "time": {"dataType":"string","required":true},
            "error": {"dataType":"enum","enums":["db_unavailable"],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTokenPolicy": {
        "dataType": "refObject",
        "properties": {
            "hash": {"dataType":"string","required":true},
            "shownOnce": {"dataType":"boolean","required":true},
            "accessLevels": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read_only"]},{"dataType":"enum","enums":["read_write"]}]},"required":true},
            "expiry": {"dataType":"boolean","required":true},
            "premiumOnly": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonCapabilities": {
        "dataType": "refObject",
        "properties": {
            "apiVersion": {"dataType":"string","required":true},
            "requestIdHeader": {"dataType":"string","required":true},
            "authModes": {"dataType":"array","array":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["session"]},{"dataType":"enum","enums":["bearer"]}]},"required":true},
            "tokenPolicy": {"ref":"DashmonTokenPolicy","required":true},
            "docsUrl": {"dataType":"string","required":true},
            "consoleUrl": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonActingWorkspace": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "ownerUserId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "plan": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "writeLocked": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonMe": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "plan": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"required":true},
            "plan_status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["expired"]}],"required":true},
            "plan_source": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["administrator"]},{"dataType":"enum","enums":[null]}],"required":true},
            "premium_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "demo_used_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "demo_expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "bank_transfer_reference": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "timezone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "manual_refresh_last_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "workspace": {"dataType":"union","subSchemas":[{"ref":"DashmonActingWorkspace"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPlanLimits": {
        "dataType": "refObject",
        "properties": {
            "projects": {"dataType":"integer","required":true},
            "devicesPerProject": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "checkIntervalSeconds": {"dataType":"integer","required":true},
            "historyDays": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonSupportSummary": {
        "dataType": "refObject",
        "properties": {
            "support": {"dataType":"nestedObjectLiteral","nestedProperties":{"requestId":{"dataType":"string","required":true},"apiVersion":{"dataType":"string","required":true},"writeLocked":{"dataType":"boolean","required":true},"devices":{"dataType":"integer","required":true},"projects":{"dataType":"integer","required":true},"limits":{"ref":"DashmonPlanLimits","required":true},"plan":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"required":true},"workspaceId":{"dataType":"string","required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonListedDevice": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "store_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "ip": {"dataType":"string","required":true},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "ping_interval": {"dataType":"integer","required":true},
            "ping_packets": {"dataType":"integer","required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_start": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_end": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["down"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["maintenance"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "packet_loss": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_check": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "maintenanceActive": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonProjectSummary": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "location": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "totalDevices": {"dataType":"integer","required":true},
            "upDevices": {"dataType":"integer","required":true},
            "downDevices": {"dataType":"integer","required":true},
            "warningDevices": {"dataType":"integer","required":true},
            "maintenanceDevices": {"dataType":"integer","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["down"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["maintenance"]},{"dataType":"enum","enums":["partial_maintenance"]}],"required":true},
            "maintenanceActive": {"dataType":"boolean","required":true},
            "devices": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonListedDevice"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonProject": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true},
            "location": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonProjectAnswer": {
        "dataType": "refObject",
        "properties": {
            "project": {"ref":"DashmonProject","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonProjectRequest": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"any"},
            "id": {"dataType":"any"},
            "location": {"dataType":"any"},
            "notes": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceList": {
        "dataType": "refObject",
        "properties": {
            "devices": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonDevice"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceDetail": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "store_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "user_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"string","required":true},
            "type": {"dataType":"string","required":true},
            "ip": {"dataType":"string","required":true},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "ping_interval": {"dataType":"integer","required":true},
            "ping_packets": {"dataType":"integer","required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_start": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "maintenance_end": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["up"]},{"dataType":"enum","enums":["down"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["maintenance"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "packet_loss": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "last_check": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonDeviceDetailAnswer": {
        "dataType": "refObject",
        "properties": {
            "device": {"ref":"DashmonDeviceDetail","required":true},
            "tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonStoreAnswer": {
        "dataType": "refObject",
        "properties": {
            "store": {"ref":"DashmonProject","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTagCount": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true},
            "count": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTagCounts": {
        "dataType": "refObject",
        "properties": {
            "tags": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonTagCount"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTeamInvitation": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "projectIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["accepted"]},{"dataType":"enum","enums":["cancelled"]},{"dataType":"enum","enums":["expired"]}],"required":true},
            "createdAt": {"dataType":"string","required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTeamInvitations": {
        "dataType": "refObject",
        "properties": {
            "invitations": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonTeamInvitation"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTeamInvitationSent": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "invitation": {"ref":"DashmonTeamInvitation","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTeamInvitationRequest": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"any"},
            "role": {"dataType":"any"},
            "projectIds": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonInvitationTaken": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "workspaceId": {"dataType":"string","required":true},
            "ownerUserId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonAcceptInvitationRequest": {
        "dataType": "refObject",
        "properties": {
            "token": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPreferencesAnswer": {
        "dataType": "refObject",
        "properties": {
            "preferences": {"dataType":"nestedObjectLiteral","nestedProperties":{"timezone":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonTimezoneRequest": {
        "dataType": "refObject",
        "properties": {
            "timezone": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonAccountContext": {
        "dataType": "refObject",
        "properties": {
            "workspaceId": {"dataType":"string","required":true},
            "ownerUserId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "projectIds": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
            "active": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonPermissionFoundation": {
        "dataType": "refObject",
        "properties": {
            "userId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "context": {"dataType":"union","subSchemas":[{"ref":"DashmonAccountContext"},{"dataType":"enum","enums":[null]}],"required":true},
            "contexts": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonAccountContext"},"required":true},
            "permissions": {"dataType":"nestedObjectLiteral","nestedProperties":{"canManageTokens":{"dataType":"boolean","required":true},"canManageTeam":{"dataType":"boolean","required":true},"canCreateProjects":{"dataType":"boolean","required":true},"canWrite":{"dataType":"boolean","required":true},"canRead":{"dataType":"boolean","required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonAccountContextSet": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "context": {"ref":"DashmonAccountContext","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonAccountContextRequest": {
        "dataType": "refObject",
        "properties": {
            "ownerUserId": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonApiTokenStatus": {
        "dataType": "refObject",
        "properties": {
            "hasToken": {"dataType":"boolean","required":true},
            "tokenCount": {"dataType":"integer","required":true},
            "lastCreatedAt": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "enabled": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonApiToken": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "label": {"dataType":"string","required":true},
            "accessLevel": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["read_only"]},{"dataType":"enum","enums":["read_write"]}],"required":true},
            "preview": {"dataType":"string","required":true},
            "createdAt": {"dataType":"string","required":true},
            "expiresAt": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["expired"]},{"dataType":"enum","enums":["inactive"]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonApiTokens": {
        "dataType": "refObject",
        "properties": {
            "tokens": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonApiToken"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonApiTokenMade": {
        "dataType": "refObject",
        "properties": {
            "ok": {"dataType":"enum","enums":[true],"required":true},
            "token": {"dataType":"string","required":true},
            "apiToken": {"ref":"DashmonApiToken","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonApiTokenRequest": {
        "dataType": "refObject",
        "properties": {
            "label": {"dataType":"any"},
            "accessLevel": {"dataType":"any"},
            "expiresInDays": {"dataType":"any"},
        },
        "additionalProperties": {"dataType":"any"},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonIntegrationTokens": {
        "dataType": "refObject",
        "properties": {
            "enabled": {"dataType":"boolean","required":true},
            "active": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DashmonIntegrationPosture": {
        "dataType": "refObject",
        "properties": {
            "integrations": {"dataType":"nestedObjectLiteral","nestedProperties":{"apiTokens":{"ref":"DashmonIntegrationTokens","required":true},"billing":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"google":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"sms":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"email":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true}},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "plan": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]},{"dataType":"enum","enums":["unlimited"]}],"required":true},
            "plan_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "timezone": {"dataType":"string","required":true,"validators":{"maxLength":{"value":64}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceInput": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "plan": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]},{"dataType":"enum","enums":["unlimited"]}]},
            "plan_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":40}}},
            "timezone": {"dataType":"string","validators":{"maxLength":{"value":64}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceFields": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "plan": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]},{"dataType":"enum","enums":["unlimited"]}],"required":true},
            "plan_until": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "timezone": {"dataType":"string","required":true,"validators":{"maxLength":{"value":64}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"WorkspaceFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkspaceHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserIdentitiesState": {
        "dataType": "refObject",
        "properties": {
            "issuer": {"dataType":"string","required":true,"validators":{"maxLength":{"value":500}}},
            "subject": {"dataType":"string","required":true,"validators":{"maxLength":{"value":255}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "active": {"dataType":"boolean","required":true},
            "administrator": {"dataType":"boolean","required":true},
            "timezone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":64}}},
            "identities": {"dataType":"array","array":{"dataType":"refObject","ref":"UserIdentitiesState"},"required":true,"validators":{"maxItems":{"value":20}}},
            "email_verified": {"dataType":"boolean","required":true},
            "two_factor": {"dataType":"boolean","required":true},
            "credentials_changed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "last_workspace": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"UserDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserInput": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "active": {"dataType":"boolean"},
            "administrator": {"dataType":"boolean"},
            "timezone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":64}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"UserBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserFields": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "name": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "active": {"dataType":"boolean","required":true},
            "administrator": {"dataType":"boolean","required":true},
            "timezone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":64}}},
            "identities": {"dataType":"array","array":{"dataType":"refObject","ref":"UserIdentitiesState"},"required":true,"validators":{"maxItems":{"value":20}}},
            "email_verified": {"dataType":"boolean","required":true},
            "two_factor": {"dataType":"boolean","required":true},
            "credentials_changed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
            "last_workspace": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"UserFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UserHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"UserRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "color": {"dataType":"string","required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TagDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagInput": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "color": {"dataType":"string"},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TagBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagFields": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "color": {"dataType":"string","required":true},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":1000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"TagFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TagHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"TagRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}],"required":true},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingInput": {
        "dataType": "refObject",
        "properties": {
            "key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}]},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingFields": {
        "dataType": "refObject",
        "properties": {
            "key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
            "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}],"required":true},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"SettingFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SettingHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "secret_set": {"dataType":"boolean","required":true},
            "protocol": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["http"]},{"dataType":"enum","enums":["https"]},{"dataType":"enum","enums":["socks"]},{"dataType":"enum","enums":["socks4"]},{"dataType":"enum","enums":["socks5"]},{"dataType":"enum","enums":["socks5h"]}],"required":true},
            "host": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":253}}},
            "port": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "authentication": {"dataType":"boolean","required":true},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxySecret": {
        "dataType": "refObject",
        "properties": {
            "password": {"dataType":"string","required":true,"validators":{"maxLength":{"value":1024}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyInput": {
        "dataType": "refObject",
        "properties": {
            "protocol": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["http"]},{"dataType":"enum","enums":["https"]},{"dataType":"enum","enums":["socks"]},{"dataType":"enum","enums":["socks4"]},{"dataType":"enum","enums":["socks5"]},{"dataType":"enum","enums":["socks5h"]}],"required":true},
            "host": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":253}}},
            "port": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "authentication": {"dataType":"boolean"},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":255}}},
            "secret": {"dataType":"union","subSchemas":[{"ref":"ProxySecret"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyFields": {
        "dataType": "refObject",
        "properties": {
            "protocol": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["http"]},{"dataType":"enum","enums":["https"]},{"dataType":"enum","enums":["socks"]},{"dataType":"enum","enums":["socks4"]},{"dataType":"enum","enums":["socks5"]},{"dataType":"enum","enums":["socks5h"]}],"required":true},
            "host": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":253}}},
            "port": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "authentication": {"dataType":"boolean","required":true},
            "username": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"ProxyFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProxyHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "key": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "location": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectInput": {
        "dataType": "refObject",
        "properties": {
            "key": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "location": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":255}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectFields": {
        "dataType": "refObject",
        "properties": {
            "key": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "location": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"ProjectFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ProjectHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "user_id": {"dataType":"string","required":true},
            "key": {"dataType":"string","required":true},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceInput": {
        "dataType": "refObject",
        "properties": {
            "user_id": {"dataType":"string","required":true},
            "key": {"dataType":"string","required":true},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceFields": {
        "dataType": "refObject",
        "properties": {
            "user_id": {"dataType":"string","required":true},
            "key": {"dataType":"string","required":true},
            "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"PreferenceFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PreferenceHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "user_id": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipInput": {
        "dataType": "refObject",
        "properties": {
            "user_id": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipFields": {
        "dataType": "refObject",
        "properties": {
            "user_id": {"dataType":"string","required":true},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"MembershipFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MembershipHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceScheduleState": {
        "dataType": "refObject",
        "properties": {
            "strategy": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["single"]},{"dataType":"enum","enums":["interval"]},{"dataType":"enum","enums":["weekday"]},{"dataType":"enum","enums":["day-of-month"]},{"dataType":"enum","enums":["cron"]}],"required":true},
            "timezone": {"dataType":"string","validators":{"maxLength":{"value":64}}},
            "from": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "until": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "start_time": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "end_time": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "every_days": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":366}}},
            "weekdays": {"dataType":"array","array":{"dataType":"double"},"validators":{"maxItems":{"value":7}}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"},"validators":{"maxItems":{"value":31}}},
            "last_day_of_month": {"dataType":"boolean"},
            "cron": {"dataType":"string","validators":{"maxLength":{"value":200}}},
            "duration_minutes": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":10080}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "title": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
            "active": {"dataType":"boolean","required":true},
            "schedule": {"ref":"MaintenanceScheduleState","required":true},
            "device_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":5000}}},
            "project_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":500}}},
            "own_of_device_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "own_of_project_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceInputSchedule": {
        "dataType": "refObject",
        "properties": {
            "strategy": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["single"]},{"dataType":"enum","enums":["interval"]},{"dataType":"enum","enums":["weekday"]},{"dataType":"enum","enums":["day-of-month"]},{"dataType":"enum","enums":["cron"]}],"required":true},
            "timezone": {"dataType":"string","validators":{"maxLength":{"value":64}}},
            "from": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "until": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "start_time": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "end_time": {"dataType":"string","validators":{"maxLength":{"value":16}}},
            "every_days": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":366}}},
            "weekdays": {"dataType":"array","array":{"dataType":"double"},"validators":{"maxItems":{"value":7}}},
            "days_of_month": {"dataType":"array","array":{"dataType":"double"},"validators":{"maxItems":{"value":31}}},
            "last_day_of_month": {"dataType":"boolean"},
            "cron": {"dataType":"string","validators":{"maxLength":{"value":200}}},
            "duration_minutes": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":10080}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceInput": {
        "dataType": "refObject",
        "properties": {
            "title": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":10000}}},
            "active": {"dataType":"boolean"},
            "schedule": {"ref":"MaintenanceInputSchedule","required":true},
            "device_ids": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":5000}}},
            "project_ids": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":500}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceFields": {
        "dataType": "refObject",
        "properties": {
            "title": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
            "active": {"dataType":"boolean","required":true},
            "schedule": {"ref":"MaintenanceScheduleState","required":true},
            "device_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":5000}}},
            "project_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":500}}},
            "own_of_device_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "own_of_project_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"MaintenanceFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MaintenanceHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"any","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["accepted"]},{"dataType":"enum","enums":["cancelled"]}],"required":true},
            "invited_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "accepted_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationInput": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationFields": {
        "dataType": "refObject",
        "properties": {
            "email": {"dataType":"string","required":true,"validators":{"maxLength":{"value":254}}},
            "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
            "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
            "expires_at": {"dataType":"any","required":true},
            "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["pending"]},{"dataType":"enum","enums":["accepted"]},{"dataType":"enum","enums":["cancelled"]}],"required":true},
            "invited_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "accepted_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"InvitationFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvitationHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceCheckState": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"integer","required":true,"validators":{"minimum":{"value":20},"maximum":{"value":86400}}},
            "timeout_seconds": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":3600}}},
            "retries_max": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":100}}},
            "retry_interval_seconds": {"dataType":"integer","required":true,"validators":{"minimum":{"value":20},"maximum":{"value":86400}}},
            "resend_every": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":10000}}},
            "config": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "secret_set": {"dataType":"boolean","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "project_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "type": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "node": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "address": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":253}}},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":2048}}},
            "active": {"dataType":"boolean","required":true},
            "check": {"dataType":"union","subSchemas":[{"ref":"DeviceCheckState"},{"dataType":"enum","enums":[null]}],"required":true},
            "tag_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":100}}},
            "proxy_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "group": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":100}}},
            "display_index": {"dataType":"integer","required":true,"validators":{"minimum":{"value":-1000000},"maximum":{"value":1000000}}},
            "hidden_from_guests": {"dataType":"boolean","required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
            "public_notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceInputCheck": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"string","required":true},
            "interval_seconds": {"dataType":"integer","validators":{"minimum":{"value":20},"maximum":{"value":86400}}},
            "timeout_seconds": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":3600}}},
            "retries_max": {"dataType":"integer","validators":{"minimum":{"value":0},"maximum":{"value":100}}},
            "retry_interval_seconds": {"dataType":"integer","validators":{"minimum":{"value":20},"maximum":{"value":86400}}},
            "resend_every": {"dataType":"integer","validators":{"minimum":{"value":0},"maximum":{"value":10000}}},
            "config": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceSecret": {
        "dataType": "refObject",
        "properties": {
            "config": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceInput": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "project_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "type": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "node": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "address": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":253}}},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":2048}}},
            "active": {"dataType":"boolean"},
            "check": {"dataType":"union","subSchemas":[{"ref":"DeviceInputCheck"},{"dataType":"enum","enums":[null]}]},
            "tag_ids": {"dataType":"array","array":{"dataType":"string"},"validators":{"maxItems":{"value":100}}},
            "proxy_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "group": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":100}}},
            "display_index": {"dataType":"integer","validators":{"minimum":{"value":-1000000},"maximum":{"value":1000000}}},
            "hidden_from_guests": {"dataType":"boolean"},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":10000}}},
            "public_notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":10000}}},
            "secret": {"dataType":"union","subSchemas":[{"ref":"DeviceSecret"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["create"]},{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]},{"dataType":"enum","enums":["delete"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceFields": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "project_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "type": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "node": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "address": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":253}}},
            "port": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"minimum":{"value":1},"maximum":{"value":65535}}},
            "url": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":2048}}},
            "active": {"dataType":"boolean","required":true},
            "check": {"dataType":"union","subSchemas":[{"ref":"DeviceCheckState"},{"dataType":"enum","enums":[null]}],"required":true},
            "tag_ids": {"dataType":"array","array":{"dataType":"string"},"required":true,"validators":{"maxItems":{"value":100}}},
            "proxy_id": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "group": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":100}}},
            "display_index": {"dataType":"integer","required":true,"validators":{"minimum":{"value":-1000000},"maximum":{"value":1000000}}},
            "hidden_from_guests": {"dataType":"boolean","required":true},
            "notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
            "public_notes": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"DeviceFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeviceHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialDocument": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"string","required":true},
            "workspace": {"dataType":"string","required":true},
            "revision": {"dataType":"integer","required":true},
            "created_at": {"dataType":"string","required":true},
            "updated_at": {"dataType":"string","required":true},
            "updated_by": {"ref":"ChangeActor","required":true},
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
            "node": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "public_key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":64}}},
            "invited_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialList": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialDocument"},"required":true},
            "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialBatchItem": {
        "dataType": "refObject",
        "properties": {
            "operation": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["replace"]},{"dataType":"enum","enums":["patch"]}],"required":true},
            "id": {"dataType":"string"},
            "revision": {"dataType":"double"},
            "document": {"ref":"MergePatch"},
            "patch": {"ref":"MergePatch"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialBatch": {
        "dataType": "refObject",
        "properties": {
            "dry_run": {"dataType":"boolean"},
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialInput": {
        "dataType": "refObject",
        "properties": {
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":255}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialFields": {
        "dataType": "refObject",
        "properties": {
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":255}}},
            "node": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
            "public_key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":64}}},
            "invited_by": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":63}}},
            "revoked_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialRevision": {
        "dataType": "refObject",
        "properties": {
            "revision": {"dataType":"integer","required":true},
            "action": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["created"]},{"dataType":"enum","enums":["replaced"]},{"dataType":"enum","enums":["patched"]},{"dataType":"enum","enums":["deleted"]}],"required":true},
            "at": {"dataType":"string","required":true},
            "actor": {"ref":"ChangeActor","required":true},
            "request_id": {"dataType":"string","required":true},
            "document": {"ref":"CredentialFields","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CredentialHistory": {
        "dataType": "refObject",
        "properties": {
            "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialRevision"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
};
const templateService = new ExpressTemplateService(models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":false});

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa




export function RegisterRoutes(app: Router) {

    // ###########################################################################################################
    //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
    //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa
    // ###########################################################################################################


    
        const argsMetaController_root: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/',
            ...(fetchMiddlewares<RequestHandler>(MetaController)),
            ...(fetchMiddlewares<RequestHandler>(MetaController.prototype.root)),

            async function MetaController_root(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMetaController_root, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MetaController>(MetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'root',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMetaController_health: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/health',
            ...(fetchMiddlewares<RequestHandler>(MetaController)),
            ...(fetchMiddlewares<RequestHandler>(MetaController.prototype.health)),

            async function MetaController_health(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMetaController_health, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MetaController>(MetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'health',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_stats: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.stats)),

            async function StatsController_stats(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_stats, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'stats',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_cpu: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats/cpu',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.cpu)),

            async function StatsController_cpu(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_cpu, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'cpu',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_memory: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats/memory',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.memory)),

            async function StatsController_memory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_memory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'memory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_network: Record<string, TsoaRoute.ParameterSchema> = {
                interfaceName: {"in":"query","name":"interface","dataType":"string"},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats/network',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.network)),

            async function StatsController_network(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_network, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'network',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_history: Record<string, TsoaRoute.ParameterSchema> = {
                limit: {"default":60,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":60}}},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats/history',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.history)),

            async function StatsController_history(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_history, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'history',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_nodeInfo: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/stats/node',
            authenticateMiddleware([{"APIKeyHeader":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.nodeInfo)),

            async function StatsController_nodeInfo(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_nodeInfo, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'nodeInfo',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStatsController_refresh: Record<string, TsoaRoute.ParameterSchema> = {
                body: {"in":"body","name":"body","required":true,"ref":"RefreshRequest"},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.post('/stats/refresh',
            authenticateMiddleware([{"APIKeyHeader":["node:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(StatsController)),
            ...(fetchMiddlewares<RequestHandler>(StatsController.prototype.refresh)),

            async function StatsController_refresh(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStatsController_refresh, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StatsController>(StatsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refresh',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetaController_dashPadHealth: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/dashpad/health',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController.prototype.dashPadHealth)),

            async function DashPadMetaController_dashPadHealth(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetaController_dashPadHealth, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetaController>(DashPadMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadHealth',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetaController_dashPadStatus: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/status',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController.prototype.dashPadStatus)),

            async function DashPadMetaController_dashPadStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetaController_dashPadStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetaController>(DashPadMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetaController_dashPadModules: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/settings/modules',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetaController.prototype.dashPadModules)),

            async function DashPadMetaController_dashPadModules(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetaController_dashPadModules, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetaController>(DashPadMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadModules',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetricsController_dashPadMetrics: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/metrics',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController.prototype.dashPadMetrics)),

            async function DashPadMetricsController_dashPadMetrics(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetricsController_dashPadMetrics, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetricsController>(DashPadMetricsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadMetrics',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetricsController_dashPadMetric: Record<string, TsoaRoute.ParameterSchema> = {
                metricName: {"in":"path","name":"metric_name","required":true,"dataType":"string"},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/metrics/:metric_name',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController.prototype.dashPadMetric)),

            async function DashPadMetricsController_dashPadMetric(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetricsController_dashPadMetric, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetricsController>(DashPadMetricsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadMetric',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadMetricsController_queryMetric: Record<string, TsoaRoute.ParameterSchema> = {
                source: {"in":"path","name":"source","required":true,"dataType":"string"},
                metric: {"in":"path","name":"metric","required":true,"dataType":"string"},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/query/:source/:metric',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadMetricsController.prototype.queryMetric)),

            async function DashPadMetricsController_queryMetric(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadMetricsController_queryMetric, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadMetricsController>(DashPadMetricsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'queryMetric',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadListsController_dashPadLogs: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/logs',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController.prototype.dashPadLogs)),

            async function DashPadListsController_dashPadLogs(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadListsController_dashPadLogs, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadListsController>(DashPadListsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadLogs',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadListsController_dashPadLog: Record<string, TsoaRoute.ParameterSchema> = {
                logName: {"in":"path","name":"log_name","required":true,"dataType":"string"},
                sinceLine: {"in":"query","name":"since_line","dataType":"integer","validators":{"isInt":{"errorMsg":"sinceLine"}}},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/logs/:log_name',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController.prototype.dashPadLog)),

            async function DashPadListsController_dashPadLog(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadListsController_dashPadLog, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadListsController>(DashPadListsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashPadLog',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadListsController_cronTasks: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/cron_tasks',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController.prototype.cronTasks)),

            async function DashPadListsController_cronTasks(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadListsController_cronTasks, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadListsController>(DashPadListsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'cronTasks',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashPadListsController_netdataAlerts: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/alerts/netdata',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController)),
            ...(fetchMiddlewares<RequestHandler>(DashPadListsController.prototype.netdataAlerts)),

            async function DashPadListsController_netdataAlerts(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashPadListsController_netdataAlerts, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashPadListsController>(DashPadListsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'netdataAlerts',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulerController_schedulerStatus: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.get('/scheduler/status',
            authenticateMiddleware([{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulerController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulerController.prototype.schedulerStatus)),

            async function SchedulerController_schedulerStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulerController_schedulerStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulerController>(SchedulerController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'schedulerStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulerController_schedulerControl: Record<string, TsoaRoute.ParameterSchema> = {
                action: {"in":"query","name":"action","required":true,"dataType":"string"},
                node: {"in":"query","name":"node","dataType":"string"},
        };
        app.post('/scheduler/control',
            authenticateMiddleware([{"DashPadKey":["node:update"]},{"BearerAuth":["node:update"]},{"APIKeyQuery":["node:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulerController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulerController.prototype.schedulerControl)),

            async function SchedulerController_schedulerControl(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulerController_schedulerControl, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulerController>(SchedulerController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'schedulerControl',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNodesController_listNodes: Record<string, TsoaRoute.ParameterSchema> = {
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
        };
        app.get('/api/v2/nodes',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NodesController)),
            ...(fetchMiddlewares<RequestHandler>(NodesController.prototype.listNodes)),

            async function NodesController_listNodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNodesController_listNodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NodesController>(NodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listNodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNodesController_readNode: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
        };
        app.get('/api/v2/nodes/:node',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NodesController)),
            ...(fetchMiddlewares<RequestHandler>(NodesController.prototype.readNode)),

            async function NodesController_readNode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNodesController_readNode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NodesController>(NodesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readNode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuditController_listAudit: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                type: {"in":"query","name":"type","dataType":"union","subSchemas":[{"dataType":"enum","enums":["change"]},{"dataType":"enum","enums":["sign-in"]}]},
                actor: {"in":"query","name":"actor","dataType":"string"},
                kind: {"in":"query","name":"kind","dataType":"string"},
                id: {"in":"query","name":"id","dataType":"string"},
                action: {"in":"query","name":"action","dataType":"string"},
                from: {"in":"query","name":"from","dataType":"string"},
                to: {"in":"query","name":"to","dataType":"string"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/audit',
            authenticateMiddleware([{"ApiKey":["audit:read"]},{"Bearer":["audit:read"]},{"Session":["audit:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuditController)),
            ...(fetchMiddlewares<RequestHandler>(AuditController.prototype.listAudit)),

            async function AuditController_listAudit(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuditController_listAudit, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuditController>(AuditController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listAudit',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCompletenessController_readCompleteness: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
                from: {"in":"query","name":"from","dataType":"string"},
                to: {"in":"query","name":"to","dataType":"string"},
        };
        app.get('/api/v2/nodes/:node/completeness',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CompletenessController)),
            ...(fetchMiddlewares<RequestHandler>(CompletenessController.prototype.readCompleteness)),

            async function CompletenessController_readCompleteness(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCompletenessController_readCompleteness, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CompletenessController>(CompletenessController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readCompleteness',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMetricsController_listMetrics: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/v2/metrics',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MetricsController)),
            ...(fetchMiddlewares<RequestHandler>(MetricsController.prototype.listMetrics)),

            async function MetricsController_listMetrics(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMetricsController_listMetrics, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MetricsController>(MetricsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMetrics',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMetricsController_readSeries: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
                metric: {"in":"path","name":"metric","required":true,"dataType":"string"},
                from: {"in":"query","name":"from","dataType":"string"},
                to: {"in":"query","name":"to","dataType":"string"},
                step: {"in":"query","name":"step","dataType":"string"},
                stat: {"in":"query","name":"stat","dataType":"array","array":{"dataType":"string"}},
                attribute: {"in":"query","name":"attribute","dataType":"array","array":{"dataType":"string"}},
                asOf: {"in":"query","name":"asOf","dataType":"string"},
        };
        app.get('/api/v2/nodes/:node/metrics/:metric',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MetricsController)),
            ...(fetchMiddlewares<RequestHandler>(MetricsController.prototype.readSeries)),

            async function MetricsController_readSeries(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMetricsController_readSeries, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MetricsController>(MetricsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readSeries',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsQueryController_query: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SeriesQuery"},
        };
        app.post('/api/v2/query',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(QueryController)),
            ...(fetchMiddlewares<RequestHandler>(QueryController.prototype.query)),

            async function QueryController_query(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsQueryController_query, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<QueryController>(QueryController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'query',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLogsController_listLogs: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
        };
        app.get('/api/v2/nodes/:node/logs',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LogsController)),
            ...(fetchMiddlewares<RequestHandler>(LogsController.prototype.listLogs)),

            async function LogsController_listLogs(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLogsController_listLogs, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LogsController>(LogsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listLogs',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLogsController_readLog: Record<string, TsoaRoute.ParameterSchema> = {
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
                log: {"in":"path","name":"log","required":true,"dataType":"string"},
                q: {"in":"query","name":"q","dataType":"array","array":{"dataType":"string"}},
                from: {"in":"query","name":"from","dataType":"string"},
                to: {"in":"query","name":"to","dataType":"string"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
        };
        app.get('/api/v2/nodes/:node/logs/:log',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LogsController)),
            ...(fetchMiddlewares<RequestHandler>(LogsController.prototype.readLog)),

            async function LogsController_readLog(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLogsController_readLog, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LogsController>(LogsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readLog',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsLogsController_tailLog: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                node: {"in":"path","name":"node","required":true,"dataType":"string"},
                log: {"in":"path","name":"log","required":true,"dataType":"string"},
                sinceLine: {"in":"query","name":"since_line","dataType":"long","validators":{"isLong":{"errorMsg":"sinceLine"},"minimum":{"value":0},"maximum":{"value":562949953421312}}},
                seconds: {"in":"query","name":"seconds","dataType":"integer","validators":{"isInt":{"errorMsg":"seconds"},"minimum":{"value":1},"maximum":{"value":86400}}},
                lastEventId: {"in":"header","name":"Last-Event-ID","dataType":"string"},
        };
        app.get('/api/v2/nodes/:node/logs/:log/tail',
            authenticateMiddleware([{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(LogsController)),
            ...(fetchMiddlewares<RequestHandler>(LogsController.prototype.tailLog)),

            async function LogsController_tailLog(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsLogsController_tailLog, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<LogsController>(LogsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'tailLog',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsHealthController_livez: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/livez',
            ...(fetchMiddlewares<RequestHandler>(HealthController)),
            ...(fetchMiddlewares<RequestHandler>(HealthController.prototype.livez)),

            async function HealthController_livez(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsHealthController_livez, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<HealthController>(HealthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'livez',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsHealthController_readyz: Record<string, TsoaRoute.ParameterSchema> = {
                unavailable: {"in":"res","name":"503","required":true,"ref":"Readiness"},
                verbose: {"in":"query","name":"verbose","dataType":"string"},
        };
        app.get('/readyz',
            ...(fetchMiddlewares<RequestHandler>(HealthController)),
            ...(fetchMiddlewares<RequestHandler>(HealthController.prototype.readyz)),

            async function HealthController_readyz(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsHealthController_readyz, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<HealthController>(HealthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readyz',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_login: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SignInRequest"},
        };
        app.post('/api/v2/auth/login',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.login)),

            async function AuthController_login(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_login, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'login',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_logout: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/api/v2/auth/logout',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.logout)),

            async function AuthController_logout(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_logout, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'logout',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_me: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v2/auth/me',
            authenticateMiddleware([{"ApiKey":["self"]},{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.me)),

            async function AuthController_me(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_me, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'me',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_listSessions: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v2/auth/sessions',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.listSessions)),

            async function AuthController_listSessions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_listSessions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listSessions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_endSession: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/v2/auth/sessions/:id',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.endSession)),

            async function AuthController_endSession(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_endSession, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'endSession',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_endSessions: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.delete('/api/v2/auth/sessions',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.endSessions)),

            async function AuthController_endSessions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_endSessions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'endSessions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_changePassword: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PasswordChange"},
        };
        app.post('/api/v2/auth/password',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.changePassword)),

            async function AuthController_changePassword(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_changePassword, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePassword',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_firstAdministratorLink: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/api/v2/auth/first-administrator/link',
            authenticateMiddleware([{"ApiKey":["user:create"]},{"Bearer":["user:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.firstAdministratorLink)),

            async function AuthController_firstAdministratorLink(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_firstAdministratorLink, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'firstAdministratorLink',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_becomeFirstAdministrator: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"FirstAdministratorRequest"},
        };
        app.post('/api/v2/auth/first-administrator',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.becomeFirstAdministrator)),

            async function AuthController_becomeFirstAdministrator(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_becomeFirstAdministrator, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'becomeFirstAdministrator',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_sendInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"InvitationRequest"},
        };
        app.post('/api/v2/auth/invitations',
            authenticateMiddleware([{"ApiKey":["invitation:create"]},{"Bearer":["invitation:create"]},{"Session":["invitation:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.sendInvitation)),

            async function AuthLinksController_sendInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_sendInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sendInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_acceptInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"InvitationAcceptance"},
        };
        app.post('/api/v2/auth/invitations/accept',
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.acceptInvitation)),

            async function AuthLinksController_acceptInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_acceptInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'acceptInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_askForPasswordReset: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PasswordResetRequest"},
        };
        app.post('/api/v2/auth/password-reset',
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.askForPasswordReset)),

            async function AuthLinksController_askForPasswordReset(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_askForPasswordReset, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'askForPasswordReset',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_finishPasswordReset: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PasswordReset"},
        };
        app.post('/api/v2/auth/password-reset/finish',
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.finishPasswordReset)),

            async function AuthLinksController_finishPasswordReset(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_finishPasswordReset, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'finishPasswordReset',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_resetTwoFactor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.post('/api/v2/auth/users/:id/two-factor/reset',
            authenticateMiddleware([{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.resetTwoFactor)),

            async function AuthLinksController_resetTwoFactor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_resetTwoFactor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'resetTwoFactor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_startOpenId: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v2/auth/openid/start',
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.startOpenId)),

            async function AuthLinksController_startOpenId(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_startOpenId, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'startOpenId',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 302,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthLinksController_finishOpenId: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v2/auth/openid/callback',
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController)),
            ...(fetchMiddlewares<RequestHandler>(AuthLinksController.prototype.finishOpenId)),

            async function AuthLinksController_finishOpenId(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthLinksController_finishOpenId, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthLinksController>(AuthLinksController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'finishOpenId',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 302,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEnrollmentController_giveEnrollment: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"EnrollmentRequest"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/enrollments',
            authenticateMiddleware([{"ApiKey":["credential:create"]},{"Bearer":["credential:create"]},{"Session":["credential:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController)),
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController.prototype.giveEnrollment)),

            async function EnrollmentController_giveEnrollment(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEnrollmentController_giveEnrollment, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EnrollmentController>(EnrollmentController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'giveEnrollment',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEnrollmentController_acceptEnrollment: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"EnrollmentAcceptance"},
        };
        app.post('/api/v2/enrollments/accept',
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController)),
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController.prototype.acceptEnrollment)),

            async function EnrollmentController_acceptEnrollment(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEnrollmentController_acceptEnrollment, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EnrollmentController>(EnrollmentController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'acceptEnrollment',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsEnrollmentController_noteRevocation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/enrollments/:id/revoked',
            authenticateMiddleware([{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController)),
            ...(fetchMiddlewares<RequestHandler>(EnrollmentController.prototype.noteRevocation)),

            async function EnrollmentController_noteRevocation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsEnrollmentController_noteRevocation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<EnrollmentController>(EnrollmentController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'noteRevocation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthTokensController_makeTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SignInRequest"},
        };
        app.post('/api/v2/auth/tokens',
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController)),
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController.prototype.makeTokens)),

            async function AuthTokensController_makeTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthTokensController_makeTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthTokensController>(AuthTokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'makeTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthTokensController_refreshTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenExchange"},
        };
        app.post('/api/v2/auth/tokens/refresh',
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController)),
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController.prototype.refreshTokens)),

            async function AuthTokensController_refreshTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthTokensController_refreshTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthTokensController>(AuthTokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refreshTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthTokensController_endTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenExchange"},
        };
        app.post('/api/v2/auth/tokens/end',
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController)),
            ...(fetchMiddlewares<RequestHandler>(AuthTokensController.prototype.endTokens)),

            async function AuthTokensController_endTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthTokensController_endTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthTokensController>(AuthTokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'endTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTwoFactorController_setUpTwoFactor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TwoFactorSetupRequest"},
        };
        app.post('/api/v2/auth/two-factor/setup',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController)),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController.prototype.setUpTwoFactor)),

            async function TwoFactorController_setUpTwoFactor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTwoFactorController_setUpTwoFactor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TwoFactorController>(TwoFactorController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setUpTwoFactor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTwoFactorController_enableTwoFactor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TwoFactorCode"},
        };
        app.post('/api/v2/auth/two-factor/verify',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController)),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController.prototype.enableTwoFactor)),

            async function TwoFactorController_enableTwoFactor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTwoFactorController_enableTwoFactor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TwoFactorController>(TwoFactorController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'enableTwoFactor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTwoFactorController_disableTwoFactor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TwoFactorDisableRequest"},
        };
        app.post('/api/v2/auth/two-factor/disable',
            authenticateMiddleware([{"Bearer":["self"]},{"Session":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController)),
            ...(fetchMiddlewares<RequestHandler>(TwoFactorController.prototype.disableTwoFactor)),

            async function TwoFactorController_disableTwoFactor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTwoFactorController_disableTwoFactor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TwoFactorController>(TwoFactorController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'disableTwoFactor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_listTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tokens',
            authenticateMiddleware([{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.listTokens)),

            async function TokensController_listTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_listTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_createToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/tokens',
            authenticateMiddleware([{"ApiKey":["token:create"]},{"Bearer":["token:create"]},{"Session":["token:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.createToken)),

            async function TokensController_createToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_createToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_batchTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/tokens/batch',
            authenticateMiddleware([{"ApiKey":["token:change"]},{"Bearer":["token:change"]},{"Session":["token:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.batchTokens)),

            async function TokensController_batchTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_batchTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_readToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tokens/:id',
            authenticateMiddleware([{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.readToken)),

            async function TokensController_readToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_readToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_replaceToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/tokens/:id',
            authenticateMiddleware([{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.replaceToken)),

            async function TokensController_replaceToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_replaceToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_patchToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/tokens/:id',
            authenticateMiddleware([{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.patchToken)),

            async function TokensController_patchToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_patchToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_deleteToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/tokens/:id',
            authenticateMiddleware([{"ApiKey":["token:delete"]},{"Bearer":["token:delete"]},{"Session":["token:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.deleteToken)),

            async function TokensController_deleteToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_deleteToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokensController_listTokenHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tokens/:id/history',
            authenticateMiddleware([{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokensController)),
            ...(fetchMiddlewares<RequestHandler>(TokensController.prototype.listTokenHistory)),

            async function TokensController_listTokenHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokensController_listTokenHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokensController>(TokensController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listTokenHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokenSecretsController_rotateToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"TokenRotation"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/tokens/:id/rotate',
            authenticateMiddleware([{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokenSecretsController)),
            ...(fetchMiddlewares<RequestHandler>(TokenSecretsController.prototype.rotateToken)),

            async function TokenSecretsController_rotateToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokenSecretsController_rotateToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokenSecretsController>(TokenSecretsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'rotateToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTokenSecretsController_readTokenUsage: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tokens/:id/usage',
            authenticateMiddleware([{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TokenSecretsController)),
            ...(fetchMiddlewares<RequestHandler>(TokenSecretsController.prototype.readTokenUsage)),

            async function TokenSecretsController_readTokenUsage(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTokenSecretsController_readTokenUsage, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TokenSecretsController>(TokenSecretsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readTokenUsage',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaServerController_listServers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                tag: {"in":"query","name":"tag","dataType":"string"},
        };
        app.get('/api/v1/server/list',
            authenticateMiddleware([{"NezhaToken":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController.prototype.listServers)),

            async function NezhaServerController_listServers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaServerController_listServers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaServerController>(NezhaServerController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listServers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaServerController_serverDetails: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"query","name":"id","dataType":"string"},
                tag: {"in":"query","name":"tag","dataType":"string"},
        };
        app.get('/api/v1/server/details',
            authenticateMiddleware([{"NezhaToken":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController.prototype.serverDetails)),

            async function NezhaServerController_serverDetails(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaServerController_serverDetails, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaServerController>(NezhaServerController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'serverDetails',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaServerController_registerNezhaServer: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"NezhaRegistration"},
                simple: {"in":"query","name":"simple","dataType":"string"},
        };
        app.post('/api/v1/server/register',
            authenticateMiddleware([{"NezhaToken":["device:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaServerController.prototype.registerNezhaServer)),

            async function NezhaServerController_registerNezhaServer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaServerController_registerNezhaServer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaServerController>(NezhaServerController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'registerNezhaServer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_listNezhaTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/token',
            authenticateMiddleware([{"NezhaSession":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.listNezhaTokens)),

            async function NezhaAdminController_listNezhaTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_listNezhaTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listNezhaTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_makeNezhaToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"NezhaTokenForm"},
        };
        app.post('/api/token',
            authenticateMiddleware([{"NezhaSession":["token:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.makeNezhaToken)),

            async function NezhaAdminController_makeNezhaToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_makeNezhaToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'makeNezhaToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_deleteNezhaToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                token: {"in":"path","name":"token","required":true,"dataType":"string"},
        };
        app.delete('/api/token/:token',
            authenticateMiddleware([{"NezhaSession":["token:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.deleteNezhaToken)),

            async function NezhaAdminController_deleteNezhaToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_deleteNezhaToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_searchNezhaServers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                word: {"default":"","in":"query","name":"word","dataType":"string"},
        };
        app.get('/api/search-server',
            authenticateMiddleware([{"NezhaSession":["node:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.searchNezhaServers)),

            async function NezhaAdminController_searchNezhaServers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_searchNezhaServers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'searchNezhaServers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_saveNezhaServer: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"NezhaServerForm"},
        };
        app.post('/api/server',
            authenticateMiddleware([{"NezhaSession":["device:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.saveNezhaServer)),

            async function NezhaAdminController_saveNezhaServer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_saveNezhaServer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'saveNezhaServer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_groupNezhaServers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"NezhaGroupForm"},
        };
        app.post('/api/batch-update-server-group',
            authenticateMiddleware([{"NezhaSession":["device:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.groupNezhaServers)),

            async function NezhaAdminController_groupNezhaServers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_groupNezhaServers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'groupNezhaServers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_deleteNezhaServers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"dataType":"array","array":{"dataType":"refAlias","ref":"NezhaServerId"}},
        };
        app.post('/api/batch-delete-server',
            authenticateMiddleware([{"NezhaSession":["device:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.deleteNezhaServers)),

            async function NezhaAdminController_deleteNezhaServers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_deleteNezhaServers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaServers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_deleteNezhaServer: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"expected a whole number"},"minimum":{"value":1}}},
        };
        app.delete('/api/server/:id',
            authenticateMiddleware([{"NezhaSession":["device:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.deleteNezhaServer)),

            async function NezhaAdminController_deleteNezhaServer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_deleteNezhaServer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaServer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaAdminController_signOutOfNezha: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/api/logout',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaAdminController.prototype.signOutOfNezha)),

            async function NezhaAdminController_signOutOfNezha(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaAdminController_signOutOfNezha, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaAdminController>(NezhaAdminController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'signOutOfNezha',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_searchNezhaTasks: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/search-tasks',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.searchNezhaTasks)),

            async function NezhaRefusedController_searchNezhaTasks(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_searchNezhaTasks, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'searchNezhaTasks',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_saveNezhaTask: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/cron',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.saveNezhaTask)),

            async function NezhaRefusedController_saveNezhaTask(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_saveNezhaTask, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'saveNezhaTask',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_runNezhaTask: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/cron/:id/manual',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.runNezhaTask)),

            async function NezhaRefusedController_runNezhaTask(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_runNezhaTask, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'runNezhaTask',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_deleteNezhaTask: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/cron/:id',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.deleteNezhaTask)),

            async function NezhaRefusedController_deleteNezhaTask(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_deleteNezhaTask, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaTask',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_updateNezhaAgents: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/force-update',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.updateNezhaAgents)),

            async function NezhaRefusedController_updateNezhaAgents(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_updateNezhaAgents, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'updateNezhaAgents',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_searchNezhaDdns: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/search-ddns',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.searchNezhaDdns)),

            async function NezhaRefusedController_searchNezhaDdns(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_searchNezhaDdns, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'searchNezhaDdns',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_saveNezhaDdns: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/ddns',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.saveNezhaDdns)),

            async function NezhaRefusedController_saveNezhaDdns(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_saveNezhaDdns, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'saveNezhaDdns',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_deleteNezhaDdns: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/ddns/:id',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.deleteNezhaDdns)),

            async function NezhaRefusedController_deleteNezhaDdns(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_deleteNezhaDdns, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaDdns',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_saveNezhaNat: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/nat',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.saveNezhaNat)),

            async function NezhaRefusedController_saveNezhaNat(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_saveNezhaNat, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'saveNezhaNat',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_deleteNezhaNat: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/nat/:id',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.deleteNezhaNat)),

            async function NezhaRefusedController_deleteNezhaNat(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_deleteNezhaNat, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteNezhaNat',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_openNezhaTerminal: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/terminal',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.openNezhaTerminal)),

            async function NezhaRefusedController_openNezhaTerminal(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_openNezhaTerminal, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'openNezhaTerminal',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_useNezhaTerminal: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/terminal/:id',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.useNezhaTerminal)),

            async function NezhaRefusedController_useNezhaTerminal(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_useNezhaTerminal, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'useNezhaTerminal',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_openNezhaFiles: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/file',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.openNezhaFiles)),

            async function NezhaRefusedController_openNezhaFiles(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_openNezhaFiles, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'openNezhaFiles',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNezhaRefusedController_useNezhaFiles: Record<string, TsoaRoute.ParameterSchema> = {
                _id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/file/:id',
            authenticateMiddleware([{"NezhaSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController)),
            ...(fetchMiddlewares<RequestHandler>(NezhaRefusedController.prototype.useNezhaFiles)),

            async function NezhaRefusedController_useNezhaFiles(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNezhaRefusedController_useNezhaFiles, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NezhaRefusedController>(NezhaRefusedController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'useNezhaFiles',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingSystemController_peekapingHealth: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/v1/health',
            ...(fetchMiddlewares<RequestHandler>(PeekapingSystemController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSystemController.prototype.peekapingHealth)),

            async function PeekapingSystemController_peekapingHealth(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingSystemController_peekapingHealth, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingSystemController>(PeekapingSystemController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'peekapingHealth',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingSystemController_peekapingVersion: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/v1/version',
            ...(fetchMiddlewares<RequestHandler>(PeekapingSystemController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSystemController.prototype.peekapingVersion)),

            async function PeekapingSystemController_peekapingVersion(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingSystemController_peekapingVersion, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingSystemController>(PeekapingSystemController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'peekapingVersion',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_registerPeekaping: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingRegistration"},
        };
        app.post('/api/v1/auth/register',
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.registerPeekaping)),

            async function PeekapingAuthController_registerPeekaping(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_registerPeekaping, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'registerPeekaping',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_loginPeekaping: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingLogin"},
        };
        app.post('/api/v1/auth/login',
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.loginPeekaping)),

            async function PeekapingAuthController_loginPeekaping(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_loginPeekaping, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'loginPeekaping',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_refreshPeekaping: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingRefresh"},
        };
        app.post('/api/v1/auth/refresh',
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.refreshPeekaping)),

            async function PeekapingAuthController_refreshPeekaping(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_refreshPeekaping, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refreshPeekaping',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_changePeekapingPassword: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingPasswordChange"},
        };
        app.put('/api/v1/auth/password',
            authenticateMiddleware([{"PeekapingJwt":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.changePeekapingPassword)),

            async function PeekapingAuthController_changePeekapingPassword(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_changePeekapingPassword, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingPassword',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_setUpPeekapingCodes: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorSetup"},
        };
        app.post('/api/v1/auth/2fa/setup',
            authenticateMiddleware([{"PeekapingJwt":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.setUpPeekapingCodes)),

            async function PeekapingAuthController_setUpPeekapingCodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_setUpPeekapingCodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setUpPeekapingCodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_verifyPeekapingCode: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorCode"},
        };
        app.post('/api/v1/auth/2fa/verify',
            authenticateMiddleware([{"PeekapingJwt":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.verifyPeekapingCode)),

            async function PeekapingAuthController_verifyPeekapingCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_verifyPeekapingCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'verifyPeekapingCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingAuthController_disablePeekapingCodes: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorDisable"},
        };
        app.post('/api/v1/auth/2fa/disable',
            authenticateMiddleware([{"PeekapingJwt":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingAuthController.prototype.disablePeekapingCodes)),

            async function PeekapingAuthController_disablePeekapingCodes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingAuthController_disablePeekapingCodes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingAuthController>(PeekapingAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'disablePeekapingCodes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_peekapingApiKeyConfig: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/v1/api-keys/config',
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.peekapingApiKeyConfig)),

            async function PeekapingApiKeysController_peekapingApiKeyConfig(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_peekapingApiKeyConfig, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'peekapingApiKeyConfig',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_listPeekapingApiKeys: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v1/api-keys',
            authenticateMiddleware([{"PeekapingJwt":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.listPeekapingApiKeys)),

            async function PeekapingApiKeysController_listPeekapingApiKeys(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_listPeekapingApiKeys, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingApiKeys',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_createPeekapingApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingApiKeyInput"},
        };
        app.post('/api/v1/api-keys',
            authenticateMiddleware([{"PeekapingJwt":["token:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.createPeekapingApiKey)),

            async function PeekapingApiKeysController_createPeekapingApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_createPeekapingApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPeekapingApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_readPeekapingApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/v1/api-keys/:id',
            authenticateMiddleware([{"PeekapingJwt":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.readPeekapingApiKey)),

            async function PeekapingApiKeysController_readPeekapingApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_readPeekapingApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_changePeekapingApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingApiKeyChange"},
        };
        app.put('/api/v1/api-keys/:id',
            authenticateMiddleware([{"PeekapingJwt":["token:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.changePeekapingApiKey)),

            async function PeekapingApiKeysController_changePeekapingApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_changePeekapingApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingApiKeysController_deletePeekapingApiKey: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/v1/api-keys/:id',
            authenticateMiddleware([{"PeekapingJwt":["token:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingApiKeysController.prototype.deletePeekapingApiKey)),

            async function PeekapingApiKeysController_deletePeekapingApiKey(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingApiKeysController_deletePeekapingApiKey, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingApiKeysController>(PeekapingApiKeysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePeekapingApiKey',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_listPeekapingTags: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
                limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
                q: {"in":"query","name":"q","dataType":"string"},
        };
        app.get('/api/v1/tags',
            authenticateMiddleware([{"PeekapingToken":["tag:read"]},{"PeekapingKey":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.listPeekapingTags)),

            async function PeekapingTagsController_listPeekapingTags(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_listPeekapingTags, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingTags',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_createPeekapingTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagInput"},
        };
        app.post('/api/v1/tags',
            authenticateMiddleware([{"PeekapingToken":["tag:create"]},{"PeekapingKey":["tag:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.createPeekapingTag)),

            async function PeekapingTagsController_createPeekapingTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_createPeekapingTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPeekapingTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_readPeekapingTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/v1/tags/:id',
            authenticateMiddleware([{"PeekapingToken":["tag:read"]},{"PeekapingKey":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.readPeekapingTag)),

            async function PeekapingTagsController_readPeekapingTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_readPeekapingTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_replacePeekapingTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagInput"},
        };
        app.put('/api/v1/tags/:id',
            authenticateMiddleware([{"PeekapingToken":["tag:update"]},{"PeekapingKey":["tag:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.replacePeekapingTag)),

            async function PeekapingTagsController_replacePeekapingTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_replacePeekapingTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replacePeekapingTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_changePeekapingTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagChange"},
        };
        app.patch('/api/v1/tags/:id',
            authenticateMiddleware([{"PeekapingToken":["tag:update"]},{"PeekapingKey":["tag:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.changePeekapingTag)),

            async function PeekapingTagsController_changePeekapingTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_changePeekapingTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingTagsController_deletePeekapingTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/v1/tags/:id',
            authenticateMiddleware([{"PeekapingToken":["tag:delete"]},{"PeekapingKey":["tag:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingTagsController.prototype.deletePeekapingTag)),

            async function PeekapingTagsController_deletePeekapingTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingTagsController_deletePeekapingTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingTagsController>(PeekapingTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePeekapingTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_listPeekapingProxies: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
                limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
                q: {"in":"query","name":"q","dataType":"string"},
        };
        app.get('/api/v1/proxies',
            authenticateMiddleware([{"PeekapingToken":["proxy:read"]},{"PeekapingKey":["proxy:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.listPeekapingProxies)),

            async function PeekapingProxiesController_listPeekapingProxies(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_listPeekapingProxies, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingProxies',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_createPeekapingProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyInput"},
        };
        app.post('/api/v1/proxies',
            authenticateMiddleware([{"PeekapingToken":["proxy:create"]},{"PeekapingKey":["proxy:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.createPeekapingProxy)),

            async function PeekapingProxiesController_createPeekapingProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_createPeekapingProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPeekapingProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_readPeekapingProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/v1/proxies/:id',
            authenticateMiddleware([{"PeekapingToken":["proxy:read"]},{"PeekapingKey":["proxy:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.readPeekapingProxy)),

            async function PeekapingProxiesController_readPeekapingProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_readPeekapingProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_replacePeekapingProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyInput"},
        };
        app.put('/api/v1/proxies/:id',
            authenticateMiddleware([{"PeekapingToken":["proxy:update"]},{"PeekapingKey":["proxy:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.replacePeekapingProxy)),

            async function PeekapingProxiesController_replacePeekapingProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_replacePeekapingProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replacePeekapingProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_changePeekapingProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyChange"},
        };
        app.patch('/api/v1/proxies/:id',
            authenticateMiddleware([{"PeekapingToken":["proxy:update"]},{"PeekapingKey":["proxy:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.changePeekapingProxy)),

            async function PeekapingProxiesController_changePeekapingProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_changePeekapingProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingProxiesController_deletePeekapingProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/v1/proxies/:id',
            authenticateMiddleware([{"PeekapingToken":["proxy:delete"]},{"PeekapingKey":["proxy:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingProxiesController.prototype.deletePeekapingProxy)),

            async function PeekapingProxiesController_deletePeekapingProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingProxiesController_deletePeekapingProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingProxiesController>(PeekapingProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePeekapingProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_listPeekapingMaintenances: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
                limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
                q: {"in":"query","name":"q","dataType":"string"},
                strategy: {"in":"query","name":"strategy","dataType":"string"},
        };
        app.get('/api/v1/maintenances',
            authenticateMiddleware([{"PeekapingToken":["maintenance:read"]},{"PeekapingKey":["maintenance:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.listPeekapingMaintenances)),

            async function PeekapingMaintenancesController_listPeekapingMaintenances(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_listPeekapingMaintenances, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingMaintenances',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_createPeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceInput"},
        };
        app.post('/api/v1/maintenances',
            authenticateMiddleware([{"PeekapingToken":["maintenance:create"]},{"PeekapingKey":["maintenance:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.createPeekapingMaintenance)),

            async function PeekapingMaintenancesController_createPeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_createPeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_readPeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/v1/maintenances/:id',
            authenticateMiddleware([{"PeekapingToken":["maintenance:read"]},{"PeekapingKey":["maintenance:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.readPeekapingMaintenance)),

            async function PeekapingMaintenancesController_readPeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_readPeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_replacePeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceInput"},
        };
        app.put('/api/v1/maintenances/:id',
            authenticateMiddleware([{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.replacePeekapingMaintenance)),

            async function PeekapingMaintenancesController_replacePeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_replacePeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replacePeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_changePeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceChange"},
        };
        app.patch('/api/v1/maintenances/:id',
            authenticateMiddleware([{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.changePeekapingMaintenance)),

            async function PeekapingMaintenancesController_changePeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_changePeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_pausePeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.patch('/api/v1/maintenances/:id/pause',
            authenticateMiddleware([{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.pausePeekapingMaintenance)),

            async function PeekapingMaintenancesController_pausePeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_pausePeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'pausePeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_resumePeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.patch('/api/v1/maintenances/:id/resume',
            authenticateMiddleware([{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.resumePeekapingMaintenance)),

            async function PeekapingMaintenancesController_resumePeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_resumePeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'resumePeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMaintenancesController_deletePeekapingMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.delete('/api/v1/maintenances/:id',
            authenticateMiddleware([{"PeekapingToken":["maintenance:delete"]},{"PeekapingKey":["maintenance:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMaintenancesController.prototype.deletePeekapingMaintenance)),

            async function PeekapingMaintenancesController_deletePeekapingMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMaintenancesController_deletePeekapingMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMaintenancesController>(PeekapingMaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePeekapingMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingSettingsController_readPeekapingSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                key: {"in":"path","name":"key","required":true,"dataType":"string"},
        };
        app.get('/api/v1/settings/key/:key',
            authenticateMiddleware([{"PeekapingToken":["setting:read"]},{"PeekapingKey":["setting:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController.prototype.readPeekapingSetting)),

            async function PeekapingSettingsController_readPeekapingSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingSettingsController_readPeekapingSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingSettingsController>(PeekapingSettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingSettingsController_setPeekapingSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                key: {"in":"path","name":"key","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingSettingInput"},
        };
        app.put('/api/v1/settings/key/:key',
            authenticateMiddleware([{"PeekapingToken":["setting:update"]},{"PeekapingKey":["setting:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController.prototype.setPeekapingSetting)),

            async function PeekapingSettingsController_setPeekapingSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingSettingsController_setPeekapingSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingSettingsController>(PeekapingSettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setPeekapingSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingSettingsController_deletePeekapingSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                key: {"in":"path","name":"key","required":true,"dataType":"string"},
        };
        app.delete('/api/v1/settings/key/:key',
            authenticateMiddleware([{"PeekapingToken":["setting:delete"]},{"PeekapingKey":["setting:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingSettingsController.prototype.deletePeekapingSetting)),

            async function PeekapingSettingsController_deletePeekapingSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingSettingsController_deletePeekapingSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingSettingsController>(PeekapingSettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePeekapingSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMonitorsController_listPeekapingMonitors: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
                limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
                q: {"in":"query","name":"q","dataType":"string"},
                active: {"in":"query","name":"active","dataType":"boolean"},
                status: {"in":"query","name":"status","dataType":"integer","validators":{"isInt":{"errorMsg":"status"}}},
                tagIds: {"in":"query","name":"tag_ids","dataType":"string"},
        };
        app.get('/api/v1/monitors',
            authenticateMiddleware([{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController.prototype.listPeekapingMonitors)),

            async function PeekapingMonitorsController_listPeekapingMonitors(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMonitorsController_listPeekapingMonitors, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMonitorsController>(PeekapingMonitorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingMonitors',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMonitorsController_listPeekapingMonitorsById: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                ids: {"in":"query","name":"ids","dataType":"string"},
        };
        app.get('/api/v1/monitors/batch',
            authenticateMiddleware([{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController.prototype.listPeekapingMonitorsById)),

            async function PeekapingMonitorsController_listPeekapingMonitorsById(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMonitorsController_listPeekapingMonitorsById, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMonitorsController>(PeekapingMonitorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPeekapingMonitorsById',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMonitorsController_readPeekapingMonitor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
        };
        app.get('/api/v1/monitors/:id',
            authenticateMiddleware([{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController.prototype.readPeekapingMonitor)),

            async function PeekapingMonitorsController_readPeekapingMonitor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMonitorsController_readPeekapingMonitor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMonitorsController>(PeekapingMonitorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPeekapingMonitor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPeekapingMonitorsController_changePeekapingMonitor: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PeekapingMonitorChange"},
        };
        app.patch('/api/v1/monitors/:id',
            authenticateMiddleware([{"PeekapingToken":["device:update"]},{"PeekapingKey":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController)),
            ...(fetchMiddlewares<RequestHandler>(PeekapingMonitorsController.prototype.changePeekapingMonitor)),

            async function PeekapingMonitorsController_changePeekapingMonitor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPeekapingMonitorsController_changePeekapingMonitor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PeekapingMonitorsController>(PeekapingMonitorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePeekapingMonitor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonSignUp: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonSignupRequest"},
        };
        app.post('/auth/local/signup',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonSignUp)),

            async function DashmonAuthController_dashmonSignUp(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonSignUp, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSignUp',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonLogIn: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonLoginRequest"},
        };
        app.post('/auth/local/login',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonLogIn)),

            async function DashmonAuthController_dashmonLogIn(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonLogIn, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonLogIn',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonLeaveForGoogle: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/auth/google',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonLeaveForGoogle)),

            async function DashmonAuthController_dashmonLeaveForGoogle(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonLeaveForGoogle, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonLeaveForGoogle',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 302,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonReturnFromGoogle: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/auth/google/callback',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonReturnFromGoogle)),

            async function DashmonAuthController_dashmonReturnFromGoogle(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonReturnFromGoogle, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReturnFromGoogle',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 302,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonLogOut: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/logout',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonLogOut)),

            async function DashmonAuthController_dashmonLogOut(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonLogOut, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonLogOut',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonAuthController_dashmonLogOutByLink: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/logout',
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonAuthController.prototype.dashmonLogOutByLink)),

            async function DashmonAuthController_dashmonLogOutByLink(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonAuthController_dashmonLogOutByLink, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonAuthController>(DashmonAuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonLogOutByLink',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 302,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonListPlans: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/billing/plans',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonListPlans)),

            async function DashmonBillingController_dashmonListPlans(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonListPlans, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListPlans',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonReadBillingConfig: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/billing/config',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonReadBillingConfig)),

            async function DashmonBillingController_dashmonReadBillingConfig(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonReadBillingConfig, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadBillingConfig',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonReadTestMode: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/billing/test-mode',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonReadTestMode)),

            async function DashmonBillingController_dashmonReadTestMode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonReadTestMode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadTestMode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonSimulateUpgrade: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/simulate-upgrade',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonSimulateUpgrade)),

            async function DashmonBillingController_dashmonSimulateUpgrade(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonSimulateUpgrade, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSimulateUpgrade',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonActivateDemo: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/demo/activate',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonActivateDemo)),

            async function DashmonBillingController_dashmonActivateDemo(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonActivateDemo, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonActivateDemo',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonRequestBankTransfer: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/bank-transfer/request',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonRequestBankTransfer)),

            async function DashmonBillingController_dashmonRequestBankTransfer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonRequestBankTransfer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonRequestBankTransfer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonConfirmBankTransfer: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/bank-transfer/confirm',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonConfirmBankTransfer)),

            async function DashmonBillingController_dashmonConfirmBankTransfer(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonConfirmBankTransfer, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonConfirmBankTransfer',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonCreateSubscription: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/paypal/create-subscription',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonCreateSubscription)),

            async function DashmonBillingController_dashmonCreateSubscription(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonCreateSubscription, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCreateSubscription',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonCancelSubscription: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/paypal/cancel',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonCancelSubscription)),

            async function DashmonBillingController_dashmonCancelSubscription(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonCancelSubscription, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCancelSubscription',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonHearOfPayment: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.post('/api/billing/paypal/webhook',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonHearOfPayment)),

            async function DashmonBillingController_dashmonHearOfPayment(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonHearOfPayment, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonHearOfPayment',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonBillingController_dashmonReadSubscription: Record<string, TsoaRoute.ParameterSchema> = {
                _subscriptionId: {"in":"path","name":"subscriptionId","required":true,"dataType":"string"},
        };
        app.get('/api/billing/paypal/subscription/:subscriptionId',
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonBillingController.prototype.dashmonReadSubscription)),

            async function DashmonBillingController_dashmonReadSubscription(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonBillingController_dashmonReadSubscription, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonBillingController>(DashmonBillingController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadSubscription',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 403,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonDevicesController_dashmonReplaceDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
        };
        app.put('/api/devices/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController.prototype.dashmonReplaceDevice)),

            async function DashmonDevicesController_dashmonReplaceDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonDevicesController_dashmonReplaceDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonDevicesController>(DashmonDevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReplaceDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonDevicesController_dashmonDeleteDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
        };
        app.delete('/api/devices/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:delete"]},{"DashmonSession":["device:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController.prototype.dashmonDeleteDevice)),

            async function DashmonDevicesController_dashmonDeleteDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonDevicesController_dashmonDeleteDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonDevicesController>(DashmonDevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonDeleteDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonDevicesController_dashmonSetDeviceTags: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonTagsRequest"},
        };
        app.put('/api/devices/:deviceId/tags',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController.prototype.dashmonSetDeviceTags)),

            async function DashmonDevicesController_dashmonSetDeviceTags(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonDevicesController_dashmonSetDeviceTags, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonDevicesController>(DashmonDevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetDeviceTags',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonDevicesController_dashmonTagDevices: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkTagsRequest"},
        };
        app.post('/api/devices/tags/bulk',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonDevicesController.prototype.dashmonTagDevices)),

            async function DashmonDevicesController_dashmonTagDevices(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonDevicesController_dashmonTagDevices, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonDevicesController>(DashmonDevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonTagDevices',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonSetDeviceMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
        };
        app.post('/api/maintenance/device/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonSetDeviceMaintenance)),

            async function DashmonMaintenanceController_dashmonSetDeviceMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonSetDeviceMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetDeviceMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonClearDeviceMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
        };
        app.delete('/api/maintenance/device/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonClearDeviceMaintenance)),

            async function DashmonMaintenanceController_dashmonClearDeviceMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonClearDeviceMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonClearDeviceMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonSetProjectMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
        };
        app.post('/api/maintenance/project/:projectId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonSetProjectMaintenance)),

            async function DashmonMaintenanceController_dashmonSetProjectMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonSetProjectMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetProjectMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonClearProjectMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
        };
        app.delete('/api/maintenance/project/:projectId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonClearProjectMaintenance)),

            async function DashmonMaintenanceController_dashmonClearProjectMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonClearProjectMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonClearProjectMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonSetStoreMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
        };
        app.post('/api/maintenance/store/:storeId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonSetStoreMaintenance)),

            async function DashmonMaintenanceController_dashmonSetStoreMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonSetStoreMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetStoreMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonClearStoreMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
        };
        app.delete('/api/maintenance/store/:storeId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonClearStoreMaintenance)),

            async function DashmonMaintenanceController_dashmonClearStoreMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonClearStoreMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonClearStoreMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonSetMaintenances: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkMaintenanceRequest"},
        };
        app.post('/api/maintenance/devices/bulk-set',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonSetMaintenances)),

            async function DashmonMaintenanceController_dashmonSetMaintenances(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonSetMaintenances, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetMaintenances',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMaintenanceController_dashmonClearMaintenances: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkMaintenanceRequest"},
        };
        app.post('/api/maintenance/devices/bulk-clear',
            authenticateMiddleware([{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMaintenanceController.prototype.dashmonClearMaintenances)),

            async function DashmonMaintenanceController_dashmonClearMaintenances(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMaintenanceController_dashmonClearMaintenances, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMaintenanceController>(DashmonMaintenanceController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonClearMaintenances',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMetaController_dashmonReadHealth: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/health',
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController.prototype.dashmonReadHealth)),

            async function DashmonMetaController_dashmonReadHealth(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMetaController_dashmonReadHealth, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMetaController>(DashmonMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadHealth',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMetaController_dashmonReadCapabilities: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/meta/capabilities',
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController.prototype.dashmonReadCapabilities)),

            async function DashmonMetaController_dashmonReadCapabilities(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMetaController_dashmonReadCapabilities, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMetaController>(DashmonMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadCapabilities',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMetaController_dashmonReadMe: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/me',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController.prototype.dashmonReadMe)),

            async function DashmonMetaController_dashmonReadMe(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMetaController_dashmonReadMe, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMetaController>(DashmonMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadMe',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonMetaController_dashmonReadSupportSummary: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/support/summary',
            authenticateMiddleware([{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonMetaController.prototype.dashmonReadSupportSummary)),

            async function DashmonMetaController_dashmonReadSupportSummary(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonMetaController_dashmonReadSupportSummary, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonMetaController>(DashmonMetaController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadSupportSummary',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonListProjects: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/projects',
            authenticateMiddleware([{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonListProjects)),

            async function DashmonProjectsController_dashmonListProjects(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonListProjects, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListProjects',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonCreateProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
        };
        app.post('/api/projects',
            authenticateMiddleware([{"DashmonBearer":["project:create"]},{"DashmonSession":["project:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonCreateProject)),

            async function DashmonProjectsController_dashmonCreateProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonCreateProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCreateProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonReadProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
        };
        app.get('/api/projects/:projectId',
            authenticateMiddleware([{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonReadProject)),

            async function DashmonProjectsController_dashmonReadProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonReadProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonReplaceProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
        };
        app.put('/api/projects/:projectId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonReplaceProject)),

            async function DashmonProjectsController_dashmonReplaceProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonReplaceProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReplaceProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonDeleteProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
        };
        app.delete('/api/projects/:projectId',
            authenticateMiddleware([{"DashmonBearer":["project:delete"]},{"DashmonSession":["project:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonDeleteProject)),

            async function DashmonProjectsController_dashmonDeleteProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonDeleteProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonDeleteProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonListProjectDevices: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
        };
        app.get('/api/projects/:projectId/devices',
            authenticateMiddleware([{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonListProjectDevices)),

            async function DashmonProjectsController_dashmonListProjectDevices(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonListProjectDevices, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListProjectDevices',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonCreateProjectDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
        };
        app.post('/api/projects/:projectId/devices',
            authenticateMiddleware([{"DashmonBearer":["device:create"]},{"DashmonSession":["device:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonCreateProjectDevice)),

            async function DashmonProjectsController_dashmonCreateProjectDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonCreateProjectDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCreateProjectDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonProjectsController_dashmonReadProjectDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
        };
        app.get('/api/projects/:projectId/devices/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonProjectsController.prototype.dashmonReadProjectDevice)),

            async function DashmonProjectsController_dashmonReadProjectDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonProjectsController_dashmonReadProjectDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonProjectsController>(DashmonProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadProjectDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonListStores: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/stores',
            authenticateMiddleware([{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonListStores)),

            async function DashmonStoresController_dashmonListStores(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonListStores, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListStores',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonCreateStore: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
        };
        app.post('/api/stores',
            authenticateMiddleware([{"DashmonBearer":["project:create"]},{"DashmonSession":["project:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonCreateStore)),

            async function DashmonStoresController_dashmonCreateStore(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonCreateStore, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCreateStore',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonReadStore: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
        };
        app.get('/api/stores/:storeId',
            authenticateMiddleware([{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonReadStore)),

            async function DashmonStoresController_dashmonReadStore(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonReadStore, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadStore',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonReplaceStore: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
        };
        app.put('/api/stores/:storeId',
            authenticateMiddleware([{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonReplaceStore)),

            async function DashmonStoresController_dashmonReplaceStore(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonReplaceStore, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReplaceStore',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonDeleteStore: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
        };
        app.delete('/api/stores/:storeId',
            authenticateMiddleware([{"DashmonBearer":["project:delete"]},{"DashmonSession":["project:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonDeleteStore)),

            async function DashmonStoresController_dashmonDeleteStore(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonDeleteStore, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonDeleteStore',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonListStoreDevices: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
        };
        app.get('/api/stores/:storeId/devices',
            authenticateMiddleware([{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonListStoreDevices)),

            async function DashmonStoresController_dashmonListStoreDevices(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonListStoreDevices, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListStoreDevices',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonCreateStoreDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
        };
        app.post('/api/stores/:storeId/devices',
            authenticateMiddleware([{"DashmonBearer":["device:create"]},{"DashmonSession":["device:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonCreateStoreDevice)),

            async function DashmonStoresController_dashmonCreateStoreDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonCreateStoreDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCreateStoreDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonStoresController_dashmonReadStoreDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
                deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
        };
        app.get('/api/stores/:storeId/devices/:deviceId',
            authenticateMiddleware([{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonStoresController.prototype.dashmonReadStoreDevice)),

            async function DashmonStoresController_dashmonReadStoreDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonStoresController_dashmonReadStoreDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonStoresController>(DashmonStoresController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadStoreDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonTagsController_dashmonCountTags: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/tags',
            authenticateMiddleware([{"DashmonBearer":["tag:read"]},{"DashmonSession":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonTagsController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonTagsController.prototype.dashmonCountTags)),

            async function DashmonTagsController_dashmonCountTags(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonTagsController_dashmonCountTags, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonTagsController>(DashmonTagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCountTags',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonTeamController_dashmonListInvitations: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/team-invitations',
            authenticateMiddleware([{"DashmonBearer":["invitation:read"]},{"DashmonSession":["invitation:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController.prototype.dashmonListInvitations)),

            async function DashmonTeamController_dashmonListInvitations(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonTeamController_dashmonListInvitations, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonTeamController>(DashmonTeamController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListInvitations',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonTeamController_dashmonInviteToTeam: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonTeamInvitationRequest"},
        };
        app.post('/api/user/team-invitations',
            authenticateMiddleware([{"DashmonBearer":["invitation:create"]},{"DashmonSession":["invitation:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController.prototype.dashmonInviteToTeam)),

            async function DashmonTeamController_dashmonInviteToTeam(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonTeamController_dashmonInviteToTeam, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonTeamController>(DashmonTeamController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonInviteToTeam',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonTeamController_dashmonCancelInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                invitationId: {"in":"path","name":"invitationId","required":true,"dataType":"string"},
        };
        app.post('/api/user/team-invitations/:invitationId/cancel',
            authenticateMiddleware([{"DashmonBearer":["invitation:update"]},{"DashmonSession":["invitation:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController.prototype.dashmonCancelInvitation)),

            async function DashmonTeamController_dashmonCancelInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonTeamController_dashmonCancelInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonTeamController>(DashmonTeamController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonCancelInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonTeamController_dashmonAcceptTeamInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonAcceptInvitationRequest"},
        };
        app.post('/api/user/team-invitations/accept',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonTeamController.prototype.dashmonAcceptTeamInvitation)),

            async function DashmonTeamController_dashmonAcceptTeamInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonTeamController_dashmonAcceptTeamInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonTeamController>(DashmonTeamController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonAcceptTeamInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonReadPreferences: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/preferences',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonReadPreferences)),

            async function DashmonUserController_dashmonReadPreferences(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonReadPreferences, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadPreferences',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonSetTimezone: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonTimezoneRequest"},
        };
        app.put('/api/user/preferences/timezone',
            authenticateMiddleware([{"DashmonBearer":["preference:change"]},{"DashmonSession":["preference:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonSetTimezone)),

            async function DashmonUserController_dashmonSetTimezone(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonSetTimezone, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetTimezone',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonReadPermissions: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/permission-foundation',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonReadPermissions)),

            async function DashmonUserController_dashmonReadPermissions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonReadPermissions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadPermissions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonSetContext: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonAccountContextRequest"},
        };
        app.post('/api/user/account-context',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonSetContext)),

            async function DashmonUserController_dashmonSetContext(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonSetContext, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonSetContext',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonReadTokenStatus: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/api-token',
            authenticateMiddleware([{"DashmonBearer":["token:read"]},{"DashmonSession":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonReadTokenStatus)),

            async function DashmonUserController_dashmonReadTokenStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonReadTokenStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadTokenStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonListApiTokens: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/api-tokens',
            authenticateMiddleware([{"DashmonBearer":["token:read"]},{"DashmonSession":["token:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonListApiTokens)),

            async function DashmonUserController_dashmonListApiTokens(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonListApiTokens, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonListApiTokens',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonMakeApiToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DashmonApiTokenRequest"},
        };
        app.post('/api/user/api-tokens',
            authenticateMiddleware([{"DashmonBearer":["token:create"]},{"DashmonSession":["token:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonMakeApiToken)),

            async function DashmonUserController_dashmonMakeApiToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonMakeApiToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonMakeApiToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonDeleteApiToken: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                tokenId: {"in":"path","name":"tokenId","required":true,"dataType":"string"},
        };
        app.delete('/api/user/api-tokens/:tokenId',
            authenticateMiddleware([{"DashmonBearer":["token:delete"]},{"DashmonSession":["token:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonDeleteApiToken)),

            async function DashmonUserController_dashmonDeleteApiToken(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonDeleteApiToken, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonDeleteApiToken',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDashmonUserController_dashmonReadPosture: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/user/integration-posture',
            authenticateMiddleware([{"DashmonBearer":["self"]},{"DashmonSession":["self"]}]),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController)),
            ...(fetchMiddlewares<RequestHandler>(DashmonUserController.prototype.dashmonReadPosture)),

            async function DashmonUserController_dashmonReadPosture(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDashmonUserController_dashmonReadPosture, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DashmonUserController>(DashmonUserController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'dashmonReadPosture',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_listWorkspaces: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/workspaces',
            authenticateMiddleware([{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.listWorkspaces)),

            async function WorkspacesController_listWorkspaces(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_listWorkspaces, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listWorkspaces',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_createWorkspace: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"WorkspaceInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/workspaces',
            authenticateMiddleware([{"ApiKey":["workspace:create"]},{"Bearer":["workspace:create"]},{"Session":["workspace:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.createWorkspace)),

            async function WorkspacesController_createWorkspace(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_createWorkspace, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createWorkspace',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_batchWorkspaces: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"WorkspaceBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/workspaces/batch',
            authenticateMiddleware([{"ApiKey":["workspace:change"]},{"Bearer":["workspace:change"]},{"Session":["workspace:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.batchWorkspaces)),

            async function WorkspacesController_batchWorkspaces(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_batchWorkspaces, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchWorkspaces',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_readWorkspace: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/workspaces/:id',
            authenticateMiddleware([{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.readWorkspace)),

            async function WorkspacesController_readWorkspace(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_readWorkspace, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readWorkspace',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_replaceWorkspace: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"WorkspaceInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/workspaces/:id',
            authenticateMiddleware([{"ApiKey":["workspace:update"]},{"Bearer":["workspace:update"]},{"Session":["workspace:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.replaceWorkspace)),

            async function WorkspacesController_replaceWorkspace(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_replaceWorkspace, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceWorkspace',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_patchWorkspace: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/workspaces/:id',
            authenticateMiddleware([{"ApiKey":["workspace:update"]},{"Bearer":["workspace:update"]},{"Session":["workspace:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.patchWorkspace)),

            async function WorkspacesController_patchWorkspace(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_patchWorkspace, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchWorkspace',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_deleteWorkspace: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/workspaces/:id',
            authenticateMiddleware([{"ApiKey":["workspace:delete"]},{"Bearer":["workspace:delete"]},{"Session":["workspace:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.deleteWorkspace)),

            async function WorkspacesController_deleteWorkspace(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_deleteWorkspace, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteWorkspace',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsWorkspacesController_listWorkspaceHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/workspaces/:id/history',
            authenticateMiddleware([{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController)),
            ...(fetchMiddlewares<RequestHandler>(WorkspacesController.prototype.listWorkspaceHistory)),

            async function WorkspacesController_listWorkspaceHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsWorkspacesController_listWorkspaceHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<WorkspacesController>(WorkspacesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listWorkspaceHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_listUsers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/users',
            authenticateMiddleware([{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.listUsers)),

            async function UsersController_listUsers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_listUsers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listUsers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_createUser: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"UserInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/users',
            authenticateMiddleware([{"ApiKey":["user:create"]},{"Bearer":["user:create"]},{"Session":["user:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.createUser)),

            async function UsersController_createUser(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_createUser, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createUser',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_batchUsers: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"UserBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/users/batch',
            authenticateMiddleware([{"ApiKey":["user:change"]},{"Bearer":["user:change"]},{"Session":["user:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.batchUsers)),

            async function UsersController_batchUsers(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_batchUsers, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchUsers',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_readUser: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/users/:id',
            authenticateMiddleware([{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.readUser)),

            async function UsersController_readUser(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_readUser, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readUser',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_replaceUser: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"UserInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/users/:id',
            authenticateMiddleware([{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.replaceUser)),

            async function UsersController_replaceUser(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_replaceUser, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceUser',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_patchUser: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/users/:id',
            authenticateMiddleware([{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.patchUser)),

            async function UsersController_patchUser(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_patchUser, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchUser',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_deleteUser: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/users/:id',
            authenticateMiddleware([{"ApiKey":["user:delete"]},{"Bearer":["user:delete"]},{"Session":["user:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.deleteUser)),

            async function UsersController_deleteUser(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_deleteUser, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteUser',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsUsersController_listUserHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/users/:id/history',
            authenticateMiddleware([{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(UsersController)),
            ...(fetchMiddlewares<RequestHandler>(UsersController.prototype.listUserHistory)),

            async function UsersController_listUserHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUsersController_listUserHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UsersController>(UsersController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listUserHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_listTags: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tags',
            authenticateMiddleware([{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.listTags)),

            async function TagsController_listTags(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_listTags, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listTags',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_createTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TagInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/tags',
            authenticateMiddleware([{"ApiKey":["tag:create"]},{"Bearer":["tag:create"]},{"Session":["tag:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.createTag)),

            async function TagsController_createTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_createTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_batchTags: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"TagBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/tags/batch',
            authenticateMiddleware([{"ApiKey":["tag:change"]},{"Bearer":["tag:change"]},{"Session":["tag:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.batchTags)),

            async function TagsController_batchTags(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_batchTags, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchTags',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_readTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tags/:id',
            authenticateMiddleware([{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.readTag)),

            async function TagsController_readTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_readTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_replaceTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"TagInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/tags/:id',
            authenticateMiddleware([{"ApiKey":["tag:update"]},{"Bearer":["tag:update"]},{"Session":["tag:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.replaceTag)),

            async function TagsController_replaceTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_replaceTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_patchTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/tags/:id',
            authenticateMiddleware([{"ApiKey":["tag:update"]},{"Bearer":["tag:update"]},{"Session":["tag:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.patchTag)),

            async function TagsController_patchTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_patchTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_deleteTag: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/tags/:id',
            authenticateMiddleware([{"ApiKey":["tag:delete"]},{"Bearer":["tag:delete"]},{"Session":["tag:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.deleteTag)),

            async function TagsController_deleteTag(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_deleteTag, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteTag',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsTagsController_listTagHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/tags/:id/history',
            authenticateMiddleware([{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(TagsController)),
            ...(fetchMiddlewares<RequestHandler>(TagsController.prototype.listTagHistory)),

            async function TagsController_listTagHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsTagsController_listTagHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<TagsController>(TagsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listTagHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_listSettings: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/settings',
            authenticateMiddleware([{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.listSettings)),

            async function SettingsController_listSettings(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_listSettings, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listSettings',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_createSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SettingInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/settings',
            authenticateMiddleware([{"ApiKey":["setting:create"]},{"Bearer":["setting:create"]},{"Session":["setting:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.createSetting)),

            async function SettingsController_createSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_createSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_batchSettings: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"SettingBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/settings/batch',
            authenticateMiddleware([{"ApiKey":["setting:change"]},{"Bearer":["setting:change"]},{"Session":["setting:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.batchSettings)),

            async function SettingsController_batchSettings(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_batchSettings, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchSettings',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_readSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/settings/:id',
            authenticateMiddleware([{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.readSetting)),

            async function SettingsController_readSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_readSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_replaceSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"SettingInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/settings/:id',
            authenticateMiddleware([{"ApiKey":["setting:update"]},{"Bearer":["setting:update"]},{"Session":["setting:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.replaceSetting)),

            async function SettingsController_replaceSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_replaceSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_patchSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/settings/:id',
            authenticateMiddleware([{"ApiKey":["setting:update"]},{"Bearer":["setting:update"]},{"Session":["setting:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.patchSetting)),

            async function SettingsController_patchSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_patchSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_deleteSetting: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/settings/:id',
            authenticateMiddleware([{"ApiKey":["setting:delete"]},{"Bearer":["setting:delete"]},{"Session":["setting:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.deleteSetting)),

            async function SettingsController_deleteSetting(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_deleteSetting, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteSetting',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSettingsController_listSettingHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/settings/:id/history',
            authenticateMiddleware([{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SettingsController)),
            ...(fetchMiddlewares<RequestHandler>(SettingsController.prototype.listSettingHistory)),

            async function SettingsController_listSettingHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSettingsController_listSettingHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SettingsController>(SettingsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listSettingHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_listProxies: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/proxies',
            authenticateMiddleware([{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.listProxies)),

            async function ProxiesController_listProxies(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_listProxies, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listProxies',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_createProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ProxyInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/proxies',
            authenticateMiddleware([{"ApiKey":["proxy:create"]},{"Bearer":["proxy:create"]},{"Session":["proxy:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.createProxy)),

            async function ProxiesController_createProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_createProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_batchProxies: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ProxyBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/proxies/batch',
            authenticateMiddleware([{"ApiKey":["proxy:change"]},{"Bearer":["proxy:change"]},{"Session":["proxy:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.batchProxies)),

            async function ProxiesController_batchProxies(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_batchProxies, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchProxies',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_readProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/proxies/:id',
            authenticateMiddleware([{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.readProxy)),

            async function ProxiesController_readProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_readProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_replaceProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ProxyInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/proxies/:id',
            authenticateMiddleware([{"ApiKey":["proxy:update"]},{"Bearer":["proxy:update"]},{"Session":["proxy:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.replaceProxy)),

            async function ProxiesController_replaceProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_replaceProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_patchProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/proxies/:id',
            authenticateMiddleware([{"ApiKey":["proxy:update"]},{"Bearer":["proxy:update"]},{"Session":["proxy:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.patchProxy)),

            async function ProxiesController_patchProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_patchProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_deleteProxy: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/proxies/:id',
            authenticateMiddleware([{"ApiKey":["proxy:delete"]},{"Bearer":["proxy:delete"]},{"Session":["proxy:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.deleteProxy)),

            async function ProxiesController_deleteProxy(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_deleteProxy, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteProxy',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProxiesController_listProxyHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/proxies/:id/history',
            authenticateMiddleware([{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController)),
            ...(fetchMiddlewares<RequestHandler>(ProxiesController.prototype.listProxyHistory)),

            async function ProxiesController_listProxyHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProxiesController_listProxyHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProxiesController>(ProxiesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listProxyHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_listProjects: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/projects',
            authenticateMiddleware([{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.listProjects)),

            async function ProjectsController_listProjects(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_listProjects, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listProjects',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_createProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ProjectInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/projects',
            authenticateMiddleware([{"ApiKey":["project:create"]},{"Bearer":["project:create"]},{"Session":["project:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.createProject)),

            async function ProjectsController_createProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_createProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_batchProjects: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ProjectBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/projects/batch',
            authenticateMiddleware([{"ApiKey":["project:change"]},{"Bearer":["project:change"]},{"Session":["project:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.batchProjects)),

            async function ProjectsController_batchProjects(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_batchProjects, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchProjects',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_readProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/projects/:id',
            authenticateMiddleware([{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.readProject)),

            async function ProjectsController_readProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_readProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_replaceProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"ProjectInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/projects/:id',
            authenticateMiddleware([{"ApiKey":["project:update"]},{"Bearer":["project:update"]},{"Session":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.replaceProject)),

            async function ProjectsController_replaceProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_replaceProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_patchProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/projects/:id',
            authenticateMiddleware([{"ApiKey":["project:update"]},{"Bearer":["project:update"]},{"Session":["project:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.patchProject)),

            async function ProjectsController_patchProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_patchProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_deleteProject: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/projects/:id',
            authenticateMiddleware([{"ApiKey":["project:delete"]},{"Bearer":["project:delete"]},{"Session":["project:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.deleteProject)),

            async function ProjectsController_deleteProject(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_deleteProject, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteProject',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsProjectsController_listProjectHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/projects/:id/history',
            authenticateMiddleware([{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController)),
            ...(fetchMiddlewares<RequestHandler>(ProjectsController.prototype.listProjectHistory)),

            async function ProjectsController_listProjectHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsProjectsController_listProjectHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ProjectsController>(ProjectsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listProjectHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_listPreferences: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/preferences',
            authenticateMiddleware([{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.listPreferences)),

            async function PreferencesController_listPreferences(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_listPreferences, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPreferences',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_createPreference: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PreferenceInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/preferences',
            authenticateMiddleware([{"ApiKey":["preference:create"]},{"Bearer":["preference:create"]},{"Session":["preference:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.createPreference)),

            async function PreferencesController_createPreference(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_createPreference, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createPreference',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_batchPreferences: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PreferenceBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/preferences/batch',
            authenticateMiddleware([{"ApiKey":["preference:change"]},{"Bearer":["preference:change"]},{"Session":["preference:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.batchPreferences)),

            async function PreferencesController_batchPreferences(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_batchPreferences, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchPreferences',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_readPreference: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/preferences/:id',
            authenticateMiddleware([{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.readPreference)),

            async function PreferencesController_readPreference(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_readPreference, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readPreference',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_replacePreference: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"PreferenceInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/preferences/:id',
            authenticateMiddleware([{"ApiKey":["preference:update"]},{"Bearer":["preference:update"]},{"Session":["preference:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.replacePreference)),

            async function PreferencesController_replacePreference(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_replacePreference, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replacePreference',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_patchPreference: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/preferences/:id',
            authenticateMiddleware([{"ApiKey":["preference:update"]},{"Bearer":["preference:update"]},{"Session":["preference:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.patchPreference)),

            async function PreferencesController_patchPreference(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_patchPreference, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchPreference',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_deletePreference: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/preferences/:id',
            authenticateMiddleware([{"ApiKey":["preference:delete"]},{"Bearer":["preference:delete"]},{"Session":["preference:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.deletePreference)),

            async function PreferencesController_deletePreference(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_deletePreference, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deletePreference',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPreferencesController_listPreferenceHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/preferences/:id/history',
            authenticateMiddleware([{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController)),
            ...(fetchMiddlewares<RequestHandler>(PreferencesController.prototype.listPreferenceHistory)),

            async function PreferencesController_listPreferenceHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPreferencesController_listPreferenceHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PreferencesController>(PreferencesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listPreferenceHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_listMemberships: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/memberships',
            authenticateMiddleware([{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.listMemberships)),

            async function MembershipsController_listMemberships(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_listMemberships, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMemberships',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_createMembership: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"MembershipInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/memberships',
            authenticateMiddleware([{"ApiKey":["membership:create"]},{"Bearer":["membership:create"]},{"Session":["membership:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.createMembership)),

            async function MembershipsController_createMembership(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_createMembership, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createMembership',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_batchMemberships: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"MembershipBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/memberships/batch',
            authenticateMiddleware([{"ApiKey":["membership:change"]},{"Bearer":["membership:change"]},{"Session":["membership:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.batchMemberships)),

            async function MembershipsController_batchMemberships(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_batchMemberships, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchMemberships',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_readMembership: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/memberships/:id',
            authenticateMiddleware([{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.readMembership)),

            async function MembershipsController_readMembership(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_readMembership, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readMembership',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_replaceMembership: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MembershipInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/memberships/:id',
            authenticateMiddleware([{"ApiKey":["membership:update"]},{"Bearer":["membership:update"]},{"Session":["membership:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.replaceMembership)),

            async function MembershipsController_replaceMembership(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_replaceMembership, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceMembership',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_patchMembership: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/memberships/:id',
            authenticateMiddleware([{"ApiKey":["membership:update"]},{"Bearer":["membership:update"]},{"Session":["membership:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.patchMembership)),

            async function MembershipsController_patchMembership(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_patchMembership, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchMembership',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_deleteMembership: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/memberships/:id',
            authenticateMiddleware([{"ApiKey":["membership:delete"]},{"Bearer":["membership:delete"]},{"Session":["membership:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.deleteMembership)),

            async function MembershipsController_deleteMembership(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_deleteMembership, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteMembership',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMembershipsController_listMembershipHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/memberships/:id/history',
            authenticateMiddleware([{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController)),
            ...(fetchMiddlewares<RequestHandler>(MembershipsController.prototype.listMembershipHistory)),

            async function MembershipsController_listMembershipHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMembershipsController_listMembershipHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MembershipsController>(MembershipsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMembershipHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_listMaintenances: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/maintenances',
            authenticateMiddleware([{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.listMaintenances)),

            async function MaintenancesController_listMaintenances(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_listMaintenances, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMaintenances',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_createMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"MaintenanceInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/maintenances',
            authenticateMiddleware([{"ApiKey":["maintenance:create"]},{"Bearer":["maintenance:create"]},{"Session":["maintenance:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.createMaintenance)),

            async function MaintenancesController_createMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_createMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_batchMaintenances: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"MaintenanceBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/maintenances/batch',
            authenticateMiddleware([{"ApiKey":["maintenance:change"]},{"Bearer":["maintenance:change"]},{"Session":["maintenance:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.batchMaintenances)),

            async function MaintenancesController_batchMaintenances(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_batchMaintenances, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchMaintenances',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_readMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/maintenances/:id',
            authenticateMiddleware([{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.readMaintenance)),

            async function MaintenancesController_readMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_readMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_replaceMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MaintenanceInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/maintenances/:id',
            authenticateMiddleware([{"ApiKey":["maintenance:update"]},{"Bearer":["maintenance:update"]},{"Session":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.replaceMaintenance)),

            async function MaintenancesController_replaceMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_replaceMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_patchMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/maintenances/:id',
            authenticateMiddleware([{"ApiKey":["maintenance:update"]},{"Bearer":["maintenance:update"]},{"Session":["maintenance:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.patchMaintenance)),

            async function MaintenancesController_patchMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_patchMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_deleteMaintenance: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/maintenances/:id',
            authenticateMiddleware([{"ApiKey":["maintenance:delete"]},{"Bearer":["maintenance:delete"]},{"Session":["maintenance:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.deleteMaintenance)),

            async function MaintenancesController_deleteMaintenance(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_deleteMaintenance, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteMaintenance',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsMaintenancesController_listMaintenanceHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/maintenances/:id/history',
            authenticateMiddleware([{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController)),
            ...(fetchMiddlewares<RequestHandler>(MaintenancesController.prototype.listMaintenanceHistory)),

            async function MaintenancesController_listMaintenanceHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsMaintenancesController_listMaintenanceHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<MaintenancesController>(MaintenancesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listMaintenanceHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_listInvitations: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/invitations',
            authenticateMiddleware([{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.listInvitations)),

            async function InvitationsController_listInvitations(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_listInvitations, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listInvitations',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_batchInvitations: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"InvitationBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/invitations/batch',
            authenticateMiddleware([{"ApiKey":["invitation:change"]},{"Bearer":["invitation:change"]},{"Session":["invitation:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.batchInvitations)),

            async function InvitationsController_batchInvitations(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_batchInvitations, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchInvitations',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_readInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/invitations/:id',
            authenticateMiddleware([{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.readInvitation)),

            async function InvitationsController_readInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_readInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_replaceInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"InvitationInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/invitations/:id',
            authenticateMiddleware([{"ApiKey":["invitation:update"]},{"Bearer":["invitation:update"]},{"Session":["invitation:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.replaceInvitation)),

            async function InvitationsController_replaceInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_replaceInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_patchInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/invitations/:id',
            authenticateMiddleware([{"ApiKey":["invitation:update"]},{"Bearer":["invitation:update"]},{"Session":["invitation:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.patchInvitation)),

            async function InvitationsController_patchInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_patchInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_deleteInvitation: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/invitations/:id',
            authenticateMiddleware([{"ApiKey":["invitation:delete"]},{"Bearer":["invitation:delete"]},{"Session":["invitation:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.deleteInvitation)),

            async function InvitationsController_deleteInvitation(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_deleteInvitation, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteInvitation',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsInvitationsController_listInvitationHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/invitations/:id/history',
            authenticateMiddleware([{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController)),
            ...(fetchMiddlewares<RequestHandler>(InvitationsController.prototype.listInvitationHistory)),

            async function InvitationsController_listInvitationHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsInvitationsController_listInvitationHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<InvitationsController>(InvitationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listInvitationHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_listDevices: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/devices',
            authenticateMiddleware([{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.listDevices)),

            async function DevicesController_listDevices(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_listDevices, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listDevices',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_createDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DeviceInput"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/devices',
            authenticateMiddleware([{"ApiKey":["device:create"]},{"Bearer":["device:create"]},{"Session":["device:create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.createDevice)),

            async function DevicesController_createDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_createDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'createDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_batchDevices: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"DeviceBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/devices/batch',
            authenticateMiddleware([{"ApiKey":["device:change"]},{"Bearer":["device:change"]},{"Session":["device:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.batchDevices)),

            async function DevicesController_batchDevices(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_batchDevices, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchDevices',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_readDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/devices/:id',
            authenticateMiddleware([{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.readDevice)),

            async function DevicesController_readDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_readDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_replaceDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"DeviceInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/devices/:id',
            authenticateMiddleware([{"ApiKey":["device:update"]},{"Bearer":["device:update"]},{"Session":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.replaceDevice)),

            async function DevicesController_replaceDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_replaceDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_patchDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/devices/:id',
            authenticateMiddleware([{"ApiKey":["device:update"]},{"Bearer":["device:update"]},{"Session":["device:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.patchDevice)),

            async function DevicesController_patchDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_patchDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_deleteDevice: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.delete('/api/v2/devices/:id',
            authenticateMiddleware([{"ApiKey":["device:delete"]},{"Bearer":["device:delete"]},{"Session":["device:delete"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.deleteDevice)),

            async function DevicesController_deleteDevice(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_deleteDevice, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deleteDevice',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDevicesController_listDeviceHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/devices/:id/history',
            authenticateMiddleware([{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DevicesController)),
            ...(fetchMiddlewares<RequestHandler>(DevicesController.prototype.listDeviceHistory)),

            async function DevicesController_listDeviceHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDevicesController_listDeviceHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DevicesController>(DevicesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listDeviceHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_listCredentials: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
                cursor: {"in":"query","name":"cursor","dataType":"string"},
                sort: {"in":"query","name":"sort","dataType":"string"},
                filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
                at: {"in":"query","name":"at","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/credentials',
            authenticateMiddleware([{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.listCredentials)),

            async function CredentialsController_listCredentials(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_listCredentials, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listCredentials',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_batchCredentials: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CredentialBatch"},
                _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.post('/api/v2/credentials/batch',
            authenticateMiddleware([{"ApiKey":["credential:change"]},{"Bearer":["credential:change"]},{"Session":["credential:change"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.batchCredentials)),

            async function CredentialsController_batchCredentials(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_batchCredentials, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'batchCredentials',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_readCredential: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                at: {"in":"query","name":"at","dataType":"string"},
                _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/credentials/:id',
            authenticateMiddleware([{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.readCredential)),

            async function CredentialsController_readCredential(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_readCredential, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'readCredential',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_replaceCredential: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"CredentialInput"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.put('/api/v2/credentials/:id',
            authenticateMiddleware([{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.replaceCredential)),

            async function CredentialsController_replaceCredential(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_replaceCredential, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'replaceCredential',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_patchCredential: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
                _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.patch('/api/v2/credentials/:id',
            authenticateMiddleware([{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.patchCredential)),

            async function CredentialsController_patchCredential(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_patchCredential, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'patchCredential',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsCredentialsController_listCredentialHistory: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"dataType":"string"},
                limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
                _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
        };
        app.get('/api/v2/credentials/:id/history',
            authenticateMiddleware([{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}]),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController)),
            ...(fetchMiddlewares<RequestHandler>(CredentialsController.prototype.listCredentialHistory)),

            async function CredentialsController_listCredentialHistory(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsCredentialsController_listCredentialHistory, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<CredentialsController>(CredentialsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'listCredentialHistory',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa


    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
        return async function runAuthenticationMiddleware(request: any, response: any, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            // keep track of failed auth attempts so we can hand back the most
            // recent one.  This behavior was previously existing so preserving it
            // here
            const failedAttempts: any[] = [];
            const pushAndRethrow = (error: any) => {
                failedAttempts.push(error);
                throw error;
            };

            const secMethodOrPromises: Promise<any>[] = [];
            for (const secMethod of security) {
                if (Object.keys(secMethod).length > 1) {
                    const secMethodAndPromises: Promise<any>[] = [];

                    for (const name in secMethod) {
                        secMethodAndPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }

                    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

                    secMethodOrPromises.push(Promise.all(secMethodAndPromises)
                        .then(users => { return users[0]; }));
                } else {
                    for (const name in secMethod) {
                        secMethodOrPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }
                }
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            try {
                request['user'] = await Promise.any(secMethodOrPromises);

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }

                next();
            }
            catch(err) {
                // Show most recent error as response
                const error = failedAttempts.pop();
                error.status = error.status || 401;

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }
                next(error);
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        }
    }

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
}

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
