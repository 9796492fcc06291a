// Every attack, in the order of its number.
import { administration } from "./rows/administration.js";
import { badInputsRow } from "./rows/bad-inputs.js";
import { lastAnswer, stopping } from "./rows/endings.js";
import { failedLogins } from "./rows/failed-logins.js";
import { guessedCodes } from "./rows/guessed-codes.js";
import { malformedHosts, oldProtocol, twoHosts } from "./rows/host-headers.js";
import { oneCode } from "./rows/one-code.js";
import { pipelining } from "./rows/pipelining.js";
import { rateLimits } from "./rows/rate-limits.js";
import { seeds } from "./rows/seeds.js";
import { smuggling } from "./rows/smuggling.js";
import { switches } from "./rows/switches.js";
import { unreadAnswers } from "./rows/unread-answers.js";

/** @type {readonly import("./row.js").Row[]} */
export const rows = [
  pipelining,
  unreadAnswers,
  guessedCodes,
  failedLogins,
  malformedHosts,
  twoHosts,
  oldProtocol,
  stopping,
  lastAnswer,
  administration,
  switches,
  seeds,
  rateLimits,
  badInputsRow,
  smuggling,
  oneCode,
];
