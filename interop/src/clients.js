// The clients: what they are, and how their program is started.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const path = (name) => fileURLToPath(new URL(`programs/${name}`, import.meta.url));

/** A client from npm, in the version of package-lock.json. Its program gets the name of the package. */
const fromNpm = (id, name, program) => ({
  id,
  kind: "client",
  name: `${name} ${versionOf(id)}`,
  command: [process.execPath, path(program), id],
});

/** A client from Debian; `missing` says why it cannot be run here. */
const fromDebian = (id, name, packages, command) => {
  const missingPackages = packages.filter((one) => !debianVersionOf(one));
  return {
    id,
    kind: "client",
    name: `${name} ${upstreamVersion(debianVersionOf(packages[0]) ?? "")}`.trim(),
    command,
    missingPackages,
    missing: missingPackages.length === 0 ? undefined : `not installed: apt-get install ${missingPackages.join(" ")}`,
  };
};

const debian = (file) => path(`debian/${file}`);

export const clients = [
  fromNpm("octokit-rest-15", "@octokit/rest", "octokit-rest-15.js"),
  fromNpm("octokit-rest-16", "@octokit/rest", "octokit-rest-16.js"),
  fromNpm("octokit-rest-17", "@octokit/rest", "octokit-rest-auth-basic.js"),
  fromNpm("octokit-rest-18", "@octokit/rest", "octokit-rest-auth-basic.js"),
  fromNpm("octokit", "octokit", "octokit.js"),
  fromNpm("@octokit/plugin-enterprise-server", "@octokit/plugin-enterprise-server", "plugin-enterprise-server.js"),
  fromNpm("@octokit/oauth-methods", "@octokit/oauth-methods", "oauth-methods.js"),
  fromNpm("@octokit/oauth-app", "@octokit/oauth-app", "oauth-app.js"),
  fromNpm("@octokit/auth-oauth-user", "@octokit/auth-oauth-user", "auth-oauth-user.js"),
  fromNpm("@octokit/auth-oauth-device", "@octokit/auth-oauth-device", "auth-oauth-device.js"),
  fromNpm("openid-client", "openid-client", "openid-client.js"),
  fromNpm("passport-github2", "passport-github2", "passport-github2.js"),
  fromNpm("@auth/express", "@auth/express", "auth-express.js"),
  fromNpm("@hapi/bell", "@hapi/bell", "bell.js"),
  fromNpm("@fastify/oauth2", "@fastify/oauth2", "fastify-oauth2.js"),
  fromNpm("better-auth", "better-auth", "better-auth.js"),
  fromNpm("grant", "grant", "grant.js"),
  fromNpm("github-0.2.4", "github", "github-0.2.4.js"),
  fromNpm("github-13", "github", "github-13.js"),
  fromNpm("octonode", "octonode", "octonode.js"),
  fromNpm("gh-got", "gh-got", "gh-got.js"),
  fromNpm("ghauth-3", "ghauth", "ghauth.js"),
  fromNpm("ghauth-5", "ghauth", "ghauth.js"),
  fromNpm("semantic-release-cli", "semantic-release-cli", "semantic-release-cli.js"),
  { ...fromDebian("hub", "hub", ["hub", "git"], ["bash", debian("hub.sh")]), needsPort443: true },
  // gh has its client id built in.
  {
    ...fromDebian("gh", "gh", ["gh"], ["bash", debian("gh.sh")]),
    needsPort443: true,
    clientId: "178c6fc778ccc68e1d6a",
  },
  fromDebian("octokit.rb", "octokit.rb", ["ruby-octokit"], ["ruby", debian("octokit.rb")]),
  fromDebian("pygithub", "PyGithub", ["python3-github"], ["/usr/bin/python3", debian("pygithub.py")]),
  fromDebian(
    "go-github",
    "go-github",
    ["golang-github-google-go-github-dev", "golang-go"],
    [process.execPath, path("go-github.js")],
  ),
  fromDebian(
    "social-auth-core",
    "social-auth-core",
    ["python3-social-auth-core"],
    [process.execPath, path("other-language.js"), "/usr/bin/python3", debian("social-auth.py")],
  ),
  fromDebian(
    "omniauth-github",
    "omniauth-github",
    ["ruby-omniauth-github"],
    [process.execPath, path("other-language.js"), "ruby", debian("omniauth-github.rb")],
  ),
  fromDebian("net-github", "Net::GitHub", ["libnet-github-perl"], ["/usr/bin/perl", debian("net-github.pl")]),
  fromDebian("ghub", "ghub", ["elpa-ghub", "emacs-nox"], ["emacs", "--batch", "--load", debian("ghub.el")]),
];

/** Version of a Debian package without what Debian adds: `2.14.2~ds1-1+b11` is 2.14.2. */
function upstreamVersion(version) {
  return version.replace(/^\d+:/, "").replace(/[-+~].*$/, "");
}

function versionOf(id) {
  try {
    return JSON.parse(readFileSync(require.resolve(`../node_modules/${id}/package.json`), "utf8")).version;
  } catch {
    return "";
  }
}

function debianVersionOf(name) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's.
  const format = "--showformat=${db:Status-Status} ${Version}";
  const { status, stdout } = spawnSync("dpkg-query", ["--show", format, name], {
    encoding: "utf8",
  });
  const [state, version] = stdout?.split(" ") ?? [];
  return status === 0 && state === "installed" ? version : undefined;
}
