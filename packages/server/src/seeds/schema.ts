import { callbackAddress, object, text, webAddress } from "../validation.js";

const emailAddress = text(255, { pattern: "^[^\\s@]+@[^\\s@]+$", problem: "must be an e-mail address" });

const emailSchema = {
  ...object(
    {
      email: emailAddress,
      primary: { type: "boolean" },
      verified: { type: "boolean" },
      visibility: { enum: ["public", "private"] },
    },
    "email",
  ),
  not: { required: ["visibility"], not: { required: ["primary"], properties: { primary: { const: true } } } },
  problem: "must have primary: true next to visibility; other addresses have none",
};

/** A user, in a seed and as the parameters of a command. */
export const userSchema = {
  ...object(
    {
      // No colon: Basic authentication could not carry it.
      login: text(100, {
        pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
        problem: "must begin with a letter or digit and have only letters, digits, dots, hyphens and underscores",
      }),
      password: text(1024),
      name: text(255),
      email: emailAddress,
      emails: {
        type: "array",
        maxItems: 10,
        uniqueBy: "email",
        items: emailSchema,
        allOf: [
          {
            contains: { type: "object", required: ["primary"], properties: { primary: { const: true } } },
            minContains: 0,
            maxContains: 1,
            problem: "must have one primary address",
          },
        ],
      },
      site_admin: { type: "boolean" },
      otp_secret: text(255, { format: "base32", problem: "must be base 32, of 16 characters or more" }),
      recovery_codes: {
        type: "array",
        maxItems: 16,
        items: text(40, { pattern: "[A-Za-z0-9-]{10,}", problem: "must have 10 letters and digits or more" }),
      },
    },
    "login",
  ),
  not: { type: "object", required: ["email", "emails"] },
  problem: "must have email or emails, not both",
};

/** An application, in a seed and as the parameters of a command. */
export const applicationSchema = {
  ...object(
    {
      name: text(255),
      url: webAddress,
      callback_url: callbackAddress,
      callback_urls: { type: "array", minItems: 1, maxItems: 10, items: callbackAddress },
      // Twenty zeros stand for personal tokens.
      client_id: text(20, {
        pattern: "^(?!0{20}$)[A-Za-z0-9._-]+$",
        problem: "must have only letters, digits, dots, hyphens and underscores, and not be twenty zeros",
      }),
      client_secret: text(40),
      type: { enum: ["oauth", "github"] },
      device_flow: { type: "boolean" },
      expire_user_tokens: { type: "boolean" },
      consent: { enum: ["ask", "always", "never"] },
      owner: text(100),
    },
    "name",
    "url",
  ),
  not: { required: ["callback_url", "callback_urls"] },
  problem: "must have callback_url or callback_urls, not both",
};

/** Users and applications to start with. */
export const seedSchema = object({
  users: { type: "array", items: userSchema },
  applications: { type: "array", items: applicationSchema },
});
