// Written by `npm run generate` from the controllers, by tsoa with scripts/routes.hbs. Not to be changed by hand.
import type { TsoaRoute } from '@tsoa/runtime';
import type { IRouter } from 'express';
import { operationsOn } from '../http/operations/operations-on.js';
import { MetaController } from './../surfaces/v6direct/meta-controller.js';
import { StatsController } from './../surfaces/v6direct/stats-controller.js';
import { DashPadMetaController } from './../surfaces/dashpad/meta-controller.js';
import { DashPadMetricsController } from './../surfaces/dashpad/metrics-controller.js';
import { DashPadListsController } from './../surfaces/dashpad/lists-controller.js';
import { SchedulerController } from './../surfaces/dashpad/scheduler-controller.js';
import { NodesController } from './../surfaces/native/nodes-controller.js';
import { AuditController } from './../surfaces/native/audit-controller.js';
import { CompletenessController } from './../surfaces/native/completeness-controller.js';
import { MetricsController } from './../surfaces/native/metrics-controller.js';
import { QueryController } from './../surfaces/native/query-controller.js';
import { LogsController } from './../surfaces/native/logs-controller.js';
import { HealthController } from './../surfaces/native/health-controller.js';
import { AuthController } from './../surfaces/native/auth-controller.js';
import { AuthLinksController } from './../surfaces/native/auth-links-controller.js';
import { EnrollmentController } from './../surfaces/native/enrollment-controller.js';
import { AuthTokensController } from './../surfaces/native/auth-tokens-controller.js';
import { TwoFactorController } from './../surfaces/native/two-factor-controller.js';
import { TokensController } from './configuration/token-controller.js';
import { TokenSecretsController } from './../surfaces/native/token-secrets-controller.js';
import { NezhaServerController } from './../surfaces/nezha/server-controller.js';
import { NezhaAdminController } from './../surfaces/nezha/admin-controller.js';
import { NezhaRefusedController } from './../surfaces/nezha/refused-controller.js';
import { PeekapingSystemController } from './../surfaces/peekaping/system-controller.js';
import { PeekapingAuthController } from './../surfaces/peekaping/auth-controller.js';
import { PeekapingApiKeysController } from './../surfaces/peekaping/api-keys-controller.js';
import { PeekapingTagsController } from './../surfaces/peekaping/tags-controller.js';
import { PeekapingProxiesController } from './../surfaces/peekaping/proxies-controller.js';
import { PeekapingMaintenancesController } from './../surfaces/peekaping/maintenances-controller.js';
import { PeekapingSettingsController } from './../surfaces/peekaping/settings-controller.js';
import { PeekapingMonitorsController } from './../surfaces/peekaping/monitors-controller.js';
import { DashmonAuthController } from './../surfaces/dashmon/auth-controller.js';
import { DashmonBillingController } from './../surfaces/dashmon/billing-controller.js';
import { DashmonDevicesController } from './../surfaces/dashmon/devices-controller.js';
import { DashmonMaintenanceController } from './../surfaces/dashmon/maintenance-controller.js';
import { DashmonMetaController } from './../surfaces/dashmon/meta-controller.js';
import { DashmonProjectsController } from './../surfaces/dashmon/projects-controller.js';
import { DashmonStoresController } from './../surfaces/dashmon/stores-controller.js';
import { DashmonTagsController } from './../surfaces/dashmon/tags-controller.js';
import { DashmonTeamController } from './../surfaces/dashmon/team-controller.js';
import { DashmonUserController } from './../surfaces/dashmon/user-controller.js';
import { WorkspacesController } from './configuration/workspace-controller.js';
import { UsersController } from './configuration/user-controller.js';
import { TagsController } from './configuration/tag-controller.js';
import { SettingsController } from './configuration/setting-controller.js';
import { ProxiesController } from './configuration/proxy-controller.js';
import { ProjectsController } from './configuration/project-controller.js';
import { PreferencesController } from './configuration/preference-controller.js';
import { MembershipsController } from './configuration/membership-controller.js';
import { MaintenancesController } from './configuration/maintenance-controller.js';
import { InvitationsController } from './configuration/invitation-controller.js';
import { DevicesController } from './configuration/device-controller.js';
import { CredentialsController } from './configuration/credential-controller.js';

const models: TsoaRoute.Models = {
  "ErrorDetail": {
    "dataType": "refObject",
    "properties": {
      "detail": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "ServerError": {
    "dataType": "refObject",
    "properties": {
      "detail": {"dataType":"string","required":true},
      "type": {"dataType":"enum","enums":["server_error"],"required":true},
    },
    "additionalProperties": false,
  },
  "FieldError": {
    "dataType": "refObject",
    "properties": {
      "field": {"dataType":"string","required":true},
      "message": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "NezhaError": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"double","required":true},
      "message": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingError": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"enum","enums":[null],"required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingLockout": {
    "dataType": "refObject",
    "properties": {
      "success": {"dataType":"boolean","required":true},
      "message": {"dataType":"string","required":true},
      "retry_after": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonError": {
    "dataType": "refObject",
    "properties": {
      "error": {"dataType":"string","required":true},
      "message": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
  "Record_string.string_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"validators":{}},
  },
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
  "RateLimitError": {
    "dataType": "refObject",
    "properties": {
      "error": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "Health": {
    "dataType": "refObject",
    "properties": {
      "status": {"dataType":"enum","enums":["ok"],"required":true},
      "uptime_seconds": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
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
  "Record_string.unknown_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"validators":{}},
  },
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
  "HTTPValidationError": {
    "dataType": "refObject",
    "properties": {
      "detail": {"dataType":"array","array":{"dataType":"refObject","ref":"ValidationError"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "RefreshRequest": {
    "dataType": "refObject",
    "properties": {
      "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
      "full": {"dataType":"boolean","default":false},
    },
    "additionalProperties": false,
  },
  "ServerInfo": {
    "dataType": "refObject",
    "properties": {
      "hostname": {"dataType":"string","required":true},
      "platform": {"dataType":"string","required":true},
      "python_version": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "ApiConfig": {
    "dataType": "refObject",
    "properties": {
      "authentication_enabled": {"dataType":"boolean","required":true},
      "cors_origins": {"dataType":"array","array":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
  "SchedulerConfig": {
    "dataType": "refObject",
    "properties": {
      "metrics_interval": {"dataType":"integer","required":true},
      "logs_interval": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "NetdataIntegration": {
    "dataType": "refObject",
    "properties": {
      "enabled": {"dataType":"boolean","required":true},
      "url": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "Integrations": {
    "dataType": "refObject",
    "properties": {
      "netdata": {"ref":"NetdataIntegration","required":true},
    },
    "additionalProperties": false,
  },
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
  "Thresholds": {
    "dataType": "refObject",
    "properties": {
      "warning": {"dataType":"double","required":true},
      "critical": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
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
  "Record_string.MetricModule_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"MetricModule"},"validators":{}},
  },
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
  "Record_string.LogModule_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"LogModule"},"validators":{}},
  },
  "CronModule": {
    "dataType": "refObject",
    "properties": {
      "enabled": {"dataType":"boolean","required":true},
      "display_name": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "AlertsModule": {
    "dataType": "refObject",
    "properties": {
      "enabled": {"dataType":"boolean","required":true},
      "display_name": {"dataType":"string","required":true},
      "sources": {"dataType":"array","array":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "MetricStatus": {
    "dataType": "refAlias",
    "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["good"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["critical"]},{"dataType":"enum","enums":["unknown"]}],"validators":{}},
  },
  "CpuUsage": {
    "dataType": "refObject",
    "properties": {
      "usage_percent": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "CpuMetric": {
    "dataType": "refObject",
    "properties": {
      "source": {"dataType":"string","required":true},
      "status": {"ref":"MetricStatus","required":true},
      "data": {"ref":"CpuUsage","required":true},
    },
    "additionalProperties": false,
  },
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
  "RamMetric": {
    "dataType": "refObject",
    "properties": {
      "source": {"dataType":"string","required":true},
      "status": {"ref":"MetricStatus","required":true},
      "data": {"ref":"RamUsage","required":true},
    },
    "additionalProperties": false,
  },
  "SystemUptime": {
    "dataType": "refObject",
    "properties": {
      "uptime_seconds": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
      "human_readable": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "UptimeMetric": {
    "dataType": "refObject",
    "properties": {
      "source": {"dataType":"string","required":true},
      "status": {"ref":"MetricStatus","required":true},
      "data": {"ref":"SystemUptime","required":true},
    },
    "additionalProperties": false,
  },
  "EnabledMetrics": {
    "dataType": "refObject",
    "properties": {
      "cpu": {"ref":"CpuMetric"},
      "ram": {"ref":"RamMetric"},
      "uptime": {"ref":"UptimeMetric"},
    },
    "additionalProperties": false,
  },
  "LogContent": {
    "dataType": "refObject",
    "properties": {
      "content": {"ref":"Record_string.string_","required":true},
      "total_lines": {"dataType":"integer","required":true},
      "returned_lines": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "Record_string.LogContent_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"LogContent"},"validators":{}},
  },
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
  "ListStatus": {
    "dataType": "refAlias",
    "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["normal"]},{"dataType":"enum","enums":["warning"]},{"dataType":"enum","enums":["critical"]}],"validators":{}},
  },
  "CronSummary": {
    "dataType": "refObject",
    "properties": {
      "cron_tasks": {"dataType":"array","array":{"dataType":"refObject","ref":"CronTask"},"required":true},
      "status": {"ref":"ListStatus","required":true},
    },
    "additionalProperties": false,
  },
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
  "AlertSummary": {
    "dataType": "refObject",
    "properties": {
      "alerts": {"dataType":"array","array":{"dataType":"refObject","ref":"NetdataAlert"},"required":true},
      "status": {"ref":"ListStatus","required":true},
    },
    "additionalProperties": false,
  },
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
  "Record_string.IncrementalLogContent_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"ref":"IncrementalLogContent"},"validators":{}},
  },
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
  "CronStats": {
    "dataType": "refObject",
    "properties": {
      "total_tasks": {"dataType":"integer","required":true},
      "next_task_minutes": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "AlertCounts": {
    "dataType": "refObject",
    "properties": {
      "WARNING": {"dataType":"integer","required":true},
      "CRITICAL": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "AlertStats": {
    "dataType": "refObject",
    "properties": {
      "total": {"dataType":"integer","required":true},
      "by_status": {"ref":"AlertCounts","required":true},
    },
    "additionalProperties": false,
  },
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
  "PastMoment": {
    "dataType": "refObject",
    "properties": {
      "at": {"dataType":"string","required":true},
      "readings_kept_since": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "NodeList": {
    "dataType": "refObject",
    "properties": {
      "nodes": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeSummary"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
      "past": {"ref":"PastMoment"},
    },
    "additionalProperties": false,
  },
  "NodeCore": {
    "dataType": "refObject",
    "properties": {
      "number": {"dataType":"double","required":true},
      "utilization": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
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
  "NodeTemperature": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "celsius": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
  "NodeFan": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "revolutions_per_minute": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
  "NodeSensors": {
    "dataType": "refObject",
    "properties": {
      "temperatures": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeTemperature"},"required":true},
      "fans": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeFan"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "NodeBatteries": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeBattery"},"required":true},
      "mains_online": {"dataType":"boolean"},
    },
    "additionalProperties": false,
  },
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
  "NodeVoltage": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "volts": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
  "NodeCurrent": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "amperes": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
  "NodePowerDraw": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "watts": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
  "NodeEnergy": {
    "dataType": "refObject",
    "properties": {
      "sensor": {"dataType":"string","required":true},
      "joules": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
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
  "NodeConnectionCount": {
    "dataType": "refObject",
    "properties": {
      "transport": {"dataType":"string","required":true},
      "state": {"dataType":"string","required":true},
      "count": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
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
  "NodeAlerts": {
    "dataType": "refObject",
    "properties": {
      "hostname": {"dataType":"string","required":true},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NodeAlert"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "ChangeActor": {
    "dataType": "refObject",
    "properties": {
      "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["user"]},{"dataType":"enum","enums":["token"]},{"dataType":"enum","enums":["system"]}],"required":true},
      "id": {"dataType":"string","required":true},
      "name": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "AuditedDocument": {
    "dataType": "refObject",
    "properties": {
      "kind": {"dataType":"string","required":true},
      "id": {"dataType":"string","required":true},
      "revision": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
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
  "AuditList": {
    "dataType": "refObject",
    "properties": {
      "entries": {"dataType":"array","array":{"dataType":"refObject","ref":"AuditEntry"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "MetricAttribute": {
    "dataType": "refObject",
    "properties": {
      "key": {"dataType":"string","required":true},
      "values": {"dataType":"array","array":{"dataType":"string"}},
    },
    "additionalProperties": false,
  },
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
  "MetricCatalogue": {
    "dataType": "refObject",
    "properties": {
      "metrics": {"dataType":"array","array":{"dataType":"refObject","ref":"MetricDescription"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "Record_string.number-or-null_": {
    "dataType": "refAlias",
    "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"double"},"validators":{}},
  },
  "StatValues": {
    "dataType": "refAlias",
    "type": {"ref":"Record_string.number-or-null_","validators":{}},
  },
  "ClosedVersion": {
    "dataType": "refObject",
    "properties": {
      "version": {"dataType":"long","required":true},
      "closed_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
      "restated": {"dataType":"boolean","required":true},
    },
    "additionalProperties": false,
  },
  "SeriesPoint": {
    "dataType": "refObject",
    "properties": {
      "time": {"dataType":"string","required":true},
      "values": {"ref":"StatValues","required":true},
      "closed": {"ref":"ClosedVersion"},
    },
    "additionalProperties": false,
  },
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
  "CsvHeaders": {
    "dataType": "refObject",
    "properties": {
      "Statwire-Completeness": {"dataType":"string"},
      "Statwire-Versions": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
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
  "LogSummary": {
    "dataType": "refObject",
    "properties": {
      "log": {"dataType":"string","required":true},
      "total_lines": {"dataType":"long","required":true},
      "last_at": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "LogList": {
    "dataType": "refObject",
    "properties": {
      "node": {"dataType":"string","required":true},
      "logs": {"dataType":"array","array":{"dataType":"refObject","ref":"LogSummary"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "Liveness": {
    "dataType": "refObject",
    "properties": {
      "status": {"dataType":"enum","enums":["ok"],"required":true},
    },
    "additionalProperties": false,
  },
  "Readiness": {
    "dataType": "refObject",
    "properties": {
      "status": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["ok"]},{"dataType":"enum","enums":["unavailable"]}],"required":true},
      "checks": {"ref":"Record_string.string_"},
    },
    "additionalProperties": false,
  },
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
  "SessionBegun": {
    "dataType": "refObject",
    "properties": {
      "user": {"ref":"SignedInUser","required":true},
      "csrf_token": {"dataType":"string","required":true},
      "expires_at": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "SignInRequest": {
    "dataType": "refObject",
    "properties": {
      "login": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":254}}},
      "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
      "code": {"dataType":"string","validators":{"maxLength":{"value":32}}},
    },
    "additionalProperties": false,
  },
  "WorkspaceAccess": {
    "dataType": "refObject",
    "properties": {
      "id": {"dataType":"string","required":true},
      "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
      "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "SignInList": {
    "dataType": "refObject",
    "properties": {
      "sessions": {"dataType":"array","array":{"dataType":"refObject","ref":"SignInSummary"},"required":true},
    },
    "additionalProperties": false,
  },
  "PasswordChange": {
    "dataType": "refObject",
    "properties": {
      "current_password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
      "new_password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
    },
    "additionalProperties": false,
  },
  "FirstAdministratorLink": {
    "dataType": "refObject",
    "properties": {
      "url": {"dataType":"string","required":true},
      "token": {"dataType":"string","required":true},
      "expires_at": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "InvitationSent": {
    "dataType": "refObject",
    "properties": {
      "id": {"dataType":"string","required":true},
      "expires_at": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "InvitationAccepted": {
    "dataType": "refObject",
    "properties": {
      "workspace": {"dataType":"string","required":true},
      "new_user": {"dataType":"boolean","required":true},
    },
    "additionalProperties": false,
  },
  "InvitationAcceptance": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":512}}},
      "password": {"dataType":"string","validators":{"maxLength":{"value":1024}}},
      "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "PasswordResetRequest": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":254}}},
    },
    "additionalProperties": false,
  },
  "PasswordReset": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":512}}},
      "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
    },
    "additionalProperties": false,
  },
  "EnrollmentToken": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"string","required":true},
      "expires_at": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "EnrollmentRequest": {
    "dataType": "refObject",
    "properties": {
      "node": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
      "valid_seconds": {"dataType":"integer","validators":{"minimum":{"value":60},"maximum":{"value":86400}}},
    },
    "additionalProperties": false,
  },
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
  "EnrollmentAcceptance": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
      "public_key": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
    },
    "additionalProperties": false,
  },
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
  "TokenExchange": {
    "dataType": "refObject",
    "properties": {
      "refresh_token": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":2048}}},
    },
    "additionalProperties": false,
  },
  "TwoFactorSecret": {
    "dataType": "refObject",
    "properties": {
      "secret": {"dataType":"string","required":true},
      "provisioning_uri": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "TwoFactorSetupRequest": {
    "dataType": "refObject",
    "properties": {
      "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
    },
    "additionalProperties": false,
  },
  "RecoveryCodes": {
    "dataType": "refObject",
    "properties": {
      "recovery_codes": {"dataType":"array","array":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
  "TwoFactorCode": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"string","required":true,"validators":{"minLength":{"value":6},"maxLength":{"value":6}}},
    },
    "additionalProperties": false,
  },
  "TwoFactorDisableRequest": {
    "dataType": "refObject",
    "properties": {
      "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":1024}}},
      "code": {"dataType":"string","validators":{"maxLength":{"value":32}}},
    },
    "additionalProperties": false,
  },
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
  "TokenList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "BatchFieldError": {
    "dataType": "refObject",
    "properties": {
      "field": {"dataType":"string","required":true},
      "message": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "BatchProblem": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"string","required":true},
      "detail": {"dataType":"string","required":true},
      "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"BatchFieldError"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "BatchResults": {
    "dataType": "refObject",
    "properties": {
      "results": {"dataType":"array","array":{"dataType":"refObject","ref":"BatchResult"},"required":true},
    },
    "additionalProperties": false,
  },
  "MergePatch": {
    "dataType": "refObject",
    "properties": {
    },
    "additionalProperties": {"dataType":"any"},
  },
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
  "TokenBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "TokenHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"TokenRevision"},"required":true},
    },
    "additionalProperties": false,
  },
  "TokenRotation": {
    "dataType": "refObject",
    "properties": {
      "overlap_seconds": {"dataType":"integer","validators":{"isInt":{"errorMsg":"overlap_seconds"},"minimum":{"value":0},"maximum":{"value":604800}}},
    },
    "additionalProperties": false,
  },
  "TokenUsage": {
    "dataType": "refObject",
    "properties": {
      "use_count": {"dataType":"double","required":true},
      "last_used_at": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "NezhaServerList": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"double","required":true},
      "message": {"dataType":"string","required":true},
      "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaServer"}},
    },
    "additionalProperties": false,
  },
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
  "NezhaTemperature": {
    "dataType": "refObject",
    "properties": {
      "Name": {"dataType":"string","required":true},
      "Temperature": {"dataType":"double","required":true},
    },
    "additionalProperties": false,
  },
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
  "NezhaServerDetailsList": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"double","required":true},
      "message": {"dataType":"string","required":true},
      "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaServerDetails"}},
    },
    "additionalProperties": false,
  },
  "NezhaRegistered": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"integer","required":true},
      "message": {"dataType":"string","required":true},
      "secret": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "NezhaToken": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"string","required":true},
      "note": {"dataType":"string","required":true},
      "id": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "NezhaTokenList": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"integer","required":true},
      "message": {"dataType":"string"},
      "result": {"dataType":"array","array":{"dataType":"refObject","ref":"NezhaToken"}},
    },
    "additionalProperties": false,
  },
  "NezhaTokenMade": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"integer","required":true},
      "message": {"dataType":"string"},
      "result": {"ref":"NezhaToken"},
    },
    "additionalProperties": false,
  },
  "NezhaTokenForm": {
    "dataType": "refObject",
    "properties": {
      "Note": {"dataType":"string","validators":{"maxLength":{"value":255}}},
    },
    "additionalProperties": false,
  },
  "NezhaOutcome": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"integer","required":true},
      "message": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
  "NezhaSearchResult": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true},
      "value": {"dataType":"double","required":true},
      "text": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "NezhaServerSaved": {
    "dataType": "refObject",
    "properties": {
      "code": {"dataType":"integer","required":true},
      "message": {"dataType":"string"},
      "result": {"dataType":"nestedObjectLiteral","nestedProperties":{"secret":{"dataType":"string","required":true}}},
    },
    "additionalProperties": false,
  },
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
  "NezhaServerId": {
    "dataType": "refAlias",
    "type": {"dataType":"integer","validators":{"minimum":{"value":1}}},
  },
  "NezhaGroupForm": {
    "dataType": "refObject",
    "properties": {
      "Servers": {"dataType":"array","array":{"dataType":"refAlias","ref":"NezhaServerId"},"required":true,"validators":{"maxItems":{"value":500}}},
      "Group": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "PeekapingHealth": {
    "dataType": "refObject",
    "properties": {
      "status": {"dataType":"enum","enums":["ok"],"required":true},
      "timestamp": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingVersion": {
    "dataType": "refObject",
    "properties": {
      "version": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingTokens": {
    "dataType": "refObject",
    "properties": {
      "user": {"ref":"PeekapingUser","required":true},
      "accessToken": {"dataType":"string","required":true},
      "refreshToken": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTokensAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingTokens","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingRegistration": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true},
      "password": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingLogin": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true},
      "password": {"dataType":"string","required":true},
      "token": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
  "PeekapingRefresh": {
    "dataType": "refObject",
    "properties": {
      "refreshToken": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingDone": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"enum","enums":[null],"required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingPasswordChange": {
    "dataType": "refObject",
    "properties": {
      "currentPassword": {"dataType":"string","required":true},
      "newPassword": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTwoFactorSecret": {
    "dataType": "refObject",
    "properties": {
      "secret": {"dataType":"string","required":true},
      "provisioningUri": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTwoFactorSetup": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true},
      "password": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTwoFactorVerdict": {
    "dataType": "refObject",
    "properties": {
      "success": {"dataType":"boolean","required":true},
      "message": {"dataType":"string","required":true},
      "recoveryCodes": {"dataType":"array","array":{"dataType":"string"}},
    },
    "additionalProperties": false,
  },
  "PeekapingTwoFactorCode": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true},
      "code": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTwoFactorDisable": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"string","required":true},
      "password": {"dataType":"string","required":true},
      "token": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
  "PeekapingApiKeyConfigAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"nestedObjectLiteral","nestedProperties":{"prefix":{"dataType":"string","required":true}},"required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingApiKeyList": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingApiKey"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingNewApiKeyAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingNewApiKey","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingApiKeyInput": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
      "expires_at": {"dataType":"string"},
      "max_usage_count": {"dataType":"integer","validators":{"minimum":{"value":1}}},
    },
    "additionalProperties": false,
  },
  "PeekapingApiKeyAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingApiKey","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingApiKeyChange": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":255}}},
      "expires_at": {"dataType":"string"},
      "max_usage_count": {"dataType":"integer","validators":{"minimum":{"value":1}}},
    },
    "additionalProperties": false,
  },
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
  "PeekapingTagList": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingTag"},"required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTagAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingTag","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingTagInput": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
      "color": {"dataType":"string","required":true},
      "description": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
  "PeekapingTagChange": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
      "color": {"dataType":"string"},
      "description": {"dataType":"string"},
    },
    "additionalProperties": false,
  },
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
  "PeekapingProxyList": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingProxy"},"required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingProxyAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingProxy","required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingStrategy": {
    "dataType": "refAlias",
    "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["manual"]},{"dataType":"enum","enums":["single"]},{"dataType":"enum","enums":["recurring-interval"]},{"dataType":"enum","enums":["recurring-weekday"]},{"dataType":"enum","enums":["recurring-day-of-month"]},{"dataType":"enum","enums":["cron"]}],"validators":{}},
  },
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
  "PeekapingMaintenanceList": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingMaintenance"},"required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingMaintenanceAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingMaintenance","required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingMaintenanceDetailAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingMaintenanceDetail","required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingSettingAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingSetting","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingSettingInput": {
    "dataType": "refObject",
    "properties": {
      "value": {"dataType":"string"},
      "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingMonitorList": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"dataType":"array","array":{"dataType":"refObject","ref":"PeekapingMonitor"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "PeekapingMonitorDetailAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingMonitorDetail","required":true},
    },
    "additionalProperties": false,
  },
  "PeekapingMonitorAnswer": {
    "dataType": "refObject",
    "properties": {
      "message": {"dataType":"string","required":true},
      "data": {"ref":"PeekapingMonitor","required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonDone": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonSignupRequest": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"any"},
      "password": {"dataType":"any"},
      "username": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonLoginRequest": {
    "dataType": "refObject",
    "properties": {
      "identifier": {"dataType":"any"},
      "password": {"dataType":"any"},
      "code": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonPlan": {
    "dataType": "refAlias",
    "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"validators":{}},
  },
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
  "DashmonPlanOffers": {
    "dataType": "refObject",
    "properties": {
      "plans": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonPlanOffer"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonDeviceAnswer": {
    "dataType": "refObject",
    "properties": {
      "device": {"ref":"DashmonDevice","required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonTagNames": {
    "dataType": "refObject",
    "properties": {
      "tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTagsRequest": {
    "dataType": "refObject",
    "properties": {
      "tags": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonDoneWith": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "updated": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonBulkTagsRequest": {
    "dataType": "refObject",
    "properties": {
      "deviceIds": {"dataType":"any"},
      "tags": {"dataType":"any"},
      "mode": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonOwnMaintenance": {
    "dataType": "refObject",
    "properties": {
      "id": {"dataType":"string","required":true},
      "maintenance_start": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
      "maintenance_end": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonDeviceMaintenanceSet": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "device": {"ref":"DashmonOwnMaintenance","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonMaintenanceRequest": {
    "dataType": "refObject",
    "properties": {
      "startTime": {"dataType":"any"},
      "endTime": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonProjectMaintenanceSet": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "project": {"ref":"DashmonOwnMaintenance","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonStoreMaintenanceSet": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "store": {"ref":"DashmonOwnMaintenance","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonBulkMaintenanceRequest": {
    "dataType": "refObject",
    "properties": {
      "deviceIds": {"dataType":"any"},
      "startTime": {"dataType":"any"},
      "endTime": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonHealth": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "service": {"dataType":"enum","enums":["dashmon"],"required":true},
      "time": {"dataType":"string","required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonSupportSummary": {
    "dataType": "refObject",
    "properties": {
      "support": {"dataType":"nestedObjectLiteral","nestedProperties":{"requestId":{"dataType":"string","required":true},"apiVersion":{"dataType":"string","required":true},"writeLocked":{"dataType":"boolean","required":true},"devices":{"dataType":"integer","required":true},"projects":{"dataType":"integer","required":true},"limits":{"ref":"DashmonPlanLimits","required":true},"plan":{"dataType":"union","subSchemas":[{"dataType":"enum","enums":["free"]},{"dataType":"enum","enums":["premium"]}],"required":true},"workspaceId":{"dataType":"string","required":true}},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonProjectAnswer": {
    "dataType": "refObject",
    "properties": {
      "project": {"ref":"DashmonProject","required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonDeviceList": {
    "dataType": "refObject",
    "properties": {
      "devices": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonDevice"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonDeviceDetailAnswer": {
    "dataType": "refObject",
    "properties": {
      "device": {"ref":"DashmonDeviceDetail","required":true},
      "tags": {"dataType":"array","array":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonStoreAnswer": {
    "dataType": "refObject",
    "properties": {
      "store": {"ref":"DashmonProject","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTagCount": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true},
      "count": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTagCounts": {
    "dataType": "refObject",
    "properties": {
      "tags": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonTagCount"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DashmonTeamInvitations": {
    "dataType": "refObject",
    "properties": {
      "invitations": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonTeamInvitation"},"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTeamInvitationSent": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "invitation": {"ref":"DashmonTeamInvitation","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTeamInvitationRequest": {
    "dataType": "refObject",
    "properties": {
      "email": {"dataType":"any"},
      "role": {"dataType":"any"},
      "projectIds": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonInvitationTaken": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "workspaceId": {"dataType":"string","required":true},
      "ownerUserId": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonAcceptInvitationRequest": {
    "dataType": "refObject",
    "properties": {
      "token": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonPreferencesAnswer": {
    "dataType": "refObject",
    "properties": {
      "preferences": {"dataType":"nestedObjectLiteral","nestedProperties":{"timezone":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true}},"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonTimezoneRequest": {
    "dataType": "refObject",
    "properties": {
      "timezone": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
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
  "DashmonAccountContextSet": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "context": {"ref":"DashmonAccountContext","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonAccountContextRequest": {
    "dataType": "refObject",
    "properties": {
      "ownerUserId": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
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
  "DashmonApiTokens": {
    "dataType": "refObject",
    "properties": {
      "tokens": {"dataType":"array","array":{"dataType":"refObject","ref":"DashmonApiToken"},"required":true},
    },
    "additionalProperties": false,
  },
  "DashmonApiTokenMade": {
    "dataType": "refObject",
    "properties": {
      "ok": {"dataType":"enum","enums":[true],"required":true},
      "token": {"dataType":"string","required":true},
      "apiToken": {"ref":"DashmonApiToken","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonApiTokenRequest": {
    "dataType": "refObject",
    "properties": {
      "label": {"dataType":"any"},
      "accessLevel": {"dataType":"any"},
      "expiresInDays": {"dataType":"any"},
    },
    "additionalProperties": {"dataType":"any"},
  },
  "DashmonIntegrationTokens": {
    "dataType": "refObject",
    "properties": {
      "enabled": {"dataType":"boolean","required":true},
      "active": {"dataType":"integer","required":true},
    },
    "additionalProperties": false,
  },
  "DashmonIntegrationPosture": {
    "dataType": "refObject",
    "properties": {
      "integrations": {"dataType":"nestedObjectLiteral","nestedProperties":{"apiTokens":{"ref":"DashmonIntegrationTokens","required":true},"billing":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"google":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"sms":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true},"email":{"dataType":"nestedObjectLiteral","nestedProperties":{"configured":{"dataType":"boolean","required":true}},"required":true}},"required":true},
    },
    "additionalProperties": false,
  },
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
  "WorkspaceList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "WorkspaceBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "WorkspaceHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"WorkspaceRevision"},"required":true},
    },
    "additionalProperties": false,
  },
  "UserIdentitiesState": {
    "dataType": "refObject",
    "properties": {
      "issuer": {"dataType":"string","required":true,"validators":{"maxLength":{"value":500}}},
      "subject": {"dataType":"string","required":true,"validators":{"maxLength":{"value":255}}},
    },
    "additionalProperties": false,
  },
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
  "UserList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"UserDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "UserBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"UserBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "UserHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"UserRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "TagList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TagDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "TagInput": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
      "color": {"dataType":"string"},
      "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":1000}}},
    },
    "additionalProperties": false,
  },
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
  "TagBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"TagBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "TagFields": {
    "dataType": "refObject",
    "properties": {
      "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
      "color": {"dataType":"string","required":true},
      "description": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxLength":{"value":1000}}},
    },
    "additionalProperties": false,
  },
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
  "TagHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"TagRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "SettingList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "SettingInput": {
    "dataType": "refObject",
    "properties": {
      "key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
      "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}]},
      "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
    },
    "additionalProperties": false,
  },
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
  "SettingBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "SettingFields": {
    "dataType": "refObject",
    "properties": {
      "key": {"dataType":"string","required":true,"validators":{"maxLength":{"value":100}}},
      "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["string"]},{"dataType":"enum","enums":["int"]},{"dataType":"enum","enums":["bool"]},{"dataType":"enum","enums":["json"]}],"required":true},
      "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
    },
    "additionalProperties": false,
  },
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
  "SettingHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"SettingRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "ProxyList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "ProxySecret": {
    "dataType": "refObject",
    "properties": {
      "password": {"dataType":"string","required":true,"validators":{"maxLength":{"value":1024}}},
    },
    "additionalProperties": false,
  },
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
  "ProxyBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "ProxyHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"ProxyRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "ProjectList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "ProjectBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "ProjectHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"ProjectRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "PreferenceList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "PreferenceInput": {
    "dataType": "refObject",
    "properties": {
      "user_id": {"dataType":"string","required":true},
      "key": {"dataType":"string","required":true},
      "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
    },
    "additionalProperties": false,
  },
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
  "PreferenceBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "PreferenceFields": {
    "dataType": "refObject",
    "properties": {
      "user_id": {"dataType":"string","required":true},
      "key": {"dataType":"string","required":true},
      "value": {"dataType":"string","required":true,"validators":{"maxLength":{"value":10000}}},
    },
    "additionalProperties": false,
  },
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
  "PreferenceHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"PreferenceRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "MembershipList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
  "MembershipInput": {
    "dataType": "refObject",
    "properties": {
      "user_id": {"dataType":"string","required":true},
      "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
      "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"validators":{"maxItems":{"value":200}}},
    },
    "additionalProperties": false,
  },
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
  "MembershipBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "MembershipFields": {
    "dataType": "refObject",
    "properties": {
      "user_id": {"dataType":"string","required":true},
      "role": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["viewer"]},{"dataType":"enum","enums":["editor"]},{"dataType":"enum","enums":["admin"]},{"dataType":"enum","enums":["owner"]}],"required":true},
      "project_ids": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"string"}},{"dataType":"enum","enums":[null]}],"required":true,"validators":{"maxItems":{"value":200}}},
    },
    "additionalProperties": false,
  },
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
  "MembershipHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"MembershipRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "MaintenanceList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "MaintenanceBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "MaintenanceHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"MaintenanceRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "InvitationList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "InvitationBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "InvitationHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"InvitationRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DeviceList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "DeviceSecret": {
    "dataType": "refObject",
    "properties": {
      "config": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"string"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "DeviceBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
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
  "DeviceHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"DeviceRevision"},"required":true},
    },
    "additionalProperties": false,
  },
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
  "CredentialList": {
    "dataType": "refObject",
    "properties": {
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialDocument"},"required":true},
      "next_cursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
    },
    "additionalProperties": false,
  },
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
  "CredentialBatch": {
    "dataType": "refObject",
    "properties": {
      "dry_run": {"dataType":"boolean"},
      "items": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialBatchItem"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":100}}},
    },
    "additionalProperties": false,
  },
  "CredentialInput": {
    "dataType": "refObject",
    "properties": {
      "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":255}}},
    },
    "additionalProperties": false,
  },
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
  "CredentialHistory": {
    "dataType": "refObject",
    "properties": {
      "revisions": {"dataType":"array","array":{"dataType":"refObject","ref":"CredentialRevision"},"required":true},
    },
    "additionalProperties": false,
  },
};

/** Puts every operation on a router. */
export function RegisterRoutes(router: IRouter): void {
  const put = operationsOn(router, models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":false});
  put('get', '/', {
    controller: MetaController,
    name: 'root',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/health', {
    controller: MetaController,
    name: 'health',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/stats', {
    controller: StatsController,
    name: 'stats',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/stats/cpu', {
    controller: StatsController,
    name: 'cpu',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/stats/memory', {
    controller: StatsController,
    name: 'memory',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/stats/network', {
    controller: StatsController,
    name: 'network',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      interfaceName: {"in":"query","name":"interface","dataType":"string"},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/stats/history', {
    controller: StatsController,
    name: 'history',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      limit: {"default":60,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":60}}},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/stats/node', {
    controller: StatsController,
    name: 'nodeInfo',
    security: [{"APIKeyHeader":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/stats/refresh', {
    controller: StatsController,
    name: 'refresh',
    security: [{"APIKeyHeader":["node:update"]}],
    parameters: {
      body: {"in":"body","name":"body","required":true,"ref":"RefreshRequest"},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/dashpad/health', {
    controller: DashPadMetaController,
    name: 'dashPadHealth',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/status', {
    controller: DashPadMetaController,
    name: 'dashPadStatus',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/settings/modules', {
    controller: DashPadMetaController,
    name: 'dashPadModules',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/metrics', {
    controller: DashPadMetricsController,
    name: 'dashPadMetrics',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/metrics/:metric_name', {
    controller: DashPadMetricsController,
    name: 'dashPadMetric',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      metricName: {"in":"path","name":"metric_name","required":true,"dataType":"string"},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/query/:source/:metric', {
    controller: DashPadMetricsController,
    name: 'queryMetric',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      source: {"in":"path","name":"source","required":true,"dataType":"string"},
      metric: {"in":"path","name":"metric","required":true,"dataType":"string"},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/logs', {
    controller: DashPadListsController,
    name: 'dashPadLogs',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/logs/:log_name', {
    controller: DashPadListsController,
    name: 'dashPadLog',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      logName: {"in":"path","name":"log_name","required":true,"dataType":"string"},
      sinceLine: {"in":"query","name":"since_line","dataType":"integer","validators":{"isInt":{"errorMsg":"sinceLine"}}},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/cron_tasks', {
    controller: DashPadListsController,
    name: 'cronTasks',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/alerts/netdata', {
    controller: DashPadListsController,
    name: 'netdataAlerts',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/scheduler/status', {
    controller: SchedulerController,
    name: 'schedulerStatus',
    security: [{"DashPadKey":["node:read"]},{"BearerAuth":["node:read"]},{"APIKeyQuery":["node:read"]}],
    parameters: {
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/scheduler/control', {
    controller: SchedulerController,
    name: 'schedulerControl',
    security: [{"DashPadKey":["node:update"]},{"BearerAuth":["node:update"]},{"APIKeyQuery":["node:update"]}],
    parameters: {
      action: {"in":"query","name":"action","required":true,"dataType":"string"},
      node: {"in":"query","name":"node","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes', {
    controller: NodesController,
    name: 'listNodes',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node', {
    controller: NodesController,
    name: 'readNode',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/audit', {
    controller: AuditController,
    name: 'listAudit',
    security: [{"ApiKey":["audit:read"]},{"Bearer":["audit:read"]},{"Session":["audit:read"]}],
    parameters: {
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
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node/completeness', {
    controller: CompletenessController,
    name: 'readCompleteness',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
      from: {"in":"query","name":"from","dataType":"string"},
      to: {"in":"query","name":"to","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/metrics', {
    controller: MetricsController,
    name: 'listMetrics',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node/metrics/:metric', {
    controller: MetricsController,
    name: 'readSeries',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
      metric: {"in":"path","name":"metric","required":true,"dataType":"string"},
      from: {"in":"query","name":"from","dataType":"string"},
      to: {"in":"query","name":"to","dataType":"string"},
      step: {"in":"query","name":"step","dataType":"string"},
      stat: {"in":"query","name":"stat","dataType":"array","array":{"dataType":"string"}},
      attribute: {"in":"query","name":"attribute","dataType":"array","array":{"dataType":"string"}},
      asOf: {"in":"query","name":"asOf","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/query', {
    controller: QueryController,
    name: 'query',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"SeriesQuery"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node/logs', {
    controller: LogsController,
    name: 'listLogs',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node/logs/:log', {
    controller: LogsController,
    name: 'readLog',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
      log: {"in":"path","name":"log","required":true,"dataType":"string"},
      q: {"in":"query","name":"q","dataType":"array","array":{"dataType":"string"}},
      from: {"in":"query","name":"from","dataType":"string"},
      to: {"in":"query","name":"to","dataType":"string"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/nodes/:node/logs/:log/tail', {
    controller: LogsController,
    name: 'tailLog',
    security: [{"ApiKey":["node:read"]},{"Bearer":["node:read"]},{"Session":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      node: {"in":"path","name":"node","required":true,"dataType":"string"},
      log: {"in":"path","name":"log","required":true,"dataType":"string"},
      sinceLine: {"in":"query","name":"since_line","dataType":"long","validators":{"isLong":{"errorMsg":"sinceLine"},"minimum":{"value":0},"maximum":{"value":562949953421312}}},
      seconds: {"in":"query","name":"seconds","dataType":"integer","validators":{"isInt":{"errorMsg":"seconds"},"minimum":{"value":1},"maximum":{"value":86400}}},
      lastEventId: {"in":"header","name":"Last-Event-ID","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/livez', {
    controller: HealthController,
    name: 'livez',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/readyz', {
    controller: HealthController,
    name: 'readyz',
    security: [],
    parameters: {
      unavailable: {"in":"res","name":"503","required":true,"ref":"Readiness"},
      verbose: {"in":"query","name":"verbose","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/login', {
    controller: AuthController,
    name: 'login',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"SignInRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/logout', {
    controller: AuthController,
    name: 'logout',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/auth/me', {
    controller: AuthController,
    name: 'me',
    security: [{"ApiKey":["self"]},{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/auth/sessions', {
    controller: AuthController,
    name: 'listSessions',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/auth/sessions/:id', {
    controller: AuthController,
    name: 'endSession',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 204,
  });
  put('delete', '/api/v2/auth/sessions', {
    controller: AuthController,
    name: 'endSessions',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/password', {
    controller: AuthController,
    name: 'changePassword',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PasswordChange"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/first-administrator/link', {
    controller: AuthController,
    name: 'firstAdministratorLink',
    security: [{"ApiKey":["user:create"]},{"Bearer":["user:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/first-administrator', {
    controller: AuthController,
    name: 'becomeFirstAdministrator',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"FirstAdministratorRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/invitations', {
    controller: AuthLinksController,
    name: 'sendInvitation',
    security: [{"ApiKey":["invitation:create"]},{"Bearer":["invitation:create"]},{"Session":["invitation:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"InvitationRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/invitations/accept', {
    controller: AuthLinksController,
    name: 'acceptInvitation',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"InvitationAcceptance"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/password-reset', {
    controller: AuthLinksController,
    name: 'askForPasswordReset',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PasswordResetRequest"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/password-reset/finish', {
    controller: AuthLinksController,
    name: 'finishPasswordReset',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PasswordReset"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/users/:id/two-factor/reset', {
    controller: AuthLinksController,
    name: 'resetTwoFactor',
    security: [{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/auth/openid/start', {
    controller: AuthLinksController,
    name: 'startOpenId',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 302,
  });
  put('get', '/api/v2/auth/openid/callback', {
    controller: AuthLinksController,
    name: 'finishOpenId',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 302,
  });
  put('post', '/api/v2/enrollments', {
    controller: EnrollmentController,
    name: 'giveEnrollment',
    security: [{"ApiKey":["credential:create"]},{"Bearer":["credential:create"]},{"Session":["credential:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"EnrollmentRequest"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/enrollments/accept', {
    controller: EnrollmentController,
    name: 'acceptEnrollment',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"EnrollmentAcceptance"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/enrollments/:id/revoked', {
    controller: EnrollmentController,
    name: 'noteRevocation',
    security: [{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/tokens', {
    controller: AuthTokensController,
    name: 'makeTokens',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"SignInRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/tokens/refresh', {
    controller: AuthTokensController,
    name: 'refreshTokens',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenExchange"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/tokens/end', {
    controller: AuthTokensController,
    name: 'endTokens',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenExchange"},
    },
    successStatus: 204,
  });
  put('post', '/api/v2/auth/two-factor/setup', {
    controller: TwoFactorController,
    name: 'setUpTwoFactor',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TwoFactorSetupRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/two-factor/verify', {
    controller: TwoFactorController,
    name: 'enableTwoFactor',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TwoFactorCode"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/auth/two-factor/disable', {
    controller: TwoFactorController,
    name: 'disableTwoFactor',
    security: [{"Bearer":["self"]},{"Session":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TwoFactorDisableRequest"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/tokens', {
    controller: TokensController,
    name: 'listTokens',
    security: [{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/tokens', {
    controller: TokensController,
    name: 'createToken',
    security: [{"ApiKey":["token:create"]},{"Bearer":["token:create"]},{"Session":["token:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/tokens/batch', {
    controller: TokensController,
    name: 'batchTokens',
    security: [{"ApiKey":["token:change"]},{"Bearer":["token:change"]},{"Session":["token:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/tokens/:id', {
    controller: TokensController,
    name: 'readToken',
    security: [{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/tokens/:id', {
    controller: TokensController,
    name: 'replaceToken',
    security: [{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/tokens/:id', {
    controller: TokensController,
    name: 'patchToken',
    security: [{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/tokens/:id', {
    controller: TokensController,
    name: 'deleteToken',
    security: [{"ApiKey":["token:delete"]},{"Bearer":["token:delete"]},{"Session":["token:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/tokens/:id/history', {
    controller: TokensController,
    name: 'listTokenHistory',
    security: [{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/tokens/:id/rotate', {
    controller: TokenSecretsController,
    name: 'rotateToken',
    security: [{"ApiKey":["token:update"]},{"Bearer":["token:update"]},{"Session":["token:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"TokenRotation"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/tokens/:id/usage', {
    controller: TokenSecretsController,
    name: 'readTokenUsage',
    security: [{"ApiKey":["token:read"]},{"Bearer":["token:read"]},{"Session":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/server/list', {
    controller: NezhaServerController,
    name: 'listServers',
    security: [{"NezhaToken":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      tag: {"in":"query","name":"tag","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/server/details', {
    controller: NezhaServerController,
    name: 'serverDetails',
    security: [{"NezhaToken":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"query","name":"id","dataType":"string"},
      tag: {"in":"query","name":"tag","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/server/register', {
    controller: NezhaServerController,
    name: 'registerNezhaServer',
    security: [{"NezhaToken":["device:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"NezhaRegistration"},
      simple: {"in":"query","name":"simple","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/token', {
    controller: NezhaAdminController,
    name: 'listNezhaTokens',
    security: [{"NezhaSession":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/token', {
    controller: NezhaAdminController,
    name: 'makeNezhaToken',
    security: [{"NezhaSession":["token:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"NezhaTokenForm"},
    },
    successStatus: 200,
  });
  put('delete', '/api/token/:token', {
    controller: NezhaAdminController,
    name: 'deleteNezhaToken',
    security: [{"NezhaSession":["token:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      token: {"in":"path","name":"token","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/search-server', {
    controller: NezhaAdminController,
    name: 'searchNezhaServers',
    security: [{"NezhaSession":["node:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      word: {"default":"","in":"query","name":"word","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/server', {
    controller: NezhaAdminController,
    name: 'saveNezhaServer',
    security: [{"NezhaSession":["device:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"NezhaServerForm"},
    },
    successStatus: 200,
  });
  put('post', '/api/batch-update-server-group', {
    controller: NezhaAdminController,
    name: 'groupNezhaServers',
    security: [{"NezhaSession":["device:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"NezhaGroupForm"},
    },
    successStatus: 200,
  });
  put('post', '/api/batch-delete-server', {
    controller: NezhaAdminController,
    name: 'deleteNezhaServers',
    security: [{"NezhaSession":["device:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"dataType":"array","array":{"dataType":"refAlias","ref":"NezhaServerId"}},
    },
    successStatus: 200,
  });
  put('delete', '/api/server/:id', {
    controller: NezhaAdminController,
    name: 'deleteNezhaServer',
    security: [{"NezhaSession":["device:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"expected a whole number"},"minimum":{"value":1}}},
    },
    successStatus: 200,
  });
  put('post', '/api/logout', {
    controller: NezhaAdminController,
    name: 'signOutOfNezha',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/search-tasks', {
    controller: NezhaRefusedController,
    name: 'searchNezhaTasks',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('post', '/api/cron', {
    controller: NezhaRefusedController,
    name: 'saveNezhaTask',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/cron/:id/manual', {
    controller: NezhaRefusedController,
    name: 'runNezhaTask',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/cron/:id', {
    controller: NezhaRefusedController,
    name: 'deleteNezhaTask',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/force-update', {
    controller: NezhaRefusedController,
    name: 'updateNezhaAgents',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/search-ddns', {
    controller: NezhaRefusedController,
    name: 'searchNezhaDdns',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('post', '/api/ddns', {
    controller: NezhaRefusedController,
    name: 'saveNezhaDdns',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('delete', '/api/ddns/:id', {
    controller: NezhaRefusedController,
    name: 'deleteNezhaDdns',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/nat', {
    controller: NezhaRefusedController,
    name: 'saveNezhaNat',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('delete', '/api/nat/:id', {
    controller: NezhaRefusedController,
    name: 'deleteNezhaNat',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/terminal', {
    controller: NezhaRefusedController,
    name: 'openNezhaTerminal',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/terminal/:id', {
    controller: NezhaRefusedController,
    name: 'useNezhaTerminal',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/file', {
    controller: NezhaRefusedController,
    name: 'openNezhaFiles',
    security: [{"NezhaSession":["self"]}],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/file/:id', {
    controller: NezhaRefusedController,
    name: 'useNezhaFiles',
    security: [{"NezhaSession":["self"]}],
    parameters: {
      _id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/health', {
    controller: PeekapingSystemController,
    name: 'peekapingHealth',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/v1/version', {
    controller: PeekapingSystemController,
    name: 'peekapingVersion',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('post', '/api/v1/auth/register', {
    controller: PeekapingAuthController,
    name: 'registerPeekaping',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingRegistration"},
    },
    successStatus: 201,
  });
  put('post', '/api/v1/auth/login', {
    controller: PeekapingAuthController,
    name: 'loginPeekaping',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingLogin"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/auth/refresh', {
    controller: PeekapingAuthController,
    name: 'refreshPeekaping',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingRefresh"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/auth/password', {
    controller: PeekapingAuthController,
    name: 'changePeekapingPassword',
    security: [{"PeekapingJwt":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingPasswordChange"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/auth/2fa/setup', {
    controller: PeekapingAuthController,
    name: 'setUpPeekapingCodes',
    security: [{"PeekapingJwt":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorSetup"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/auth/2fa/verify', {
    controller: PeekapingAuthController,
    name: 'verifyPeekapingCode',
    security: [{"PeekapingJwt":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorCode"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/auth/2fa/disable', {
    controller: PeekapingAuthController,
    name: 'disablePeekapingCodes',
    security: [{"PeekapingJwt":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTwoFactorDisable"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/api-keys/config', {
    controller: PeekapingApiKeysController,
    name: 'peekapingApiKeyConfig',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/v1/api-keys', {
    controller: PeekapingApiKeysController,
    name: 'listPeekapingApiKeys',
    security: [{"PeekapingJwt":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/api-keys', {
    controller: PeekapingApiKeysController,
    name: 'createPeekapingApiKey',
    security: [{"PeekapingJwt":["token:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingApiKeyInput"},
    },
    successStatus: 201,
  });
  put('get', '/api/v1/api-keys/:id', {
    controller: PeekapingApiKeysController,
    name: 'readPeekapingApiKey',
    security: [{"PeekapingJwt":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/api-keys/:id', {
    controller: PeekapingApiKeysController,
    name: 'changePeekapingApiKey',
    security: [{"PeekapingJwt":["token:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingApiKeyChange"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v1/api-keys/:id', {
    controller: PeekapingApiKeysController,
    name: 'deletePeekapingApiKey',
    security: [{"PeekapingJwt":["token:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v1/tags', {
    controller: PeekapingTagsController,
    name: 'listPeekapingTags',
    security: [{"PeekapingToken":["tag:read"]},{"PeekapingKey":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
      limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
      q: {"in":"query","name":"q","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/tags', {
    controller: PeekapingTagsController,
    name: 'createPeekapingTag',
    security: [{"PeekapingToken":["tag:create"]},{"PeekapingKey":["tag:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagInput"},
    },
    successStatus: 201,
  });
  put('get', '/api/v1/tags/:id', {
    controller: PeekapingTagsController,
    name: 'readPeekapingTag',
    security: [{"PeekapingToken":["tag:read"]},{"PeekapingKey":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/tags/:id', {
    controller: PeekapingTagsController,
    name: 'replacePeekapingTag',
    security: [{"PeekapingToken":["tag:update"]},{"PeekapingKey":["tag:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagInput"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/tags/:id', {
    controller: PeekapingTagsController,
    name: 'changePeekapingTag',
    security: [{"PeekapingToken":["tag:update"]},{"PeekapingKey":["tag:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingTagChange"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v1/tags/:id', {
    controller: PeekapingTagsController,
    name: 'deletePeekapingTag',
    security: [{"PeekapingToken":["tag:delete"]},{"PeekapingKey":["tag:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/proxies', {
    controller: PeekapingProxiesController,
    name: 'listPeekapingProxies',
    security: [{"PeekapingToken":["proxy:read"]},{"PeekapingKey":["proxy:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
      limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
      q: {"in":"query","name":"q","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/proxies', {
    controller: PeekapingProxiesController,
    name: 'createPeekapingProxy',
    security: [{"PeekapingToken":["proxy:create"]},{"PeekapingKey":["proxy:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyInput"},
    },
    successStatus: 201,
  });
  put('get', '/api/v1/proxies/:id', {
    controller: PeekapingProxiesController,
    name: 'readPeekapingProxy',
    security: [{"PeekapingToken":["proxy:read"]},{"PeekapingKey":["proxy:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/proxies/:id', {
    controller: PeekapingProxiesController,
    name: 'replacePeekapingProxy',
    security: [{"PeekapingToken":["proxy:update"]},{"PeekapingKey":["proxy:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyInput"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/proxies/:id', {
    controller: PeekapingProxiesController,
    name: 'changePeekapingProxy',
    security: [{"PeekapingToken":["proxy:update"]},{"PeekapingKey":["proxy:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingProxyChange"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v1/proxies/:id', {
    controller: PeekapingProxiesController,
    name: 'deletePeekapingProxy',
    security: [{"PeekapingToken":["proxy:delete"]},{"PeekapingKey":["proxy:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/maintenances', {
    controller: PeekapingMaintenancesController,
    name: 'listPeekapingMaintenances',
    security: [{"PeekapingToken":["maintenance:read"]},{"PeekapingKey":["maintenance:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
      limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
      q: {"in":"query","name":"q","dataType":"string"},
      strategy: {"in":"query","name":"strategy","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v1/maintenances', {
    controller: PeekapingMaintenancesController,
    name: 'createPeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:create"]},{"PeekapingKey":["maintenance:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceInput"},
    },
    successStatus: 201,
  });
  put('get', '/api/v1/maintenances/:id', {
    controller: PeekapingMaintenancesController,
    name: 'readPeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:read"]},{"PeekapingKey":["maintenance:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/maintenances/:id', {
    controller: PeekapingMaintenancesController,
    name: 'replacePeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceInput"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/maintenances/:id', {
    controller: PeekapingMaintenancesController,
    name: 'changePeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingMaintenanceChange"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/maintenances/:id/pause', {
    controller: PeekapingMaintenancesController,
    name: 'pausePeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/maintenances/:id/resume', {
    controller: PeekapingMaintenancesController,
    name: 'resumePeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:update"]},{"PeekapingKey":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v1/maintenances/:id', {
    controller: PeekapingMaintenancesController,
    name: 'deletePeekapingMaintenance',
    security: [{"PeekapingToken":["maintenance:delete"]},{"PeekapingKey":["maintenance:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/settings/key/:key', {
    controller: PeekapingSettingsController,
    name: 'readPeekapingSetting',
    security: [{"PeekapingToken":["setting:read"]},{"PeekapingKey":["setting:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      key: {"in":"path","name":"key","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v1/settings/key/:key', {
    controller: PeekapingSettingsController,
    name: 'setPeekapingSetting',
    security: [{"PeekapingToken":["setting:update"]},{"PeekapingKey":["setting:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      key: {"in":"path","name":"key","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingSettingInput"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v1/settings/key/:key', {
    controller: PeekapingSettingsController,
    name: 'deletePeekapingSetting',
    security: [{"PeekapingToken":["setting:delete"]},{"PeekapingKey":["setting:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      key: {"in":"path","name":"key","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/monitors', {
    controller: PeekapingMonitorsController,
    name: 'listPeekapingMonitors',
    security: [{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      page: {"default":0,"in":"query","name":"page","dataType":"integer","validators":{"isInt":{"errorMsg":"page"}}},
      limit: {"default":10,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"}}},
      q: {"in":"query","name":"q","dataType":"string"},
      active: {"in":"query","name":"active","dataType":"boolean"},
      status: {"in":"query","name":"status","dataType":"integer","validators":{"isInt":{"errorMsg":"status"}}},
      tagIds: {"in":"query","name":"tag_ids","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/monitors/batch', {
    controller: PeekapingMonitorsController,
    name: 'listPeekapingMonitorsById',
    security: [{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      ids: {"in":"query","name":"ids","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v1/monitors/:id', {
    controller: PeekapingMonitorsController,
    name: 'readPeekapingMonitor',
    security: [{"PeekapingToken":["device:read"]},{"PeekapingKey":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v1/monitors/:id', {
    controller: PeekapingMonitorsController,
    name: 'changePeekapingMonitor',
    security: [{"PeekapingToken":["device:update"]},{"PeekapingKey":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PeekapingMonitorChange"},
    },
    successStatus: 200,
  });
  put('post', '/auth/local/signup', {
    controller: DashmonAuthController,
    name: 'dashmonSignUp',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonSignupRequest"},
    },
    successStatus: 200,
  });
  put('post', '/auth/local/login', {
    controller: DashmonAuthController,
    name: 'dashmonLogIn',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonLoginRequest"},
    },
    successStatus: 200,
  });
  put('get', '/auth/google', {
    controller: DashmonAuthController,
    name: 'dashmonLeaveForGoogle',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 302,
  });
  put('get', '/auth/google/callback', {
    controller: DashmonAuthController,
    name: 'dashmonReturnFromGoogle',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 302,
  });
  put('post', '/logout', {
    controller: DashmonAuthController,
    name: 'dashmonLogOut',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 204,
  });
  put('get', '/logout', {
    controller: DashmonAuthController,
    name: 'dashmonLogOutByLink',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 302,
  });
  put('get', '/api/billing/plans', {
    controller: DashmonBillingController,
    name: 'dashmonListPlans',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/billing/config', {
    controller: DashmonBillingController,
    name: 'dashmonReadBillingConfig',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('get', '/api/billing/test-mode', {
    controller: DashmonBillingController,
    name: 'dashmonReadTestMode',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/simulate-upgrade', {
    controller: DashmonBillingController,
    name: 'dashmonSimulateUpgrade',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/demo/activate', {
    controller: DashmonBillingController,
    name: 'dashmonActivateDemo',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/bank-transfer/request', {
    controller: DashmonBillingController,
    name: 'dashmonRequestBankTransfer',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/bank-transfer/confirm', {
    controller: DashmonBillingController,
    name: 'dashmonConfirmBankTransfer',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/paypal/create-subscription', {
    controller: DashmonBillingController,
    name: 'dashmonCreateSubscription',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/paypal/cancel', {
    controller: DashmonBillingController,
    name: 'dashmonCancelSubscription',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('post', '/api/billing/paypal/webhook', {
    controller: DashmonBillingController,
    name: 'dashmonHearOfPayment',
    security: [],
    parameters: {
    },
    successStatus: 403,
  });
  put('get', '/api/billing/paypal/subscription/:subscriptionId', {
    controller: DashmonBillingController,
    name: 'dashmonReadSubscription',
    security: [],
    parameters: {
      _subscriptionId: {"in":"path","name":"subscriptionId","required":true,"dataType":"string"},
    },
    successStatus: 403,
  });
  put('put', '/api/devices/:deviceId', {
    controller: DashmonDevicesController,
    name: 'dashmonReplaceDevice',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/devices/:deviceId', {
    controller: DashmonDevicesController,
    name: 'dashmonDeleteDevice',
    security: [{"DashmonBearer":["device:delete"]},{"DashmonSession":["device:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
    },
    successStatus: 204,
  });
  put('put', '/api/devices/:deviceId/tags', {
    controller: DashmonDevicesController,
    name: 'dashmonSetDeviceTags',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonTagsRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/devices/tags/bulk', {
    controller: DashmonDevicesController,
    name: 'dashmonTagDevices',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkTagsRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/maintenance/device/:deviceId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonSetDeviceMaintenance',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/maintenance/device/:deviceId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonClearDeviceMaintenance',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/maintenance/project/:projectId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonSetProjectMaintenance',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/maintenance/project/:projectId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonClearProjectMaintenance',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/maintenance/store/:storeId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonSetStoreMaintenance',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonMaintenanceRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/maintenance/store/:storeId', {
    controller: DashmonMaintenanceController,
    name: 'dashmonClearStoreMaintenance',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/maintenance/devices/bulk-set', {
    controller: DashmonMaintenanceController,
    name: 'dashmonSetMaintenances',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkMaintenanceRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/maintenance/devices/bulk-clear', {
    controller: DashmonMaintenanceController,
    name: 'dashmonClearMaintenances',
    security: [{"DashmonBearer":["device:update"]},{"DashmonSession":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonBulkMaintenanceRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/health', {
    controller: DashmonMetaController,
    name: 'dashmonReadHealth',
    security: [],
    parameters: {
    },
    successStatus: 200,
  });
  put('get', '/api/meta/capabilities', {
    controller: DashmonMetaController,
    name: 'dashmonReadCapabilities',
    security: [],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/me', {
    controller: DashmonMetaController,
    name: 'dashmonReadMe',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/support/summary', {
    controller: DashmonMetaController,
    name: 'dashmonReadSupportSummary',
    security: [{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/projects', {
    controller: DashmonProjectsController,
    name: 'dashmonListProjects',
    security: [{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/projects', {
    controller: DashmonProjectsController,
    name: 'dashmonCreateProject',
    security: [{"DashmonBearer":["project:create"]},{"DashmonSession":["project:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/projects/:projectId', {
    controller: DashmonProjectsController,
    name: 'dashmonReadProject',
    security: [{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/projects/:projectId', {
    controller: DashmonProjectsController,
    name: 'dashmonReplaceProject',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/projects/:projectId', {
    controller: DashmonProjectsController,
    name: 'dashmonDeleteProject',
    security: [{"DashmonBearer":["project:delete"]},{"DashmonSession":["project:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/projects/:projectId/devices', {
    controller: DashmonProjectsController,
    name: 'dashmonListProjectDevices',
    security: [{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/projects/:projectId/devices', {
    controller: DashmonProjectsController,
    name: 'dashmonCreateProjectDevice',
    security: [{"DashmonBearer":["device:create"]},{"DashmonSession":["device:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/projects/:projectId/devices/:deviceId', {
    controller: DashmonProjectsController,
    name: 'dashmonReadProjectDevice',
    security: [{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      projectId: {"in":"path","name":"projectId","required":true,"dataType":"string"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/stores', {
    controller: DashmonStoresController,
    name: 'dashmonListStores',
    security: [{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/stores', {
    controller: DashmonStoresController,
    name: 'dashmonCreateStore',
    security: [{"DashmonBearer":["project:create"]},{"DashmonSession":["project:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/stores/:storeId', {
    controller: DashmonStoresController,
    name: 'dashmonReadStore',
    security: [{"DashmonBearer":["project:read"]},{"DashmonSession":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/stores/:storeId', {
    controller: DashmonStoresController,
    name: 'dashmonReplaceStore',
    security: [{"DashmonBearer":["project:update"]},{"DashmonSession":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonProjectRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/stores/:storeId', {
    controller: DashmonStoresController,
    name: 'dashmonDeleteStore',
    security: [{"DashmonBearer":["project:delete"]},{"DashmonSession":["project:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/stores/:storeId/devices', {
    controller: DashmonStoresController,
    name: 'dashmonListStoreDevices',
    security: [{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/stores/:storeId/devices', {
    controller: DashmonStoresController,
    name: 'dashmonCreateStoreDevice',
    security: [{"DashmonBearer":["device:create"]},{"DashmonSession":["device:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonDeviceRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/stores/:storeId/devices/:deviceId', {
    controller: DashmonStoresController,
    name: 'dashmonReadStoreDevice',
    security: [{"DashmonBearer":["device:read"]},{"DashmonSession":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      storeId: {"in":"path","name":"storeId","required":true,"dataType":"string"},
      deviceId: {"in":"path","name":"deviceId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/tags', {
    controller: DashmonTagsController,
    name: 'dashmonCountTags',
    security: [{"DashmonBearer":["tag:read"]},{"DashmonSession":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/team-invitations', {
    controller: DashmonTeamController,
    name: 'dashmonListInvitations',
    security: [{"DashmonBearer":["invitation:read"]},{"DashmonSession":["invitation:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/user/team-invitations', {
    controller: DashmonTeamController,
    name: 'dashmonInviteToTeam',
    security: [{"DashmonBearer":["invitation:create"]},{"DashmonSession":["invitation:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonTeamInvitationRequest"},
    },
    successStatus: 200,
  });
  put('post', '/api/user/team-invitations/:invitationId/cancel', {
    controller: DashmonTeamController,
    name: 'dashmonCancelInvitation',
    security: [{"DashmonBearer":["invitation:update"]},{"DashmonSession":["invitation:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      invitationId: {"in":"path","name":"invitationId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/user/team-invitations/accept', {
    controller: DashmonTeamController,
    name: 'dashmonAcceptTeamInvitation',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonAcceptInvitationRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/preferences', {
    controller: DashmonUserController,
    name: 'dashmonReadPreferences',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('put', '/api/user/preferences/timezone', {
    controller: DashmonUserController,
    name: 'dashmonSetTimezone',
    security: [{"DashmonBearer":["preference:change"]},{"DashmonSession":["preference:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonTimezoneRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/permission-foundation', {
    controller: DashmonUserController,
    name: 'dashmonReadPermissions',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/user/account-context', {
    controller: DashmonUserController,
    name: 'dashmonSetContext',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonAccountContextRequest"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/api-token', {
    controller: DashmonUserController,
    name: 'dashmonReadTokenStatus',
    security: [{"DashmonBearer":["token:read"]},{"DashmonSession":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/api-tokens', {
    controller: DashmonUserController,
    name: 'dashmonListApiTokens',
    security: [{"DashmonBearer":["token:read"]},{"DashmonSession":["token:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('post', '/api/user/api-tokens', {
    controller: DashmonUserController,
    name: 'dashmonMakeApiToken',
    security: [{"DashmonBearer":["token:create"]},{"DashmonSession":["token:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DashmonApiTokenRequest"},
    },
    successStatus: 200,
  });
  put('delete', '/api/user/api-tokens/:tokenId', {
    controller: DashmonUserController,
    name: 'dashmonDeleteApiToken',
    security: [{"DashmonBearer":["token:delete"]},{"DashmonSession":["token:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      tokenId: {"in":"path","name":"tokenId","required":true,"dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/user/integration-posture', {
    controller: DashmonUserController,
    name: 'dashmonReadPosture',
    security: [{"DashmonBearer":["self"]},{"DashmonSession":["self"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/workspaces', {
    controller: WorkspacesController,
    name: 'listWorkspaces',
    security: [{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/workspaces', {
    controller: WorkspacesController,
    name: 'createWorkspace',
    security: [{"ApiKey":["workspace:create"]},{"Bearer":["workspace:create"]},{"Session":["workspace:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"WorkspaceInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/workspaces/batch', {
    controller: WorkspacesController,
    name: 'batchWorkspaces',
    security: [{"ApiKey":["workspace:change"]},{"Bearer":["workspace:change"]},{"Session":["workspace:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"WorkspaceBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/workspaces/:id', {
    controller: WorkspacesController,
    name: 'readWorkspace',
    security: [{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/workspaces/:id', {
    controller: WorkspacesController,
    name: 'replaceWorkspace',
    security: [{"ApiKey":["workspace:update"]},{"Bearer":["workspace:update"]},{"Session":["workspace:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"WorkspaceInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/workspaces/:id', {
    controller: WorkspacesController,
    name: 'patchWorkspace',
    security: [{"ApiKey":["workspace:update"]},{"Bearer":["workspace:update"]},{"Session":["workspace:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/workspaces/:id', {
    controller: WorkspacesController,
    name: 'deleteWorkspace',
    security: [{"ApiKey":["workspace:delete"]},{"Bearer":["workspace:delete"]},{"Session":["workspace:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/workspaces/:id/history', {
    controller: WorkspacesController,
    name: 'listWorkspaceHistory',
    security: [{"ApiKey":["workspace:read"]},{"Bearer":["workspace:read"]},{"Session":["workspace:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/users', {
    controller: UsersController,
    name: 'listUsers',
    security: [{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/users', {
    controller: UsersController,
    name: 'createUser',
    security: [{"ApiKey":["user:create"]},{"Bearer":["user:create"]},{"Session":["user:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"UserInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/users/batch', {
    controller: UsersController,
    name: 'batchUsers',
    security: [{"ApiKey":["user:change"]},{"Bearer":["user:change"]},{"Session":["user:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"UserBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/users/:id', {
    controller: UsersController,
    name: 'readUser',
    security: [{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/users/:id', {
    controller: UsersController,
    name: 'replaceUser',
    security: [{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"UserInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/users/:id', {
    controller: UsersController,
    name: 'patchUser',
    security: [{"ApiKey":["user:update"]},{"Bearer":["user:update"]},{"Session":["user:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/users/:id', {
    controller: UsersController,
    name: 'deleteUser',
    security: [{"ApiKey":["user:delete"]},{"Bearer":["user:delete"]},{"Session":["user:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/users/:id/history', {
    controller: UsersController,
    name: 'listUserHistory',
    security: [{"ApiKey":["user:read"]},{"Bearer":["user:read"]},{"Session":["user:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/tags', {
    controller: TagsController,
    name: 'listTags',
    security: [{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/tags', {
    controller: TagsController,
    name: 'createTag',
    security: [{"ApiKey":["tag:create"]},{"Bearer":["tag:create"]},{"Session":["tag:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TagInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/tags/batch', {
    controller: TagsController,
    name: 'batchTags',
    security: [{"ApiKey":["tag:change"]},{"Bearer":["tag:change"]},{"Session":["tag:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"TagBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/tags/:id', {
    controller: TagsController,
    name: 'readTag',
    security: [{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/tags/:id', {
    controller: TagsController,
    name: 'replaceTag',
    security: [{"ApiKey":["tag:update"]},{"Bearer":["tag:update"]},{"Session":["tag:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"TagInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/tags/:id', {
    controller: TagsController,
    name: 'patchTag',
    security: [{"ApiKey":["tag:update"]},{"Bearer":["tag:update"]},{"Session":["tag:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/tags/:id', {
    controller: TagsController,
    name: 'deleteTag',
    security: [{"ApiKey":["tag:delete"]},{"Bearer":["tag:delete"]},{"Session":["tag:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/tags/:id/history', {
    controller: TagsController,
    name: 'listTagHistory',
    security: [{"ApiKey":["tag:read"]},{"Bearer":["tag:read"]},{"Session":["tag:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/settings', {
    controller: SettingsController,
    name: 'listSettings',
    security: [{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/settings', {
    controller: SettingsController,
    name: 'createSetting',
    security: [{"ApiKey":["setting:create"]},{"Bearer":["setting:create"]},{"Session":["setting:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"SettingInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/settings/batch', {
    controller: SettingsController,
    name: 'batchSettings',
    security: [{"ApiKey":["setting:change"]},{"Bearer":["setting:change"]},{"Session":["setting:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"SettingBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/settings/:id', {
    controller: SettingsController,
    name: 'readSetting',
    security: [{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/settings/:id', {
    controller: SettingsController,
    name: 'replaceSetting',
    security: [{"ApiKey":["setting:update"]},{"Bearer":["setting:update"]},{"Session":["setting:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"SettingInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/settings/:id', {
    controller: SettingsController,
    name: 'patchSetting',
    security: [{"ApiKey":["setting:update"]},{"Bearer":["setting:update"]},{"Session":["setting:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/settings/:id', {
    controller: SettingsController,
    name: 'deleteSetting',
    security: [{"ApiKey":["setting:delete"]},{"Bearer":["setting:delete"]},{"Session":["setting:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/settings/:id/history', {
    controller: SettingsController,
    name: 'listSettingHistory',
    security: [{"ApiKey":["setting:read"]},{"Bearer":["setting:read"]},{"Session":["setting:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/proxies', {
    controller: ProxiesController,
    name: 'listProxies',
    security: [{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/proxies', {
    controller: ProxiesController,
    name: 'createProxy',
    security: [{"ApiKey":["proxy:create"]},{"Bearer":["proxy:create"]},{"Session":["proxy:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"ProxyInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/proxies/batch', {
    controller: ProxiesController,
    name: 'batchProxies',
    security: [{"ApiKey":["proxy:change"]},{"Bearer":["proxy:change"]},{"Session":["proxy:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"ProxyBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/proxies/:id', {
    controller: ProxiesController,
    name: 'readProxy',
    security: [{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/proxies/:id', {
    controller: ProxiesController,
    name: 'replaceProxy',
    security: [{"ApiKey":["proxy:update"]},{"Bearer":["proxy:update"]},{"Session":["proxy:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"ProxyInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/proxies/:id', {
    controller: ProxiesController,
    name: 'patchProxy',
    security: [{"ApiKey":["proxy:update"]},{"Bearer":["proxy:update"]},{"Session":["proxy:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/proxies/:id', {
    controller: ProxiesController,
    name: 'deleteProxy',
    security: [{"ApiKey":["proxy:delete"]},{"Bearer":["proxy:delete"]},{"Session":["proxy:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/proxies/:id/history', {
    controller: ProxiesController,
    name: 'listProxyHistory',
    security: [{"ApiKey":["proxy:read"]},{"Bearer":["proxy:read"]},{"Session":["proxy:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/projects', {
    controller: ProjectsController,
    name: 'listProjects',
    security: [{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/projects', {
    controller: ProjectsController,
    name: 'createProject',
    security: [{"ApiKey":["project:create"]},{"Bearer":["project:create"]},{"Session":["project:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"ProjectInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/projects/batch', {
    controller: ProjectsController,
    name: 'batchProjects',
    security: [{"ApiKey":["project:change"]},{"Bearer":["project:change"]},{"Session":["project:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"ProjectBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/projects/:id', {
    controller: ProjectsController,
    name: 'readProject',
    security: [{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/projects/:id', {
    controller: ProjectsController,
    name: 'replaceProject',
    security: [{"ApiKey":["project:update"]},{"Bearer":["project:update"]},{"Session":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"ProjectInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/projects/:id', {
    controller: ProjectsController,
    name: 'patchProject',
    security: [{"ApiKey":["project:update"]},{"Bearer":["project:update"]},{"Session":["project:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/projects/:id', {
    controller: ProjectsController,
    name: 'deleteProject',
    security: [{"ApiKey":["project:delete"]},{"Bearer":["project:delete"]},{"Session":["project:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/projects/:id/history', {
    controller: ProjectsController,
    name: 'listProjectHistory',
    security: [{"ApiKey":["project:read"]},{"Bearer":["project:read"]},{"Session":["project:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/preferences', {
    controller: PreferencesController,
    name: 'listPreferences',
    security: [{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/preferences', {
    controller: PreferencesController,
    name: 'createPreference',
    security: [{"ApiKey":["preference:create"]},{"Bearer":["preference:create"]},{"Session":["preference:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PreferenceInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/preferences/batch', {
    controller: PreferencesController,
    name: 'batchPreferences',
    security: [{"ApiKey":["preference:change"]},{"Bearer":["preference:change"]},{"Session":["preference:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"PreferenceBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/preferences/:id', {
    controller: PreferencesController,
    name: 'readPreference',
    security: [{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/preferences/:id', {
    controller: PreferencesController,
    name: 'replacePreference',
    security: [{"ApiKey":["preference:update"]},{"Bearer":["preference:update"]},{"Session":["preference:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"PreferenceInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/preferences/:id', {
    controller: PreferencesController,
    name: 'patchPreference',
    security: [{"ApiKey":["preference:update"]},{"Bearer":["preference:update"]},{"Session":["preference:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/preferences/:id', {
    controller: PreferencesController,
    name: 'deletePreference',
    security: [{"ApiKey":["preference:delete"]},{"Bearer":["preference:delete"]},{"Session":["preference:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/preferences/:id/history', {
    controller: PreferencesController,
    name: 'listPreferenceHistory',
    security: [{"ApiKey":["preference:read"]},{"Bearer":["preference:read"]},{"Session":["preference:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/memberships', {
    controller: MembershipsController,
    name: 'listMemberships',
    security: [{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/memberships', {
    controller: MembershipsController,
    name: 'createMembership',
    security: [{"ApiKey":["membership:create"]},{"Bearer":["membership:create"]},{"Session":["membership:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"MembershipInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/memberships/batch', {
    controller: MembershipsController,
    name: 'batchMemberships',
    security: [{"ApiKey":["membership:change"]},{"Bearer":["membership:change"]},{"Session":["membership:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"MembershipBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/memberships/:id', {
    controller: MembershipsController,
    name: 'readMembership',
    security: [{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/memberships/:id', {
    controller: MembershipsController,
    name: 'replaceMembership',
    security: [{"ApiKey":["membership:update"]},{"Bearer":["membership:update"]},{"Session":["membership:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MembershipInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/memberships/:id', {
    controller: MembershipsController,
    name: 'patchMembership',
    security: [{"ApiKey":["membership:update"]},{"Bearer":["membership:update"]},{"Session":["membership:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/memberships/:id', {
    controller: MembershipsController,
    name: 'deleteMembership',
    security: [{"ApiKey":["membership:delete"]},{"Bearer":["membership:delete"]},{"Session":["membership:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/memberships/:id/history', {
    controller: MembershipsController,
    name: 'listMembershipHistory',
    security: [{"ApiKey":["membership:read"]},{"Bearer":["membership:read"]},{"Session":["membership:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/maintenances', {
    controller: MaintenancesController,
    name: 'listMaintenances',
    security: [{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/maintenances', {
    controller: MaintenancesController,
    name: 'createMaintenance',
    security: [{"ApiKey":["maintenance:create"]},{"Bearer":["maintenance:create"]},{"Session":["maintenance:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"MaintenanceInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/maintenances/batch', {
    controller: MaintenancesController,
    name: 'batchMaintenances',
    security: [{"ApiKey":["maintenance:change"]},{"Bearer":["maintenance:change"]},{"Session":["maintenance:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"MaintenanceBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/maintenances/:id', {
    controller: MaintenancesController,
    name: 'readMaintenance',
    security: [{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/maintenances/:id', {
    controller: MaintenancesController,
    name: 'replaceMaintenance',
    security: [{"ApiKey":["maintenance:update"]},{"Bearer":["maintenance:update"]},{"Session":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MaintenanceInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/maintenances/:id', {
    controller: MaintenancesController,
    name: 'patchMaintenance',
    security: [{"ApiKey":["maintenance:update"]},{"Bearer":["maintenance:update"]},{"Session":["maintenance:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/maintenances/:id', {
    controller: MaintenancesController,
    name: 'deleteMaintenance',
    security: [{"ApiKey":["maintenance:delete"]},{"Bearer":["maintenance:delete"]},{"Session":["maintenance:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/maintenances/:id/history', {
    controller: MaintenancesController,
    name: 'listMaintenanceHistory',
    security: [{"ApiKey":["maintenance:read"]},{"Bearer":["maintenance:read"]},{"Session":["maintenance:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/invitations', {
    controller: InvitationsController,
    name: 'listInvitations',
    security: [{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/invitations/batch', {
    controller: InvitationsController,
    name: 'batchInvitations',
    security: [{"ApiKey":["invitation:change"]},{"Bearer":["invitation:change"]},{"Session":["invitation:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"InvitationBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/invitations/:id', {
    controller: InvitationsController,
    name: 'readInvitation',
    security: [{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/invitations/:id', {
    controller: InvitationsController,
    name: 'replaceInvitation',
    security: [{"ApiKey":["invitation:update"]},{"Bearer":["invitation:update"]},{"Session":["invitation:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"InvitationInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/invitations/:id', {
    controller: InvitationsController,
    name: 'patchInvitation',
    security: [{"ApiKey":["invitation:update"]},{"Bearer":["invitation:update"]},{"Session":["invitation:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/invitations/:id', {
    controller: InvitationsController,
    name: 'deleteInvitation',
    security: [{"ApiKey":["invitation:delete"]},{"Bearer":["invitation:delete"]},{"Session":["invitation:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/invitations/:id/history', {
    controller: InvitationsController,
    name: 'listInvitationHistory',
    security: [{"ApiKey":["invitation:read"]},{"Bearer":["invitation:read"]},{"Session":["invitation:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/devices', {
    controller: DevicesController,
    name: 'listDevices',
    security: [{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/devices', {
    controller: DevicesController,
    name: 'createDevice',
    security: [{"ApiKey":["device:create"]},{"Bearer":["device:create"]},{"Session":["device:create"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DeviceInput"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 201,
  });
  put('post', '/api/v2/devices/batch', {
    controller: DevicesController,
    name: 'batchDevices',
    security: [{"ApiKey":["device:change"]},{"Bearer":["device:change"]},{"Session":["device:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"DeviceBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/devices/:id', {
    controller: DevicesController,
    name: 'readDevice',
    security: [{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/devices/:id', {
    controller: DevicesController,
    name: 'replaceDevice',
    security: [{"ApiKey":["device:update"]},{"Bearer":["device:update"]},{"Session":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"DeviceInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/devices/:id', {
    controller: DevicesController,
    name: 'patchDevice',
    security: [{"ApiKey":["device:update"]},{"Bearer":["device:update"]},{"Session":["device:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('delete', '/api/v2/devices/:id', {
    controller: DevicesController,
    name: 'deleteDevice',
    security: [{"ApiKey":["device:delete"]},{"Bearer":["device:delete"]},{"Session":["device:delete"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 204,
  });
  put('get', '/api/v2/devices/:id/history', {
    controller: DevicesController,
    name: 'listDeviceHistory',
    security: [{"ApiKey":["device:read"]},{"Bearer":["device:read"]},{"Session":["device:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/credentials', {
    controller: CredentialsController,
    name: 'listCredentials',
    security: [{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      limit: {"default":100,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":500}}},
      cursor: {"in":"query","name":"cursor","dataType":"string"},
      sort: {"in":"query","name":"sort","dataType":"string"},
      filter: {"in":"query","name":"filter","dataType":"array","array":{"dataType":"string"}},
      at: {"in":"query","name":"at","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('post', '/api/v2/credentials/batch', {
    controller: CredentialsController,
    name: 'batchCredentials',
    security: [{"ApiKey":["credential:change"]},{"Bearer":["credential:change"]},{"Session":["credential:change"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      body: {"in":"body","name":"body","required":true,"ref":"CredentialBatch"},
      _key: {"in":"header","name":"Idempotency-Key","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/credentials/:id', {
    controller: CredentialsController,
    name: 'readCredential',
    security: [{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      at: {"in":"query","name":"at","dataType":"string"},
      _ifNoneMatch: {"in":"header","name":"If-None-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('put', '/api/v2/credentials/:id', {
    controller: CredentialsController,
    name: 'replaceCredential',
    security: [{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"CredentialInput"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('patch', '/api/v2/credentials/:id', {
    controller: CredentialsController,
    name: 'patchCredential',
    security: [{"ApiKey":["credential:update"]},{"Bearer":["credential:update"]},{"Session":["credential:update"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      body: {"in":"body","name":"body","required":true,"ref":"MergePatch"},
      _ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
  put('get', '/api/v2/credentials/:id/history', {
    controller: CredentialsController,
    name: 'listCredentialHistory',
    security: [{"ApiKey":["credential:read"]},{"Bearer":["credential:read"]},{"Session":["credential:read"]}],
    parameters: {
      request: {"in":"request","name":"request","required":true,"dataType":"object"},
      id: {"in":"path","name":"id","required":true,"dataType":"string"},
      limit: {"default":64,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1},"maximum":{"value":1000}}},
      _workspace: {"in":"header","name":"X-Workspace","dataType":"string"},
    },
    successStatus: 200,
  });
}
