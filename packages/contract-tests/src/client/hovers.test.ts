import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

// Hovers of an editor over the client. Editors ask the language service of TypeScript, as this test does.

const file = fileURLToPath(new URL("hovers.sample.ts", import.meta.url));
const text = `import { type Application, type Authorization, type Grant, type Scope, type User, createClient } from "@grantbook/client";
const octocat = createClient({ baseUrl: "", auth: { login: "", password: "" } });
const editor = createClient({ baseUrl: "", auth: { clientId: "", clientSecret: "" } });
const created = await octocat.authorizations.create({ note: "" });
const checked = editor.tokens.check({ access_token: "" });
let authorization: Authorization;
let grant: Grant;
let scope: Scope = "repo";
let application: Application;
let user: User;
`;

function createService(): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ["@grantbook/source"],
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const read = (name: string) => (name === file ? text : ts.sys.readFile(name));
  return ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(name) {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  });
}

describe("an editor", () => {
  const service = createService();

  /** Type and documentation of the name that begins at some text. */
  const hover = (at: string) => {
    const info = service.getQuickInfoAtPosition(file, text.indexOf(at));
    return {
      type: ts.displayPartsToString(info?.displayParts),
      documentation: ts.displayPartsToString(info?.documentation),
    };
  };

  test("shows parameters, result and documentation of a method", () => {
    const { type, documentation } = hover("create({ note");
    expect(type).toMatch(/^\(property\) create: \(request\?: \{\n {4}scopes\?: string\[\] \| string \| null/);
    expect(type).toMatch(/Promise<\{\n {4}id: number;\n {4}url: string;/);
    expect(documentation).toMatch(/^Create a new authorization\./);
    expect(hover("check({ access").type).toMatch(
      /\(request: \{\n {4}readonly client_id\?: string.*\n {4}access_token: string;\n\}/,
    );
  });

  test.each([
    ["created =", /^const created: \{\n {4}id: number;/],
    ["authorization: Auth", /^let authorization: \{\n {4}id: number;/],
    ["grant: Grant", /^let grant: \{\n {4}id: number;/],
    ["scope: Scope", /^let scope: Scope$/],
    ["application: App", /^let application: \{\n {4}client_id: string;/],
    ["user: User", /^let user: \{\n {4}name\?: string \| null;\n[^}]* login: string;/],
  ])("shows the fields of what is called %s", (at, shown) => {
    expect(hover(at).type).toMatch(shown);
  });
});
