import { describe, expect, it, vi } from "vitest";
import { parseAllDocuments } from "yaml";
import { readText, repositoryFiles } from "../repository/repository-files.js";
import { askingTimeoutMs, settingsOf } from "./settings-of.js";

vi.setConfig({ testTimeout: askingTimeoutMs });

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  data?: Record<string, string>;
  spec?: { template?: { spec: PodSpec }; podSelector?: object; ingress?: unknown };
}

interface PodSpec {
  automountServiceAccountToken?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  tolerations?: object[];
  securityContext: Record<string, unknown>;
  containers: Container[];
  volumes: { name: string; hostPath?: { path: string }; secret?: { secretName: string; defaultMode: number } }[];
}

interface Container {
  image: string;
  env?: { name: string; value?: string }[];
  securityContext: Record<string, unknown>;
  resources: { requests: object; limits: object };
  startupProbe?: object;
  readinessProbe?: object;
  livenessProbe?: object;
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean; subPathExpr?: string }[];
}

const files = repositoryFiles().filter((file) => /^deploy\/kubernetes\/.*\.yaml$/.test(file));
const manifests = files.flatMap((file) =>
  parseAllDocuments(readText(file), { version: "1.1" }).map((document) => document.toJS() as Manifest),
);
const pods = manifests.flatMap(({ kind, metadata, spec }) =>
  spec?.template === undefined
    ? []
    : [{ kind, name: metadata.name, namespace: metadata.namespace, pod: spec.template.spec }],
);
const shared = manifests.find(({ kind }) => kind === "ConfigMap")?.data ?? {};

it("applies every file of its folder", () => {
  const kustomization = readText("deploy/kubernetes/kustomization.yaml");
  for (const file of files) {
    const name = file.replace("deploy/kubernetes/", "");
    if (name !== "kustomization.yaml") expect(kustomization).toContain(`- ${name}\n`);
  }
});

it("runs everything, and a collector on every node", () => {
  expect(pods.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    "DaemonSet collector",
    "Deployment api",
    "Deployment cache-projector",
    "Deployment ingester",
    "StatefulSet clickhouse",
    "StatefulSet nats",
    "StatefulSet redis",
  ]);
  expect(pods.find(({ name }) => name === "collector")?.pod.tolerations).toEqual([{ operator: "Exists" }]);
});

describe.each(pods)("$kind $name", ({ name, namespace, pod }) => {
  const [container] = pod.containers as [Container];

  it("may do no more than it has to", () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect([pod.hostNetwork, pod.hostPID]).toEqual([undefined, undefined]);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("has limits and is asked how it is", () => {
    expect(Object.keys(container.resources.limits)).toEqual(["cpu", "memory"]);
    expect(Object.keys(container.resources.requests)).toEqual(["cpu", "memory"]);
    for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"] as const)
      expect(container[probe]).toBeDefined();
  });

  it("mounts secrets by reference, read-only and not for everybody", () => {
    const secrets = pod.volumes.filter(({ secret }) => secret !== undefined);
    expect(secrets.length).toBeGreaterThan(0);
    for (const { name: volume, secret } of secrets) {
      expect(secret?.defaultMode).toBe(0o440);
      expect(container.volumeMounts.find((mount) => mount.name === volume)?.readOnly).toBe(true);
    }
    for (const { name: variable, value } of container.env ?? []) {
      if (/PASSWORD|SECRET|API_KEY|CREDS|REDIS_URL/.test(variable)) expect(variable).toMatch(/_FILE$/);
      if (value?.startsWith("/secrets/")) {
        expect(
          container.volumeMounts.some(({ mountPath }) => value.startsWith(mountPath)),
          value,
        ).toBe(true);
      }
    }
  });

  it("sees a node only where it has to, and cannot write to it", () => {
    const hostPaths = pod.volumes.flatMap(({ name: volume, hostPath }) =>
      hostPath === undefined ? [] : [{ volume, hostPath }],
    );
    expect(hostPaths.map(({ hostPath }) => hostPath.path)).toEqual(name === "collector" ? ["/proc", "/sys", "/"] : []);
    for (const { volume } of hostPaths) {
      expect(container.volumeMounts.find((mount) => mount.name === volume)?.readOnly).toBe(true);
    }
    expect(namespace).toBe(name === "collector" ? "statwire-nodes" : "statwire");
  });

  it("is of one version, and is given settings that it has", () => {
    expect(container.image).toMatch(/^statwire$|:\d+\.\d+[\w.-]*$/);
    if (container.image !== "statwire") return;
    const known = settingsOf(name);
    expect((container.env ?? []).map((variable) => variable.name).filter((variable) => !known.has(variable))).toEqual(
      [],
    );
  });
});

it("gives all services settings that one of them has, none of them secret", () => {
  const known = new Set(["ingester", "cache-projector", "api"].flatMap((service) => [...settingsOf(service)]));
  expect(Object.keys(shared).filter((name) => !known.has(name))).toEqual([]);
  expect(Object.keys(shared).filter((name) => /PASSWORD|SECRET|KEY|CREDS/.test(name))).toEqual([]);
});

it("hands each collector the credential of its own node", () => {
  const mounts = pods.find(({ name }) => name === "collector")?.pod.containers[0]?.volumeMounts ?? [];
  const credentials = mounts.find(({ mountPath }) => mountPath === "/secrets/bus.creds");
  expect(credentials?.subPathExpr).toBe("$(NODE_ID).creds");
});

it("holds no secret, and closes its namespace", () => {
  expect(manifests.filter(({ kind }) => kind === "Secret")).toEqual([]);
  const namespaces = manifests.filter(({ kind }) => kind === "Namespace");
  expect(namespaces.map(({ metadata }) => metadata.labels?.["pod-security.kubernetes.io/enforce"])).toEqual([
    "restricted",
    "privileged",
  ]);
  const closed = manifests.find(({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "closed");
  expect(closed?.spec).toEqual({ podSelector: {}, policyTypes: ["Ingress"] });
});
