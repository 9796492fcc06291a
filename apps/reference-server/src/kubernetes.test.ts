import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { parseArguments } from "./options/option.js";
import { serveOptions } from "./options/serve-options.js";

// There is no cluster where tests run: what can be compared with the code is.

const file = fileURLToPath(new URL("../deploy/kubernetes.yaml", import.meta.url));
const text = readFileSync(file, "utf8");
// biome-ignore lint/suspicious/noExplicitAny: the tests compare it with literals.
const documents: any[] = parseAllDocuments(text).map((document) => document.toJS());
const ofKind = (kind: string) => documents.find((document) => document.kind === kind);
const { replicas, selector, template } = ofKind("Deployment").spec;
const [container] = template.spec.containers;

const environment: Record<string, string> = Object.fromEntries(
  container.env.map(({ name, value }: { name: string; value?: string }) => [name, value ?? "secret"]),
);

describe("the manifests", () => {
  test("have settings that there are, with values that can be read", () => {
    const known = new Set<string>(Object.values(serveOptions).map((option) => option.environment));
    expect(Object.keys(environment).filter((name) => name !== "PGPASSWORD" && !known.has(name))).toEqual([]);
    const { values } = parseArguments(serveOptions, [], environment);
    expect(values.database.engine.isShared).toBe(true);
    expect(values["public-url"]).toBe("https://grantbook.example");
  });

  test("ask the probes of the server, at the port of the image", () => {
    const dockerfile = readFileSync(fileURLToPath(new URL("../deploy/Dockerfile", import.meta.url)), "utf8");
    const [, port] = /^EXPOSE (\d+)$/m.exec(dockerfile) ?? [];
    expect(container.ports).toContainEqual({ name: "http", containerPort: Number(port) });
    expect(container.ports).toContainEqual({
      name: "metrics",
      containerPort: Number(environment.METRICS?.split(":").at(-1)),
    });
    for (const [probe, path] of [
      ["startupProbe", "/ready"],
      ["livenessProbe", "/live"],
      ["readinessProbe", "/ready"],
    ] as const) {
      expect(container[probe].httpGet).toEqual({ path, port: "http" });
    }
    expect(ofKind("Service").spec.ports).toEqual([{ name: "http", port: 80, targetPort: "http" }]);
  });

  test("give a pod more time to end than it takes, and keep enough of them", () => {
    const { "shutdown-timeout": timeout, "shutdown-delay": delay } = parseArguments(
      serveOptions,
      [],
      environment,
    ).values;
    const [, seconds] = container.lifecycle.preStop.exec.command;
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + timeout + delay);
    const { minAvailable } = ofKind("PodDisruptionBudget").spec;
    expect([minAvailable > 0, minAvailable < replicas]).toEqual([true, true]);
  });

  test("let the server wait for its database for less time than the startup probe", () => {
    const { "database-wait": wait } = parseArguments(serveOptions, [], environment).values;
    const { periodSeconds, failureThreshold } = container.startupProbe;
    expect(periodSeconds * failureThreshold).toBeGreaterThan(wait);
  });

  test("select the pods, and mount what is there", () => {
    const labels = { app: "grantbook" };
    expect([selector.matchLabels, template.metadata.labels, ofKind("Service").spec.selector]).toEqual(
      Array(3).fill(labels),
    );
    expect(ofKind("PodDisruptionBudget").spec.selector.matchLabels).toEqual(labels);
    const mounts: { name: string; mountPath: string }[] = container.volumeMounts;
    expect(mounts.map(({ name }) => name)).toEqual(template.spec.volumes.map(({ name }: { name: string }) => name));
    expect(mounts.some(({ mountPath }) => environment.KEY_FILE?.startsWith(`${mountPath}/`))).toBe(true);
  });

  test("keep the server from what it does not need", () => {
    expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });
});
