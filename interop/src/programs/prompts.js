// Answers the questions of a program that asks on its terminal, as a person would type them.
import { PassThrough } from "node:stream";

/** Puts a stream in the place of standard input, and writes each answer when its question is printed. */
export function answerPrompts(answers) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input, ref() {}, unref() {} });
  Object.defineProperty(process, "stdin", { value: input });
  const asked = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...more) => {
    const text = String(chunk);
    const found = answers.find(([question]) => !asked.includes(question) && text.includes(question));
    if (found) {
      asked.push(found[0]);
      const [, answer] = found;
      setTimeout(() => input.write(`${typeof answer === "function" ? answer() : answer}\n`), 50);
    }
    return write(chunk, ...more);
  };
  return { asked };
}
