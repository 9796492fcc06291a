import type { Scope } from "@grantbook/contract";

/** What a scope lets an application do, as the user reads it. */
const texts: Readonly<Record<Scope, string>> = {
  repo: "Read and write all repositories, public and private",
  "repo:status": "Read and write the commit statuses of repositories",
  repo_deployment: "Read and write the deployments of repositories",
  public_repo: "Read and write public repositories",
  "repo:invite": "Accept and decline invitations to repositories",
  security_events: "Read and write security events",
  "admin:repo_hook": "Manage the webhooks of repositories",
  "write:repo_hook": "Write the webhooks of repositories",
  "read:repo_hook": "Read the webhooks of repositories",
  "admin:org": "Manage organizations, their teams and members",
  "write:org": "Read and write membership of organizations",
  "read:org": "Read your organizations, teams and memberships",
  "admin:public_key": "Manage your public SSH keys",
  "write:public_key": "Read and add public SSH keys",
  "read:public_key": "Read your public SSH keys",
  "admin:org_hook": "Manage the webhooks of organizations",
  gist: "Create gists",
  notifications: "Read your notifications",
  user: "Read and write your whole profile",
  "read:user": "Read your whole profile",
  "user:email": "Read your email addresses",
  "user:follow": "Follow and unfollow users",
  project: "Read and write projects",
  "read:project": "Read projects",
  delete_repo: "Delete repositories",
  "write:packages": "Read and upload packages",
  "read:packages": "Read packages",
  "delete:packages": "Delete packages",
  "admin:gpg_key": "Manage your GPG keys",
  "write:gpg_key": "Read and add GPG keys",
  "read:gpg_key": "Read your GPG keys",
  workflow: "Change workflow files of GitHub Actions",
  "write:discussion": "Read and write discussions",
  "read:discussion": "Read discussions",
  "admin:enterprise": "Manage the enterprise",
  "manage_runners:enterprise": "Manage the runners of the enterprise",
  "manage_billing:enterprise": "Manage the billing of the enterprise",
  "read:enterprise": "Read the enterprise's profile",
  "read:audit_log": "Read audit logs",
  "admin:business": "Manage the enterprise, by the former name of the scope",
  "admin:pre_receive_hook": "Manage the pre-receive hooks of this server",
  site_admin: "Administer this server",
};

/** Text of a scope; of an unknown one, its name. */
export function describeScope(scope: string): string {
  return texts[scope as Scope] ?? scope;
}
