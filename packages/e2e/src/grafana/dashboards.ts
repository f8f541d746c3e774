import { readText, repositoryFiles } from "../repository/repository-files.js";

/** What the tests look at of a dashboard (https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/). */
export interface Dashboard {
  uid: string;
  title: string;
  editable: boolean;
  templating: { list: Variable[] };
  panels: Panel[];
}

export interface Variable {
  name: string;
  type: string;
  query: string;
  includeAll: boolean;
  datasource: DatasourceReference;
}

export interface Panel {
  id: number;
  title: string;
  type: string;
  datasource: DatasourceReference;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { refId: string; rawSql: string; queryType: string; format: number; datasource: DatasourceReference }[];
}

export interface DatasourceReference {
  type: string;
  uid: string;
}

/** Every dashboard that is provisioned, by file. */
export function dashboards(): { file: string; dashboard: Dashboard }[] {
  return repositoryFiles()
    .filter((file) => /^deploy\/grafana\/dashboards\/[^/]+\.json$/.test(file))
    .map((file) => ({ file, dashboard: JSON.parse(readText(file)) as Dashboard }));
}
