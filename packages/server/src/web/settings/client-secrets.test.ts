import { expect, test } from "vitest";
import type { ClientSecret } from "../../domain/model.js";
import type { WebRequest } from "../web-request.js";
import { ClientSecrets } from "./client-secrets.js";

const request = { path: (path: string) => path, token: () => null } as unknown as WebRequest;
const secret = { id: 7, lastEight: "abcdef12", createdAt: new Date("2026-01-02T03:04:05Z"), lastUsedAt: null };

const show = (changes: Partial<ClientSecret>) =>
  String(
    ClientSecrets({ request, path: "/settings/applications/1", secrets: [{ ...secret, ...changes } as ClientSecret] }),
  );

test("a secret is named by its last digits, and says when it was used", () => {
  const html = show({ lastUsedAt: new Date("2026-11-27T00:00:00Z") });
  expect(html).toContain("<code>…abcdef12</code>");
  expect(html).toContain('aria-label="Delete the client secret abcdef12"');
  expect(html).toContain("last used <time");
  expect(html).not.toContain("never used");
});

test("a secret that was chosen elsewhere is named by its id, and may never have been used", () => {
  const html = show({ lastEight: null });
  expect(html).toContain("<code>chosen elsewhere</code>");
  expect(html).toContain('aria-label="Delete the client secret 7"');
  expect(html).toContain("never used");
  expect(html).not.toContain("last used");
});
