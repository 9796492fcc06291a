# social-auth-core: its backend for an Enterprise Server, in a program with a session and no database.
import json
import os
import sys
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

from social_core.backends.github_enterprise import GithubEnterpriseOAuth2
from social_core.storage import BaseStorage
from social_core.strategy import BaseStrategy

settings = json.loads(os.environ["INTEROP"])
config = {
    "SOCIAL_AUTH_GITHUB_ENTERPRISE_URL": settings["site"],
    "SOCIAL_AUTH_GITHUB_ENTERPRISE_API_URL": settings["baseUrl"],
    "SOCIAL_AUTH_GITHUB_ENTERPRISE_KEY": settings["clientId"],
    "SOCIAL_AUTH_GITHUB_ENTERPRISE_SECRET": settings["clientSecret"],
    "SOCIAL_AUTH_GITHUB_ENTERPRISE_SCOPE": ["read:user", "user:email"],
    "SOCIAL_AUTH_PIPELINE": ["social_core.pipeline.social_auth.social_details", "__main__.keep_token"],
}


def keep_token(response, details, **_):
    return {"user": SimpleNamespace(token=response["access_token"], login=details["username"])}


class Strategy(BaseStrategy):
    def __init__(self):
        super().__init__(BaseStorage)
        self.session, self.data = {}, {}

    def get_setting(self, name):
        return config[name]

    def request_data(self, merge=True):
        return self.data

    def redirect(self, url):
        return url

    def build_absolute_uri(self, path=None):
        return path

    def session_get(self, name, default=None):
        return self.session.get(name, default)

    def session_set(self, name, value):
        self.session[name] = value

    def session_pop(self, name):
        return self.session.pop(name, None)


strategy = Strategy()


def backend():
    return GithubEnterpriseOAuth2(strategy, redirect_uri="http://127.0.0.1/callback")


def run(line):
    name, _, url = line.strip().partition(" ")
    if name == "start":
        strategy.data = {}
        return {"url": backend().start()}
    strategy.data = dict(parse_qsl(urlsplit(url).query))
    user = backend().complete()
    if user.login != settings["login"]:
        raise AssertionError(f"signed in as {user.login}")
    return {"token": user.token}


for line in sys.stdin:
    try:
        answer = run(line)
    except Exception as raised:
        answer = {"error": f"{type(raised).__name__}: {raised}"}
    print(json.dumps(answer), flush=True)
