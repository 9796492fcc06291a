const { Request, Response } = globalThis;

/** Puts back the classes of the runtime, which a listener of `@hono/node-server` replaces by its own. */
export function restoreRuntimeClasses(): void {
  Object.assign(globalThis, { Request, Response });
}
