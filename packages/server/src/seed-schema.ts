import { object, text, webAddress } from "./validation.js";

/** A user, in a seed and as the parameters of a command. */
export const userSchema = object(
  {
    // No colon: Basic authentication could not carry it.
    login: text(100, {
      pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
      problem: "must begin with a letter or digit and have only letters, digits, dots, hyphens and underscores",
    }),
    password: text(1024),
    name: text(255),
    email: text(255),
    site_admin: { type: "boolean" },
    otp_secret: text(255, { format: "base32", problem: "must be base 32, of 16 characters or more" }),
  },
  "login",
);

/** An application, in a seed and as the parameters of a command. */
export const applicationSchema = object(
  {
    name: text(255),
    url: webAddress,
    callback_url: webAddress,
    // Twenty zeros stand for personal tokens.
    client_id: text(20, {
      pattern: "^(?!0{20}$)[A-Za-z0-9._-]+$",
      problem: "must have only letters, digits, dots, hyphens and underscores, and not be twenty zeros",
    }),
    client_secret: text(40),
    type: { enum: ["oauth", "github"] },
  },
  "name",
  "url",
);

/** Users and applications to start with. */
export const seedSchema = object({
  users: { type: "array", items: userSchema },
  applications: { type: "array", items: applicationSchema },
});
