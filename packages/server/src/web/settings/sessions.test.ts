import { describeFlows } from "@grantbook/test-kit/describe-flows";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";

const path = "/settings/sessions";

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const isSignedIn = async (other: TestBrowser) => (await other.get(path)).status === 200;
  const formsTo = (pattern: RegExp) => (browser.page?.forms ?? []).filter(({ action }) => pattern.test(action));

  test("every browser of the user is listed, and one of them is ended", async () => {
    const phone = await flows.signedIn();
    const hubot = await flows.signedIn("hubot");
    const { text } = await browser.open(path);
    expect(text.match(/192\.0\.2\.1 · last used <time/g)).toHaveLength(2);
    expect(text.match(/this browser/g)).toHaveLength(1);
    const [form, another] = formsTo(/\/\d+\/revoke$/);
    expect(another).toBeUndefined();
    const response = await browser.post(form?.action ?? "", form?.fields ?? {});
    expect([response.status, response.location]).toEqual([303, path]);
    expect([await isSignedIn(browser), await isSignedIn(phone), await isSignedIn(hubot)]).toEqual([true, false, true]);
    expect((await browser.post(form?.action ?? "", form?.fields ?? {})).status).toBe(404);
    expect((await browser.open(path)).text).not.toContain("End all others");
  });

  test("all others are ended, and those of other users stay", async () => {
    const others = [await flows.signedIn(), await flows.signedIn()];
    const hubot = await flows.signedIn("hubot");
    await browser.open(path);
    const [form] = formsTo(/revoke-others$/);
    await browser.post(form?.action ?? "", form?.fields ?? {});
    for (const other of others) expect(await isSignedIn(other)).toBe(false);
    expect([await isSignedIn(browser), await isSignedIn(hubot)]).toEqual([true, true]);
  });

  test("the session of another user is not found", async () => {
    const hubot = await flows.signedIn("hubot");
    const [session] = await flows.domain.store.listSessions(flows.domain.hubot.id, flows.domain.now());
    const { createFormToken } = await import("../form-token.js");
    const action = `${path}/${session?.id}/revoke`;
    const token = createFormToken(String(browser.cookies.get("__Host-user_session")), action);
    expect((await browser.post(action, { authenticity_token: token })).status).toBe(404);
    expect(await isSignedIn(hubot)).toBe(true);
  });
});
