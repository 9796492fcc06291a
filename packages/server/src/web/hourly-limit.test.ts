import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { expect, test } from "vitest";

describeFlows((flows) => {
  test("where there is an hourly limit, the user confirms again when it is reached, and nothing is revoked", async () => {
    const browser = flows.browser({ tokensPerHour: 2 });
    await browser.open("/login");
    await browser.submit("login", { login: "octocat", password: "correct horse" });
    const token = (await flows.exchange(await flows.code(browser, { scope: "repo gist" }))).access_token;
    // The same scopes in another order count together, others do not.
    expect((await browser.open(flows.authorizePath({ scope: "gist repo" }))).location).toContain("?code=");
    expect((await browser.open(flows.authorizePath({ scope: "gist" }))).location).toContain("?code=");
    flows.domain.move(3599);
    const { text } = await browser.open(flows.authorizePath({ scope: "repo gist" }));
    expect(text).toContain("<h1>Reauthorization required</h1>");
    expect(text).toContain("unusually high number of requests");
    expect((await browser.submit("authorize", { authorize: "1" })).location).toContain("?code=");
    expect(await flows.use(token)).toBe(200);
    flows.domain.move(1);
    expect((await browser.open(flows.authorizePath({ scope: "repo gist" }))).location).toContain("?code=");
  });
});
