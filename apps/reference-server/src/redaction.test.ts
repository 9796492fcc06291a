import { expect, test } from "vitest";
import { redactSecrets } from "./redaction.js";

test.each([
  ["Invalid URL: http://x/tokens/gho_16C7e42F292c6912E7710c838347Ae178B4a", "Invalid URL: http://x/tokens/***"],
  ["legacy e72e16c7e42f292c6912e7710c838347ae178b4a!", "legacy ***!"],
  ["postgres://me:secret@host/db and http://a@b/", "postgres://***host/db and http://***b/"],
  [
    "id 6725:BCCB:A04FD5:2C61C4:6B010A74 at file:///work/main.js:1:2",
    "id 6725:BCCB:A04FD5:2C61C4:6B010A74 at file:///work/main.js:1:2",
  ],
  ["mail octocat@example.com", "mail octocat@example.com"],
])("%s has no secret any more", (text, shown) => {
  expect(redactSecrets(text)).toBe(shown);
});
