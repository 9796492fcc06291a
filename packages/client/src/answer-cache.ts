/** An answer that is kept, with the entity tag that a server recognises it by. */
export interface KeptAnswer {
  readonly etag: string;
  /** Headers and body as JSON. */
  readonly answer: string;
}

/** Where a client keeps answers. It has answers of that client's caller: do not share it with another caller. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): void;
}

/** Keeps answers in memory; beyond `most` (100 by default) the one that was not used the longest is forgotten. */
export function memoryCache(most = 100): AnswerCache {
  const kept = new Map<string, KeptAnswer>();
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer && kept.delete(key)) kept.set(key, answer);
      return answer;
    },
    set(key, answer) {
      kept.delete(key);
      kept.set(key, answer);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    },
  };
}
