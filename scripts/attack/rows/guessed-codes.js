// Row 3: one-time codes guessed by an attacker who knows the password and sends a used code in between.
import { generateTotp, wrongCodes } from "../one-time-codes.js";
import { monalisa } from "../row.js";
import { basic, Wire } from "../sockets.js";

/** The default of `--failed-codes`. */
const maxGuesses = 5;

/** @type {import("../row.js").Row} */
export const guessedCodes = {
  number: 3,
  usesStore: true,
  name: "guessing one-time codes",
  async run(scene, finding) {
    const server = await scene.start();
    const wire = await Wire.open(server.port);
    // The clock of --demo stands still, so that it is known which codes are right.
    const clock = await wire.ask(
      "PUT",
      "/_grantbook/clock",
      {},
      JSON.stringify({ now: "2026-06-01T12:00:00Z", stopped: true }),
    );
    if (clock?.status !== 200) throw new Error(`the clock was not set: ${clock?.status}`);
    let timeMs = Date.parse("2026-06-01T12:00:00Z");
    const signIn = async (/** @type {string} */ code) => {
      const headers = { Authorization: basic(monalisa.login, monalisa.password), "X-GitHub-OTP": code };
      return (await wire.ask("GET", "/api/v3/authorizations", headers))?.status;
    };

    const first = await signIn(generateTotp(monalisa.otpSecret, timeMs));
    finding.require(first === 200, `a right code is answered ${first}`);
    for (let index = 0; index < 20; index += 1) await signIn(generateTotp(monalisa.otpSecret, timeMs));
    timeMs += 60_000;
    await wire.ask("PUT", "/_grantbook/clock", {}, JSON.stringify({ move: 60 }));
    const next = await signIn(generateTotp(monalisa.otpSecret, timeMs));
    finding.require(next === 200, `after a used code was sent 20 times the next right one is answered ${next}`);

    const guesses = wrongCodes(monalisa.otpSecret, timeMs);
    const end = performance.now() + (scene.isShort ? 1000 : 10_000);
    let accepted = 0;
    let sent = 0;
    while (performance.now() < end || sent < 40) {
      for (let index = 0; index < 4; index += 1) {
        const status = await signIn(/** @type {string} */ (guesses.next().value));
        sent += 1;
        if (status === 401) accepted += 1;
      }
      await signIn(generateTotp(monalisa.otpSecret, timeMs));
    }
    finding.require(accepted <= maxGuesses, `${accepted} wrong codes were tried`);
    finding.note(`guesses accepted ${accepted} of ${sent}`);
    wire.close();
  },
};
