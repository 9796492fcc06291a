/** Fault that is planted to see whether a test notices it. */
export interface Fault {
  /** Effect of the fault. */
  readonly what: string;
  readonly file: string;
  /** Text that is in the file once. */
  readonly from: string;
  /** Text in its place. */
  readonly to: string;
  /** File of tests that notice it. */
  readonly test: string;
  /** Engine that the tests need; `sqlite` by default. */
  readonly engine?: "sqlite" | "postgres";
}
