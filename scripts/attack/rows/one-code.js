// Row 20: one right one-time code sent a hundred times at once, to two processes where they share a database.
import { generateTotp } from "../one-time-codes.js";
import { monalisa } from "../row.js";
import { basic, Wire } from "../sockets.js";

const uses = 100;
const authorization = basic(monalisa.login, monalisa.password);

/** @type {import("../row.js").Row} */
export const oneCode = {
  number: 20,
  usesStore: true,
  name: "one code, a hundred times at once",
  async run(scene, finding) {
    const first = await scene.start();
    const ports = [first.port];
    if (scene.database.startsWith("postgres:")) ports.push((await scene.start()).port);
    // A password that was right once is remembered: what follows meets at the code.
    for (const port of ports) {
      const wire = await Wire.open(port);
      const asked = await wire.ask("GET", "/api/v3/authorizations", { Authorization: authorization });
      if (asked?.status !== 401) throw new Error(`without a code the answer is ${asked?.status}`);
      wire.close();
    }
    const wires = await Promise.all(
      Array.from({ length: uses }, (_, index) => Wire.open(ports[index % ports.length] ?? 0)),
    );
    const code = generateTotp(monalisa.otpSecret, Date.now());
    const headers = { Authorization: authorization, "X-GitHub-OTP": code };
    const answers = await Promise.all(wires.map((wire) => wire.ask("GET", "/api/v3/authorizations", headers)));
    for (const wire of wires) wire.close();
    const successes = answers.filter((answer) => answer?.status === 200).length;
    finding.require(successes === 1, `${successes} of ${uses} were let in`);
    finding.note(`${uses} uses on ${ports.length === 1 ? "one process" : "two processes"}: ${successes} let in`);
  },
};
