// The table of outcomes, in lines of at most 80 characters.
/** @typedef {import("./row.js").Outcome} Outcome */

const width = 80;
const indent = " ".repeat(4);

/** The lines of one outcome. @param {Outcome} outcome */
export function linesOf({ row, engine, broken, figures }) {
  const outcome = broken.length === 0 ? "held" : "BROKEN";
  const head = `${String(row.number).padStart(2)}  ${row.name.padEnd(46)}  ${engine.name.padEnd(10)}  ${outcome}`;
  return [head, ...broken.flatMap((text) => wrapped(`! ${text}`)), ...figures.flatMap((text) => wrapped(text))].join(
    "\n",
  );
}

/** One line about all of them. @param {readonly Outcome[]} outcomes */
export function summary(outcomes) {
  const broken = outcomes.filter((outcome) => outcome.broken.length > 0).length;
  return `${outcomes.length - broken} held, ${broken} broken`;
}

/** @param {string} text */
function wrapped(text) {
  const lines = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > width && line !== indent) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}
