# PyGithub 1.55: authorizations by login and password, and the one-time code as a parameter.
import base64
import hashlib
import hmac
import json
import os
import struct
import time

import github

settings = json.loads(os.environ["INTEROP"])


def check(operation, expected, run):
    error = None
    try:
        run()
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
    print("\n" + json.dumps({"interop": True, "operation": operation, "expected": expected, **({"error": error} if error else {})}))


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"got {actual!r} instead of {expected!r}")


def fails_with(error, run):
    try:
        run()
    except error as raised:
        return raised
    raise AssertionError(f"nothing was raised instead of {error.__name__}")


def one_time_code():
    key = base64.b32decode(settings["otpSecret"])
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    number = struct.unpack(">I", digest[digest[-1] & 15 :][:4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def client(login, password):
    return github.Github(login, password, base_url=settings["baseUrl"], per_page=30)


create = "oauth-authorizations/create-authorization"
user = client(settings["login"], settings["password"]).get_user()
made = []


def create_one():
    made.append(user.create_authorization(["repo"], "PyGithub"))
    equal(made[0].token[:4], "ghp_")
    equal(made[0].scopes, ["repo"])


def list_all():
    for number in range(69):
        user.create_authorization(note=f"PyGithub {number}")
    equal(len({one.id for one in user.get_authorizations()}), 70)


def read():
    found = user.get_authorization(made[0].id)
    equal([found.note, found.token], ["PyGithub", ""])


def update():
    made[0].edit(add_scopes=["gist"])
    equal(sorted(made[0].scopes), ["gist", "repo"])


def delete():
    made[0].delete()
    fails_with(github.UnknownObjectException, lambda: user.get_authorization(made[0].id))


def token_of_application():
    found = user.create_authorization(
        ["user"], "for an application", client_id=settings["clientId"], client_secret=settings["clientSecret"]
    )
    equal(found.token[:4], "gho_")
    connected = github.Github(found.token, base_url=settings["baseUrl"])
    equal(connected.get_user().login, settings["login"])
    equal(connected.oauth_scopes, ["user"])


def wrong_password():
    fails_with(github.BadCredentialsException, lambda: client(settings["login"], "wrong").get_user().login)


def note_in_use():
    error = fails_with(github.GithubException, lambda: user.create_authorization(note="PyGithub 1"))
    equal([error.status, error.data["errors"][0]["code"]], [422, "already_exists"])


def two_factor():
    guarded = client(settings["otpLogin"], settings["password"]).get_user()
    fails_with(github.TwoFactorException, lambda: guarded.create_authorization(note="two-factor"))
    equal(guarded.create_authorization(note="two-factor", onetime_password=one_time_code()).token[:4], "ghp_")


def rate_limiting():
    connected = client(settings["login"], settings["password"])
    error = fails_with(github.GithubException, connected.get_rate_limit)
    equal([error.status, error.data["message"]], [404, "Rate limiting is not enabled."])


check(create, "an authorization with its token", create_one)
check("oauth-authorizations/list-authorizations", "70 over pages, each once", list_all)
check("oauth-authorizations/get-authorization", "the authorization without its token", read)
check("oauth-authorizations/update-authorization", "one scope more", update)
check("oauth-authorizations/delete-authorization", "gone, and UnknownObjectException afterwards", delete)
check(create, "a token of an application, with which the user and the scopes are read", token_of_application)
check("users/get-authenticated", "BadCredentialsException for a wrong password", wrong_password)
check(create, "422 already_exists for a note in use", note_in_use)
check(create, "TwoFactorException, then a token", two_factor)
check("rate-limit/get", "404 Rate limiting is not enabled, as on Enterprise Server by default", rate_limiting)
