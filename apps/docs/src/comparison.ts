import type { TextFile } from "./changelog.js";
import type { Guide } from "./guides.js";

/** Compared client or server for tests: the lines of its program, and the features that a run of it found. */
interface ComparedProgram {
  readonly kind: "client" | "server";
  /** With its version. */
  readonly name: string;
  readonly lines: number;
  readonly features: Readonly<Record<string, boolean>>;
}

/** Makes a guide of the programs that `npm run interop` compares: a table of the clients, and one of the servers. */
export function comparisonGuide({ file, text }: TextFile): Guide {
  const programs: readonly ComparedProgram[] = JSON.parse(text);
  const tableOf = (wanted: ComparedProgram["kind"]) => table(programs.filter(({ kind }) => kind === wanted));
  return {
    name: "comparison",
    file,
    sources: [file],
    title: "Compared with other tools",
    summary: "What clients and test servers can do, and how many lines of code the same calls take.",
    order: 96,
    text: [introduction, clients, tableOf("client"), servers, tableOf("server"), notes].join("\n\n"),
  };
}

/** Table with a column for each program, and a row for each feature. */
function table(programs: readonly ComparedProgram[]): string {
  const features = Object.keys(programs[0]?.features ?? {});
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["Feature", ...programs.map(({ name }) => name)]),
    row(["---", ...programs.map(() => "---")]),
    ...features.map((feature) => row([feature, ...programs.map((one) => (one.features[feature] ? "yes" : "no"))])),
    row(["Lines of code", ...programs.map(({ lines }) => lines)]),
  ].join("\n");
}

const introduction = `Each column is a short program in \`interop/src/comparison/programs\` of the repository, and each row was found by running
it. The life cycle: a user with two-factor authentication creates, reads, updates and deletes a personal token; an
application receives a token of that user, checks, resets and revokes it. Lines that are empty or comments do not count.`;

const clients = `## Clients

Every program makes the same eight calls. The server's log of requests shows which of them succeeded, also when the first
code is wrong, and when the server fails once.`;

const servers = `## Servers for tests

Each is started by its program, and receives the same plain HTTP requests.`;

const notes = `- MSW runs handlers that you write, so it does what you write: its lines are those handlers.
- Prism makes responses from the description of this API and stores nothing. Its responses are valid, but they do not
  depend on earlier requests.
- emulate has other parts of GitHub, such as repositories and the web application flow, but none of these operations. It
  is version 0.12 of the npm package; the version that npm installs without a number, 1.0.2, is another program.`;
