/** Returns what a promise is rejected with. Throws when it is fulfilled. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`It was to fail, and gave ${JSON.stringify(value)}`)),
    (reason: unknown) => reason,
  );
}
