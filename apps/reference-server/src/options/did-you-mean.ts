import { closest, distance } from "fastest-levenshtein";

/** Maximum edits between a word and the one that was probably meant. */
const maxEdits = 2;

/** Suggests the most similar of the known words, as the end of an error message. Empty when none is similar. */
export function didYouMean(word: string, known: readonly string[]): string {
  const candidate = known.length === 0 ? word : closest(word, known);
  const edits = distance(word, candidate);
  return edits > 0 && edits <= maxEdits && edits < candidate.length ? `; did you mean ${candidate}?` : "";
}
