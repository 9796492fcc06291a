import { afterEach, beforeEach } from "vitest";
import { keyLength } from "../../server/src/auth/encryption.js";
import { identify } from "../../server/src/auth/identify.js";
import { LoginThrottle } from "../../server/src/auth/login-throttle.js";
import { Passwords } from "../../server/src/auth/passwords.js";
import type { LoginRequest, SignInServices } from "../../server/src/auth/sign-in.js";
import { decodeOtpSecret, generateTotp } from "../../server/src/auth/totp.js";
import type { DomainContext } from "../../server/src/domain/context.js";
import type { Application, User } from "../../server/src/domain/model.js";
import type { FieldError, Reason } from "../../server/src/domain/refusal.js";
import { toCallers } from "../../server/src/http/steps/authorize.js";
import type { Seed } from "../../server/src/seeds/format.js";
import { seed } from "../../server/src/seeds/seed.js";
import type { Engine, TestDatabase } from "./engines.js";

/** Passwords of the users; hubot has two-factor authentication. */
export const passwords = { octocat: "correct horse", hubot: "battery staple" };

/** Credentials of the applications. */
export const clients = {
  editor: { clientId: "11111111111111111111", clientSecret: "editor-secret" },
  robot: { clientId: "Iv1.2222222222222222", clientSecret: "robot-secret" },
};

const otpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

const content: Seed = {
  users: [
    { login: "octocat", password: passwords.octocat },
    { login: "hubot", password: passwords.hubot, otp_secret: otpSecret },
  ],
  applications: [
    { name: "Editor", url: "https://editor.example", ...wireNames(clients.editor) },
    { name: "Robot", url: "https://robot.example", type: "github", ...wireNames(clients.robot) },
  ],
};

/** A throw-away book: two users and two applications in a database of its own, and a clock that stands still. */
export interface TestDomain extends DomainContext, SignInServices {
  readonly database: TestDatabase;
  readonly octocat: User;
  readonly hubot: User;
  readonly editor: Application;
  readonly robot: Application;
  /** Moves the clock by seconds. */
  move(seconds: number): void;
  /** Lets a user in, from one address. */
  signIn(login: string, password: string, code?: string): Promise<User>;
  /** The one-time code that hubot's authenticator shows. */
  code(): string;
}

/** Opens a book. Its store is to be closed, which deletes the database. */
export async function createDomain(engine: Engine): Promise<TestDomain> {
  let time = Date.parse("2026-01-02T03:04:00Z");
  const now = () => new Date(time);
  const database = await engine.create();
  const opened = await database.open();
  const store = {
    ...opened,
    async close() {
      await opened.close();
      await database.remove();
    },
  };
  const key = Buffer.alloc(keyLength, 1);
  await seed({ store, key, now }, content);
  const services = { store, now, key, passwords: new Passwords(now), loginThrottle: new LoginThrottle(store, now) };
  return {
    ...services,
    database,
    octocat: assertDefined(await store.credentials("octocat")).user,
    hubot: assertDefined(await store.credentials("hubot")).user,
    editor: assertDefined(await store.application(clients.editor.clientId)),
    robot: assertDefined(await store.application(clients.robot.clientId)),
    move(seconds) {
      time += seconds * 1000;
    },
    signIn: (login, password, code) => signInUser(services, { login, password, code, address: "192.0.2.1" }),
    code: () => generateTotp(assertDefined(decodeOtpSecret(otpSecret)), now()),
  };
}

/** Opens a book for each test, and closes it. The object is that of the test that runs. */
export function useDomain(engine: Engine): TestDomain {
  const book = {} as TestDomain;
  beforeEach(async () => {
    Object.assign(book, await createDomain(engine));
  });
  afterEach(() => book.store.close());
  return book;
}

function wireNames({ clientId, clientSecret }: { clientId: string; clientSecret: string }) {
  return { client_id: clientId, client_secret: clientSecret };
}

/** Signs a user in as the operations for users do: identified by the credentials, and then let in or refused. */
export async function signInUser(services: SignInServices, { login, password, ...from }: LoginRequest): Promise<User> {
  const credentials = { scheme: "basic", name: login, password } as const;
  return toCallers.user(await identify(services, credentials, { ...from, takesPasswords: true }));
}

/** Signs an application in as its own operations do. */
export async function signInApplication(services: SignInServices, id: string, secret: string): Promise<Application> {
  const credentials = { scheme: "basic", name: id, password: secret } as const;
  const origin = { address: "192.0.2.1", code: undefined, takesPasswords: false };
  return toCallers.application(await identify(services, credentials, origin), id);
}

/** The value, which a test relies on. */
export function assertDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("What the test relies on is not there.");
  return value;
}

/** Properties of a refusal with this reason, for `toMatchObject`. */
export function refusal(code: Reason["code"]): object {
  return { name: "Refusal", reason: { code } };
}

/** Properties of a refusal of one field, for `toMatchObject`. */
export function fieldRefusal(field: string, code: FieldError["code"]): object {
  return { name: "Refusal", reason: { code: "values-refused", errors: [{ field, code }] } };
}
