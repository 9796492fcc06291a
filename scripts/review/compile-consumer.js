import { createRequire } from "node:module";

/**
 * The compiler, loaded as CommonJS: an import searches its nine megabytes for exports, which takes 0.3 s.
 * @type {typeof import("typescript")}
 */
const ts = createRequire(import.meta.url)("typescript");

/**
 * @typedef {{ id: string, part: string, message: string }} Incompatibility `part` is `request` or `response 200`
 */

/** The library that generated types need; loading TypeScript's own would take longer than all the rest. */
const library = `
interface Array<T> { length: number; [index: number]: T }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
type Record<K extends keyof any, T> = { [P in K]: T };
type Partial<T> = { [P in keyof T]?: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
`;

/**
 * Compiles a consumer of both versions of the generated types: it passes the requests of the base to the head, and
 * reads the responses of the head like those of the base.
 * @param {string} before types.ts of the base @param {string} after types.ts of the head
 * @param {readonly string[]} ids operations of both
 * @returns {Incompatibility[]} at most one for each part of an operation
 */
export function incompatibleOperations(before, after, ids) {
  const statuses = responsesByOperation(before);
  /** @type {{ id: string, part: string }[]} */
  const assertions = [];
  const lines = ids.flatMap((id) => {
    const own = statuses.get(id);
    if (!own) return [];
    const name = JSON.stringify(id);
    const parts = [
      ...["parameters", "requestBody"].map((key) => ({ part: "request", type: `[${name}]["${key}"]`, isSent: true })),
      ...own.map((status) => ({
        part: `response ${status}`,
        type: `[${name}]["responses"][${status}]`,
        isSent: false,
      })),
    ];
    return parts.map(({ part, type, isSent }) => {
      assertions.push({ id, part });
      const [from, to] = isSent ? ["Base", "Head"] : ["Head", "Base"];
      return `accept<${to}.operations${type}>(null! as ${from}.operations${type});`;
    });
  });
  const consumer = [
    'import type * as Base from "./base"; import type * as Head from "./head"; declare function accept<T>(value: T): void;',
    ...lines,
  ].join("\n");
  const found = errorsIn({ "library.d.ts": library, "base.ts": before, "head.ts": after, "consumer.ts": consumer });
  const broken = found.map(({ line, message }) => ({ .../** @type {any} */ (assertions[line - 1]), message }));
  return broken.filter(
    ({ id, part }, index) => broken.findIndex((other) => other.id === id && other.part === part) === index,
  );
}

/** @param {string} types @returns {Map<string, string[]>} statuses by operation */
function responsesByOperation(types) {
  const source = ts.createSourceFile("types.ts", types, ts.ScriptTarget.Latest, true);
  const operations = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "operations",
  );
  if (!operations || !ts.isInterfaceDeclaration(operations)) return new Map();
  return new Map(
    operations.members.map((member) => {
      const responses = memberOf(typeOf(member), "responses");
      return [textOf(member), membersOf(responses && typeOf(responses)).map(textOf)];
    }),
  );
}

/** @param {import("typescript").TypeElement} member */
const typeOf = (member) => (ts.isPropertySignature(member) ? member.type : undefined);

/** @param {import("typescript").TypeNode | undefined} type */
const membersOf = (type) => (type && ts.isTypeLiteralNode(type) ? [...type.members] : []);

/** @param {import("typescript").TypeNode | undefined} type @param {string} name */
const memberOf = (type, name) => membersOf(type).find((member) => textOf(member) === name);

/** @param {import("typescript").TypeElement} member */
const textOf = (member) => (member.name && "text" in member.name ? member.name.text : "");

/** @param {Record<string, string>} files */
function errorsIn(files) {
  /** @type {import("typescript").CompilerOptions} */
  const options = {
    strict: true,
    noLib: true,
    noEmit: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const read = (/** @type {string} */ name) => files[name.replace(/^.*\//, "")];
  host.fileExists = (name) => read(name) !== undefined;
  host.readFile = read;
  host.directoryExists = () => true;
  host.getSourceFile = (name, target) => {
    const text = read(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram(Object.keys(files), options, host);
  const consumer = program.getSourceFile("consumer.ts");
  return program.getSemanticDiagnostics(consumer).map(({ start = 0, messageText }) => ({
    line: consumer?.getLineAndCharacterOfPosition(start).line ?? 0,
    message: deepestMessage(messageText),
  }));
}

/**
 * The most exact part of a message.
 * @param {string | import("typescript").DiagnosticMessageChain} message
 * @returns {string}
 */
function deepestMessage(message) {
  if (typeof message === "string") return message;
  const [next] = message.next ?? [];
  return next ? deepestMessage(next) : message.messageText;
}
