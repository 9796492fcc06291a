// Generated from openapi/ by `npm run generate`. Do not edit.
import type { OpenApiDocument } from "../document.js";

/** The whole description, bundled: what the server validates with. */
export const description = {
 "openapi": "3.1.0",
 "info": {
  "title": "OAuth Authorizations API",
  "version": "0.1.0",
  "summary": "Personal tokens, application tokens, grants, and the calls an application makes about its tokens.",
  "description": "The OAuth Authorizations API of GitHub Enterprise Server: fourteen operations on tokens and grants.\n\n**Users** list, create, change and delete their own tokens and grants. They sign in with a login and a password\n(Basic), and with a one-time code when two-factor authentication is on. A token is not accepted as a password.\nThese ten operations have been deprecated since 2020-02-14. After brownouts, hours in which they were switched\noff, GitHub removed them from github.com on 2020-11-13; Enterprise Server still serves them. The web application\nflow replaces them.\n\n**Applications** check, reset and delete tokens that were issued for them, and delete the grant behind a token.\nThey sign in with their client id and client secret (Basic). These four operations are current.\n\nA token is shown in plain text once: in the response that creates, resets or scopes it. A check repeats the token\nthat the application itself sent. Every other response has an empty string in its place, together with the last\neight characters and the SHA-256 digest.\n\nTimes are UTC, to the second. Fields without a value are `null`. Strings with U+0000 or an unpaired surrogate get\n422, in every field.\n",
  "contact": {
   "name": "The Grantbook project"
  },
  "license": {
   "name": "MIT",
   "identifier": "MIT"
  }
 },
 "servers": [
  {
   "url": "{protocol}://{hostname}/api/v3",
   "description": "An Enterprise Server, or the Grantbook reference server. `hostname` has the port unless it is the default one.\n",
   "variables": {
    "hostname": {
     "default": "HOSTNAME"
    },
    "protocol": {
     "default": "http",
     "enum": [
      "http",
      "https"
     ]
    }
   }
  }
 ],
 "tags": [
  {
   "name": "oauth-authorizations",
   "x-displayName": "Tokens and grants of a user",
   "description": "Tokens and grants of a user, managed by that user. An **authorization** is one token. A **grant** is the\naccess of one application to the user's account, whatever the number of its tokens; personal tokens\nbelong to no application and have no grant.\n"
  },
  {
   "name": "apps",
   "x-displayName": "Tokens of an application",
   "description": "Operations for an OAuth application or a GitHub App on the tokens that were issued for it. Tokens of OAuth\napplications start with `gho_`, user tokens of GitHub Apps with `ghu_`.\n"
  },
  {
   "name": "compatibility",
   "x-displayName": "Related operations",
   "description": "Operations that real clients call in addition to the fourteen: information about the server, the owner of a\ntoken, and older or alternative forms of the same operations.\n"
  }
 ],
 "externalDocs": {
  "description": "GitHub's documentation",
  "url": "https://docs.github.com/enterprise-server@3.20/rest"
 },
 "paths": {
  "/": {
   "get": {
    "operationId": "meta/root",
    "x-method": "meta.root",
    "summary": "API root",
    "description": "Lists the URLs from which a client can discover the API. Needs no credentials; credentials that are sent must be\ncorrect.\n\nVersion 2026-03-10 has no `authorizations_url`.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/meta/meta#github-api-root"
    },
    "security": [
     {},
     {
      "token": []
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     }
    ],
    "responses": {
     "200": {
      "description": "The URLs.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/root"
        },
        "examples": {
         "root": {
          "$ref": "#/components/examples/root"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/grants": {
   "get": {
    "operationId": "oauth-authorizations/list-grants",
    "x-method": "grants.list",
    "summary": "List your grants",
    "description": "Lists the applications that have access to your account, one grant for each, in the order they were granted. The\nscopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and another\nfor `user`, the grant has both. The settings page for authorized applications shows the same list. Personal tokens\nbelong to no application and are not listed.\n\nWith `client_id`, the list has only the grant of that application; 404 when there is no such application.\n\nDeprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-grants"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/per-page"
     },
     {
      "$ref": "#/components/parameters/page"
     },
     {
      "$ref": "#/components/parameters/client-id-filter"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of your grants.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/application-grant"
         }
        },
        "examples": {
         "grants": {
          "$ref": "#/components/examples/grants"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-filter"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/grants/{grant_id}": {
   "get": {
    "operationId": "oauth-authorizations/get-grant",
    "x-method": "grants.get",
    "summary": "Get a single grant",
    "description": "Returns one of your grants. For a grant of another user the response is the same as for one that does not exist.\n\nDeprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-grant"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/if-modified-since"
     },
     {
      "$ref": "#/components/parameters/grant-id"
     }
    ],
    "responses": {
     "200": {
      "description": "The grant.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
       },
       "Last-Modified": {
        "$ref": "#/components/headers/last-modified"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/application-grant"
        },
        "examples": {
         "grant": {
          "$ref": "#/components/examples/grant"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-object"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "delete": {
    "operationId": "oauth-authorizations/delete-grant",
    "x-method": "grants.delete",
    "summary": "Delete a grant",
    "description": "Revokes an application's access to your account. All its tokens for your account are deleted with the grant and\nstop working at once. The application disappears from your grants and from the settings page for authorized\napplications.\n\nDeprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#delete-a-grant"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-unmodified-since"
     },
     {
      "$ref": "#/components/parameters/grant-id"
     }
    ],
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-unsafe"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/{client_id}/grant": {
   "delete": {
    "operationId": "apps/delete-authorization",
    "x-method": "grants.deleteByToken",
    "summary": "Delete an app authorization",
    "description": "Revokes your application's access to the account of the user whose token you send. The grant and all tokens of the\napplication for that user are deleted and stop working at once. The application disappears from the user's\nsettings page for authorized applications.\n\nAny valid token of the user is accepted. A token that is unknown, expired, deleted, or of another application gets\n404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-authorization"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/token-request"
       },
       "examples": {
        "token": {
         "summary": "A token",
         "value": {
          "access_token": "e72e16c7e42f292c6912e7710c838347ae178b4a"
         }
        }
       }
      }
     }
    },
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-request"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/{client_id}/grants/{access_token}": {
   "delete": {
    "operationId": "apps/revoke-grant-for-application",
    "x-method": "grants.deleteByTokenInPath",
    "summary": "Revoke a grant for an application",
    "description": "Deletes the grant of a token's user, with all tokens under it. This is the older form with the token in the path,\nwhere logs and proxies may store it; use the one with the token in the body.\n\nDeprecated: use `DELETE /applications/{client_id}/grant` instead. GitHub removed this operation from github.com\non 2021-05-05; Enterprise Server still has it.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2021-05-05"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/client-id"
     },
     {
      "$ref": "#/components/parameters/access-token"
     }
    ],
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-in-path"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/{client_id}/token": {
   "post": {
    "operationId": "apps/check-token",
    "x-method": "tokens.check",
    "x-idempotent": true,
    "summary": "Check a token",
    "description": "Checks whether a token of your application is valid, and returns its user and scopes. Checks do not count as\nlogins, so an application may check as often as it needs.\n\nA token that is unknown, expired, deleted, or of another application gets 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/token-request"
       },
       "examples": {
        "token": {
         "summary": "A token",
         "value": {
          "access_token": "e72e16c7e42f292c6912e7710c838347ae178b4a"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token is valid. The response repeats it.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/checked-authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-request"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "patch": {
    "operationId": "apps/reset-token",
    "x-method": "tokens.reset",
    "summary": "Reset a token",
    "description": "Replaces a token of your application by a new one, without involving the user. The authorization keeps its id,\nscopes, note and fingerprint. The old token stops working at once, so store the `token` from the response: it is\nshown only once.\n\nA token that is unknown, expired, deleted, or of another application gets 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/token-request"
       },
       "examples": {
        "token": {
         "summary": "A token",
         "value": {
          "access_token": "e72e16c7e42f292c6912e7710c838347ae178b4a"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token is replaced. The response shows the new one.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/reset-authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-request"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "delete": {
    "operationId": "apps/delete-token",
    "x-method": "tokens.delete",
    "summary": "Delete an app token",
    "description": "Deletes one token of your application. It stops working at once. Other tokens of the user and the grant stay.\n\nA token that is unknown, expired, deleted, or of another application gets 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-token"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/token-request"
       },
       "examples": {
        "token": {
         "summary": "A token",
         "value": {
          "access_token": "e72e16c7e42f292c6912e7710c838347ae178b4a"
         }
        }
       }
      }
     }
    },
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-request"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/{client_id}/token/scoped": {
   "post": {
    "operationId": "apps/scope-token",
    "x-method": "tokens.scope",
    "summary": "Create a scoped access token",
    "description": "Creates another user token of your GitHub App from a valid one, with fewer permissions, for one account and, if\nyou name repositories, for those only. The new token expires together with the old one, which does not change.\nRepositories and the permissions of your app are not modelled: the server accepts them as you name them.\n\nGive the account as either `target` or `target_id`, and repositories as either `repositories` or `repository_ids`.\n\nA token that is unknown, expired, deleted, or of another application gets 404. An OAuth application, which has no\npermissions to choose from, gets 403. A token that is already scoped gets 422.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/apps#create-a-scoped-access-token"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "access_token"
        ],
        "properties": {
         "access_token": {
          "type": "string",
          "maxLength": 255,
          "writeOnly": true,
          "description": "A valid user token of your GitHub App."
         },
         "target": {
          "type": "string",
          "maxLength": 255,
          "description": "Login of the account that the new token is for."
         },
         "target_id": {
          "type": "integer",
          "format": "int64",
          "description": "Identifier of that account."
         },
         "repositories": {
          "type": "array",
          "maxItems": 500,
          "description": "Names of the repositories that the new token has access to; all by default.",
          "items": {
           "type": "string",
           "maxLength": 255
          }
         },
         "repository_ids": {
          "type": "array",
          "maxItems": 500,
          "description": "Identifiers of those repositories.",
          "items": {
           "type": "integer"
          }
         },
         "permissions": {
          "$ref": "#/components/schemas/app-permissions"
         }
        }
       },
       "examples": {
        "one-repository": {
         "summary": "Reading the contents of one repository",
         "value": {
          "access_token": "ghu_16C7e42F292c6912E7710c838347Ae178B4a",
          "target": "octocat",
          "repositories": [
           "octo-repo"
          ],
          "permissions": {
           "contents": "read"
          }
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The response shows the new token, only this once.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/scoped-authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/not-a-github-app"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-request"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/applications/{client_id}/tokens/{access_token}": {
   "get": {
    "operationId": "apps/check-authorization",
    "x-method": "tokens.checkInPath",
    "summary": "Check an authorization",
    "description": "Checks whether a token of your application is valid. This is the older form with the token in the path, where logs\nand proxies may store it; use the one with the token in the body.\n\nDeprecated: use `POST /applications/{client_id}/token` instead. GitHub removed this operation from github.com on\n2021-05-05; Enterprise Server still has it.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2021-05-05"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/client-id"
     },
     {
      "$ref": "#/components/parameters/access-token"
     }
    ],
    "responses": {
     "200": {
      "description": "The token is valid. The response repeats it.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/checked-authorization"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-in-path"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "post": {
    "operationId": "apps/reset-authorization",
    "x-method": "tokens.resetInPath",
    "summary": "Reset an authorization",
    "description": "Replaces a token of your application by a new one. This is the older form with the token in the path, where logs\nand proxies may store it; use the one with the token in the body.\n\nDeprecated: use `PATCH /applications/{client_id}/token` instead. GitHub removed this operation from github.com\non 2021-05-05; Enterprise Server still has it.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2021-05-05"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/client-id"
     },
     {
      "$ref": "#/components/parameters/access-token"
     }
    ],
    "responses": {
     "200": {
      "description": "The token is replaced. The response shows the new one.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/reset-authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-in-path"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "delete": {
    "operationId": "apps/revoke-authorization-for-application",
    "x-method": "tokens.deleteInPath",
    "summary": "Revoke an authorization for an application",
    "description": "Deletes one token of your application. This is the older form with the token in the path, where logs and proxies\nmay store it; use the one with the token in the body.\n\nDeprecated: use `DELETE /applications/{client_id}/token` instead. GitHub removed this operation from github.com\non 2021-05-05; Enterprise Server still has it.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-token"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2021-05-05"
    },
    "security": [
     {
      "application": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/client-id"
     },
     {
      "$ref": "#/components/parameters/access-token"
     }
    ],
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/application-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/rate-limited"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-token-in-path"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/authorizations": {
   "get": {
    "operationId": "oauth-authorizations/list-authorizations",
    "x-method": "authorizations.list",
    "summary": "List your authorizations",
    "description": "Lists your tokens: personal ones first, then by application, and within an application by fingerprint. No token is\nshown in plain text.\n\nWith `client_id`, the list has only the tokens of that application; 404 when there is no such application.\n\nDeprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on\n2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-authorizations"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/per-page"
     },
     {
      "$ref": "#/components/parameters/page"
     },
     {
      "$ref": "#/components/parameters/client-id-filter"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of your authorizations.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/authorization"
         }
        },
        "examples": {
         "authorizations": {
          "$ref": "#/components/examples/authorizations"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-filter"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "post": {
    "operationId": "oauth-authorizations/create-authorization",
    "x-method": "authorizations.create",
    "summary": "Create a new authorization",
    "description": "Creates a token for your account and shows it, only this once. Personal tokens can also be created on the settings\npages of the server.\n\nWithout `client_id` and `client_secret` it is a personal token. It needs a `note`. None of your other personal\ntokens may have the same note, or the same fingerprint if there is one.\n\nWith `client_id` and `client_secret`, which the application's settings page shows, it is a token of that\napplication, and your grant for the application gets its scopes. You have one token for each application and\nfingerprint; no fingerprint counts as one. A second token with the same fingerprint gets 422. To use the existing\ntoken, see the get-or-create operations.\n\nAn empty string for `client_id`, `client_secret` or `fingerprint` counts as omitted, and so does a malformed\n`client_id` without a secret. An empty `note_url` is kept. An undeclared key is ignored. An unknown\nscope gets 422, and no token is created.\n\nFor an organization that enforces SAML single sign-on, a personal token must be allowed by the organization first,\nand an application's token created here does not work at all: applications get such tokens through the web\napplication flow.\n\nDeprecated: use the web application flow or the device flow instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#create-a-new-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/otp"
     }
    ],
    "requestBody": {
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "properties": {
         "scopes": {
          "type": [
           "array",
           "string",
           "null"
          ],
          "description": "Scopes of the token; only public data by default. A string is one scope.",
          "maxLength": 255,
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          },
          "examples": [
           [
            "public_repo",
            "user"
           ]
          ]
         },
         "note": {
          "type": "string",
          "description": "Purpose of the token. Required for a personal token.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page with more about the purpose of the token: an http or https URL. The server never fetches it.\n",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         },
         "client_id": {
          "type": "string",
          "description": "Client id of the application the token is for.",
          "maxLength": 20
         },
         "client_secret": {
          "type": "string",
          "description": "Client secret of the application.",
          "maxLength": 40,
          "writeOnly": true
         },
         "fingerprint": {
          "type": "string",
          "description": "Distinguishes this token from others of the same user and application.",
          "maxLength": 255
         }
        }
       },
       "examples": {
        "application": {
         "summary": "A token of an application",
         "value": {
          "scopes": [
           "public_repo"
          ],
          "note": "optional note",
          "note_url": "http://optional/note/url",
          "client_id": "abcde12345fghij67890",
          "client_secret": "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f"
         }
        },
        "personal": {
         "summary": "A personal token",
         "value": {
          "scopes": [
           "gist"
          ],
          "note": "Update all gems"
         }
        }
       }
      }
     }
    },
    "responses": {
     "201": {
      "description": "Created. The response shows the token.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "Location": {
        "$ref": "#/components/headers/location"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/new-authorization"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-unsafe"
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "410": {
      "$ref": "#/components/responses/gone"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/validation-failed"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/authorizations/clients/{client_id}": {
   "put": {
    "operationId": "oauth-authorizations/get-or-create-authorization-for-app",
    "x-method": "authorizations.getOrCreate",
    "summary": "Get-or-create an authorization for a specific app",
    "description": "Returns your token of an application if there is one, otherwise creates it. The application identifies itself by\nits `client_secret`.\n\nIf it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in\nplace of the token itself. If it does not: 201, the token, shown only this once, and your grant for the\napplication gets its scopes. Without a `fingerprint`, or with an empty one, the operation concerns the token\nwithout a fingerprint. A wrong client id or secret, an unknown scope, and an undeclared key get 422.\n\nTokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such\ntokens through the web application flow.\n\nDeprecated: use the web application flow or the device flow instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/client-id"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "client_secret"
        ],
        "additionalProperties": false,
        "properties": {
         "client_secret": {
          "type": "string",
          "description": "Client secret of the application.",
          "maxLength": 40,
          "writeOnly": true
         },
         "scopes": {
          "type": [
           "array",
           "string",
           "null"
          ],
          "description": "Scopes of the token; only public data by default. A string is one scope.",
          "maxLength": 255,
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          },
          "examples": [
           [
            "public_repo",
            "user"
           ]
          ]
         },
         "note": {
          "type": "string",
          "description": "Purpose of the token.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page with more about the purpose of the token: an http or https URL. The server never fetches it.\n",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         },
         "fingerprint": {
          "type": "string",
          "description": "Distinguishes this token from others of the same user and application.",
          "maxLength": 255
         }
        }
       },
       "examples": {
        "application": {
         "summary": "A token of an application",
         "value": {
          "client_secret": "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f",
          "scopes": [
           "public_repo"
          ],
          "note": "optional note",
          "note_url": "http://optional/note/url"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token exists. The response does not show it.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "Location": {
        "$ref": "#/components/headers/location"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/authorization-without-fingerprint"
         }
        }
       }
      }
     },
     "201": {
      "description": "Created. The response shows the token.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "Location": {
        "$ref": "#/components/headers/location"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/new-authorization-without-fingerprint"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-unsafe"
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-application"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/authorizations/clients/{client_id}/{fingerprint}": {
   "put": {
    "operationId": "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint",
    "x-method": "authorizations.getOrCreateForFingerprint",
    "summary": "Get-or-create an authorization for a specific app and fingerprint",
    "description": "Returns your token of an application and fingerprint if there is one, otherwise creates it. The application\nidentifies itself by its `client_secret`.\n\nIf it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in\nplace of the token itself. If it does not: 201, the token, shown only this once, and your grant for the\napplication gets its scopes. A wrong client id or secret, an unknown scope, and an undeclared key get 422.\n\nTokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such\ntokens through the web application flow.\n\nDeprecated: use the web application flow or the device flow instead. GitHub removed this operation from\ngithub.com on 2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app-and-fingerprint"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/client-id"
     },
     {
      "$ref": "#/components/parameters/fingerprint"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "client_secret"
        ],
        "additionalProperties": false,
        "properties": {
         "client_secret": {
          "type": "string",
          "description": "Client secret of the application.",
          "maxLength": 40,
          "writeOnly": true
         },
         "scopes": {
          "type": [
           "array",
           "string",
           "null"
          ],
          "description": "Scopes of the token; only public data by default. A string is one scope.",
          "maxLength": 255,
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          },
          "examples": [
           [
            "public_repo",
            "user"
           ]
          ]
         },
         "note": {
          "type": "string",
          "description": "Purpose of the token.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page with more about the purpose of the token: an http or https URL. The server never fetches it.\n",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         }
        }
       },
       "examples": {
        "application": {
         "summary": "A token of an application",
         "value": {
          "client_secret": "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f",
          "scopes": [
           "public_repo"
          ],
          "note": "optional note",
          "note_url": "http://optional/note/url"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token exists. The response does not show it.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "Location": {
        "$ref": "#/components/headers/location"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/authorization"
         }
        }
       }
      }
     },
     "201": {
      "description": "Created. The response shows the token.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-result"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "Location": {
        "$ref": "#/components/headers/location"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/new-authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/invalid-application"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/authorizations/{authorization_id}": {
   "get": {
    "operationId": "oauth-authorizations/get-authorization",
    "x-method": "authorizations.get",
    "summary": "Get a single authorization",
    "description": "Returns one of your authorizations, without the token in plain text. For an authorization of another user the\nresponse is the same as for one that does not exist.\n\nDeprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on\n2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/if-modified-since"
     },
     {
      "$ref": "#/components/parameters/authorization-id"
     }
    ],
    "responses": {
     "200": {
      "description": "The authorization.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
       },
       "Last-Modified": {
        "$ref": "#/components/headers/last-modified"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/authorization"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-object"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "patch": {
    "operationId": "oauth-authorizations/update-authorization",
    "x-method": "authorizations.update",
    "summary": "Update an existing authorization",
    "description": "Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself does not change\nand is not shown. Your grant for the application follows the scopes.\n\nOf the three keys for scopes, `scopes` replaces all scopes and excludes the other two. GitHub's text allows one\nkey at a time, but its example sends `add_scopes` with `remove_scopes`: these two are accepted together, but not\nwith the same scope in both.\n\nOmitted fields keep their value, and `scopes: null` keeps the scopes. An undeclared key is ignored. The note of a\npersonal token cannot be emptied. A request that changes nothing gets 200 and does not update `updated_at`.\n\nDeprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on\n2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#update-an-existing-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-unmodified-since"
     },
     {
      "$ref": "#/components/parameters/authorization-id"
     }
    ],
    "requestBody": {
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/authorization-patch"
       },
       "examples": {
        "scopes-and-note": {
         "summary": "One scope more, one less, another note",
         "value": {
          "add_scopes": [
           "public_repo"
          ],
          "remove_scopes": [
           "user"
          ],
          "note": "optional note"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The authorization after the change.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/validation-failed"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "delete": {
    "operationId": "oauth-authorizations/delete-authorization",
    "x-method": "authorizations.delete",
    "summary": "Delete an authorization",
    "description": "Deletes one of your tokens. It stops working at once. The grant of its application stays, also after the last\ntoken, until you delete it.\n\nDeprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on\n2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#delete-an-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-unmodified-since"
     },
     {
      "$ref": "#/components/parameters/authorization-id"
     }
    ],
    "responses": {
     "204": {
      "description": "No Content. It is deleted.",
      "headers": {
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-unsafe"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   },
   "post": {
    "operationId": "oauth-authorizations/update-authorization-by-post",
    "x-method": "authorizations.updateByPost",
    "summary": "Update an existing authorization (POST)",
    "description": "The same as PATCH, for clients that cannot send that method: GitHub accepts POST for every PATCH.\n\nDeprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on\n2020-11-13; Enterprise Server still has it.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#update-an-existing-authorization"
    },
    "deprecated": true,
    "x-github": {
     "deprecationDate": "2020-02-14",
     "removalDate": "2020-11-13"
    },
    "security": [
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/content-encoding"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-unmodified-since"
     },
     {
      "$ref": "#/components/parameters/authorization-id"
     }
    ],
    "requestBody": {
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/authorization-patch"
       },
       "examples": {
        "scopes-and-note": {
         "summary": "One scope more, one less, another note",
         "value": {
          "add_scopes": [
           "public_repo"
          ],
          "remove_scopes": [
           "user"
          ],
          "note": "optional note"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The authorization after the change.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
       },
       "Deprecation": {
        "$ref": "#/components/headers/deprecation"
       },
       "Sunset": {
        "$ref": "#/components/headers/sunset"
       },
       "Link": {
        "$ref": "#/components/headers/deprecation-link"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/authorization"
        },
        "examples": {
         "authorization": {
          "$ref": "#/components/examples/authorization"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/bad-request"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-media-type"
     },
     "422": {
      "$ref": "#/components/responses/validation-failed"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/meta": {
   "get": {
    "operationId": "meta/get",
    "x-method": "meta.get",
    "summary": "Get Enterprise Server meta information",
    "description": "Returns information about the server. Clients read it before they choose how to sign in. Needs no credentials;\ncredentials that are sent must be correct.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/meta/meta#get-github-enterprise-server-meta-information"
    },
    "security": [
     {},
     {
      "token": []
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     }
    ],
    "responses": {
     "200": {
      "description": "Information about the server.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/api-overview"
        },
        "examples": {
         "meta": {
          "$ref": "#/components/examples/api-overview"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/rate_limit": {
   "get": {
    "operationId": "rate-limit/get",
    "x-method": "meta.getRateLimit",
    "summary": "Get the rate limit status",
    "description": "Returns how many requests of this hour the caller has used and may still send. The request itself is not counted.\nWhere requests are not limited, as by default, the response is 404 with the message `Rate limiting is not enabled.`\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user"
    },
    "security": [
     {},
     {
      "token": []
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     }
    ],
    "responses": {
     "200": {
      "description": "The numbers of the caller.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       },
       "X-RateLimit-Limit": {
        "$ref": "#/components/headers/rate-limit-limit"
       },
       "X-RateLimit-Remaining": {
        "$ref": "#/components/headers/rate-limit-remaining"
       },
       "X-RateLimit-Reset": {
        "$ref": "#/components/headers/rate-limit-reset"
       },
       "X-RateLimit-Resource": {
        "$ref": "#/components/headers/rate-limit-resource"
       },
       "X-RateLimit-Used": {
        "$ref": "#/components/headers/rate-limit-used"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/rate-limit-overview"
        },
        "examples": {
         "rate-limit-overview": {
          "$ref": "#/components/examples/rate-limit-overview"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/rate-limiting-off"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/user": {
   "get": {
    "operationId": "users/get-authenticated",
    "x-method": "users.getAuthenticated",
    "summary": "Get the authenticated user",
    "description": "Returns the user that a token acts for. Clients call it right after they get a token; `X-OAuth-Scopes` has the\nscopes of the token. Send the token as `Bearer` or `token`, or with Basic as the user name or the password. A\nlogin and a password are accepted as well; then there are no scopes.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/users/users#get-the-authenticated-user"
    },
    "security": [
     {
      "token": []
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/if-modified-since"
     }
    ],
    "responses": {
     "200": {
      "description": "The user.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Last-Modified": {
        "$ref": "#/components/headers/last-modified"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/public-user"
        },
        "examples": {
         "user": {
          "$ref": "#/components/examples/user"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-user"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/user/emails": {
   "get": {
    "operationId": "users/list-emails-for-authenticated-user",
    "x-method": "users.listEmails",
    "summary": "List your e-mail addresses",
    "description": "Lists the e-mail addresses of the user that a token acts for; the list is empty when the user has none. One address\nis primary. A token needs the scope `user:email`; without it the response is 404.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/users/emails#list-email-addresses-for-the-authenticated-user"
    },
    "security": [
     {
      "token": [
       "user:email"
      ]
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/per-page"
     },
     {
      "$ref": "#/components/parameters/page"
     }
    ],
    "responses": {
     "200": {
      "description": "The addresses, or none.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Link": {
        "$ref": "#/components/headers/page-link"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/email"
         }
        },
        "examples": {
         "emails": {
          "$ref": "#/components/examples/emails"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/user/orgs": {
   "get": {
    "operationId": "orgs/list-for-authenticated-user",
    "x-method": "users.listOrganizations",
    "summary": "List your organizations",
    "description": "Lists the organizations of the user that a token acts for. This server has none, so the list is empty. A token needs\nthe scope `read:org` or `user`; without them the response is 403.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/orgs/orgs#list-organizations-for-the-authenticated-user"
    },
    "x-missing-scope": "You need at least read:org scope or user scope to list your organizations.",
    "security": [
     {
      "token": [
       "read:org"
      ]
     },
     {
      "token": [
       "user"
      ]
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/per-page"
     },
     {
      "$ref": "#/components/parameters/page"
     }
    ],
    "responses": {
     "200": {
      "description": "No organizations.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Link": {
        "$ref": "#/components/headers/page-link"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/organization-simple"
         }
        },
        "examples": {
         "no-organizations": {
          "$ref": "#/components/examples/no-organizations"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/user/teams": {
   "get": {
    "operationId": "teams/list-for-authenticated-user",
    "x-method": "users.listTeams",
    "summary": "List your teams",
    "description": "Lists the teams of the user that a token acts for. This server has none, so the list is empty. A token needs the\nscope `read:org`, `repo` or `user`; without them the response is 404.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/teams/teams#list-teams-for-the-authenticated-user"
    },
    "security": [
     {
      "token": [
       "read:org"
      ]
     },
     {
      "token": [
       "repo"
      ]
     },
     {
      "token": [
       "user"
      ]
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/per-page"
     },
     {
      "$ref": "#/components/parameters/page"
     }
    ],
    "responses": {
     "200": {
      "description": "No teams.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Link": {
        "$ref": "#/components/headers/page-link"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/team"
         }
        },
        "examples": {
         "no-teams": {
          "$ref": "#/components/examples/no-teams"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-plain"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  },
  "/users/{username}": {
   "get": {
    "operationId": "users/get-by-username",
    "x-method": "users.getByUsername",
    "summary": "Get a user",
    "description": "Returns the public profile of a user. Needs no credentials; credentials that are sent must be correct.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/rest/users/users#get-a-user"
    },
    "security": [
     {},
     {
      "token": []
     },
     {
      "user": []
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/accept"
     },
     {
      "$ref": "#/components/parameters/api-version"
     },
     {
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
     },
     {
      "$ref": "#/components/parameters/username"
     },
     {
      "$ref": "#/components/parameters/if-modified-since"
     }
    ],
    "responses": {
     "200": {
      "description": "The user.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag-of-a-read"
       },
       "Last-Modified": {
        "$ref": "#/components/headers/last-modified"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Api-Version-Selected": {
        "$ref": "#/components/headers/api-version-selected"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/public-user"
        },
        "examples": {
         "user": {
          "$ref": "#/components/examples/user"
         }
        }
       }
      }
     },
     "304": {
      "$ref": "#/components/responses/not-modified-user"
     },
     "400": {
      "$ref": "#/components/responses/bad-request-without-body"
     },
     "401": {
      "$ref": "#/components/responses/user-authentication-required"
     },
     "403": {
      "$ref": "#/components/responses/forbidden"
     },
     "404": {
      "$ref": "#/components/responses/not-found"
     },
     "422": {
      "$ref": "#/components/responses/invalid-username"
     },
     "500": {
      "$ref": "#/components/responses/server-error"
     },
     "503": {
      "$ref": "#/components/responses/unavailable"
     }
    }
   }
  }
 },
 "components": {
  "securitySchemes": {
   "user": {
    "type": "http",
    "scheme": "basic",
    "description": "Login, or e-mail address, and password of a user. A user with two-factor authentication also sends a current\none-time code in `X-GitHub-OTP`. A token is not accepted as a password.\n"
   },
   "application": {
    "type": "http",
    "scheme": "basic",
    "description": "Client id as the user name, client secret as the password. The client id in the path must be the same.\n"
   },
   "token": {
    "type": "http",
    "scheme": "bearer",
    "description": "A token of any kind. The scheme `token` works like `Bearer`."
   }
  },
  "parameters": {
   "accept": {
    "name": "accept",
    "in": "header",
    "description": "Media type of the response. `application/vnd.github+json` is recommended.",
    "schema": {
     "type": "string"
    }
   },
   "api-version": {
    "name": "X-GitHub-Api-Version",
    "in": "header",
    "description": "API version to use; the oldest supported version by default. Except for the API root, the operations of this\ndescription are the same in all versions. An unsupported version gets 400.\n",
    "schema": {
     "type": "string",
     "enum": [
      "2022-11-28",
      "2026-03-10"
     ],
     "default": "2022-11-28"
    }
   },
   "otp": {
    "name": "X-GitHub-OTP",
    "in": "header",
    "description": "One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.\nUsers without two-factor authentication omit the header.\n",
    "schema": {
     "type": "string"
    }
   },
   "if-none-match": {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH\nand DELETE.\n",
    "schema": {
     "type": "string"
    }
   },
   "per-page": {
    "name": "per_page",
    "in": "query",
    "description": "Results per page, at most 100. A larger number counts as 100, any other value as 30.",
    "schema": {
     "type": "integer",
     "default": 30,
     "x-clamp": [
      1,
      100
     ]
    }
   },
   "page": {
    "name": "page",
    "in": "query",
    "description": "Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty.",
    "schema": {
     "type": "integer",
     "default": 1,
     "x-clamp": [
      1,
      1000000000
     ]
    }
   },
   "client-id-filter": {
    "name": "client_id",
    "in": "query",
    "description": "Client id of an application; limits the list to that application.",
    "schema": {
     "type": "string",
     "maxLength": 255
    }
   },
   "if-modified-since": {
    "name": "If-Modified-Since",
    "in": "header",
    "description": "Return 304 unless the object changed after this time. Ignored together with `If-None-Match`.",
    "schema": {
     "type": "string"
    }
   },
   "grant-id": {
    "name": "grant_id",
    "in": "path",
    "required": true,
    "description": "Identifier of the grant.",
    "schema": {
     "type": "integer",
     "format": "int64"
    },
    "example": 1
   },
   "if-match": {
    "name": "If-Match",
    "in": "header",
    "description": "Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are\naccepted, because they identify every byte.\n",
    "schema": {
     "type": "string"
    }
   },
   "if-unmodified-since": {
    "name": "If-Unmodified-Since",
    "in": "header",
    "description": "Execute the request only if the object did not change after this time, otherwise return 412.",
    "schema": {
     "type": "string"
    }
   },
   "content-encoding": {
    "name": "Content-Encoding",
    "in": "header",
    "description": "Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415.",
    "schema": {
     "type": "string",
     "enum": [
      "identity"
     ]
    }
   },
   "client-id": {
    "name": "client_id",
    "in": "path",
    "required": true,
    "description": "Client id of the application, 20 characters.",
    "schema": {
     "type": "string"
    },
    "example": "Iv1.8a61f9b3a7aba766"
   },
   "access-token": {
    "name": "access_token",
    "in": "path",
    "required": true,
    "description": "The token.",
    "schema": {
     "type": "string",
     "maxLength": 255
    },
    "example": "e72e16c7e42f292c6912e7710c838347ae178b4a"
   },
   "fingerprint": {
    "name": "fingerprint",
    "in": "path",
    "required": true,
    "description": "Distinguishes this token from others of the same user and application.",
    "schema": {
     "type": "string",
     "maxLength": 255
    },
    "example": "jklmnop12345678"
   },
   "authorization-id": {
    "name": "authorization_id",
    "in": "path",
    "required": true,
    "description": "Identifier of the authorization.",
    "schema": {
     "type": "integer",
     "format": "int64"
    },
    "example": 1
   },
   "username": {
    "name": "username",
    "in": "path",
    "required": true,
    "description": "Login name of the user, in any case.",
    "schema": {
     "type": "string",
     "maxLength": 255
    },
    "example": "octocat"
   }
  },
  "headers": {
   "etag-of-a-read": {
    "description": "Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive\n304 while unchanged.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "oauth-scopes": {
    "description": "Scopes of the token in the request, separated by commas. Omitted without a token.",
    "schema": {
     "type": "string"
    },
    "example": "gist, repo"
   },
   "oauth-client-id": {
    "description": "Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal\none.\n",
    "schema": {
     "type": "string"
    },
    "example": "Iv1.8a61f9b3a7aba766"
   },
   "accepted-oauth-scopes": {
    "description": "Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.\nOmitted without a token.\n",
    "schema": {
     "type": "string"
    },
    "example": ""
   },
   "request-id": {
    "description": "Identifies this request in the server's log.",
    "schema": {
     "type": "string"
    },
    "example": "FD8F:235D:1C164E0:371C2F6:5BB12846"
   },
   "media-type": {
    "description": "Media type that the server read from `Accept`, as GitHub writes it.",
    "schema": {
     "type": "string"
    },
    "example": "github.v3; format=json"
   },
   "api-version-selected": {
    "description": "API version that the response follows. Omitted when the request failed before its version was read.\n",
    "schema": {
     "type": "string"
    },
    "example": "2022-11-28"
   },
   "enterprise-version": {
    "description": "Release of Enterprise Server whose behaviour the server has.",
    "schema": {
     "type": "string"
    },
    "example": "3.20.0"
   },
   "rate-limit-limit": {
    "description": "Requests in an hour that the caller may make. A server with a rate limit sends it with every response.",
    "schema": {
     "type": "string"
    },
    "example": "5000"
   },
   "rate-limit-remaining": {
    "description": "Requests that remain in this hour. A server with a rate limit sends it with every response.",
    "schema": {
     "type": "string"
    },
    "example": "4999"
   },
   "rate-limit-reset": {
    "description": "End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.\n",
    "schema": {
     "type": "string"
    },
    "example": "1372700873"
   },
   "rate-limit-resource": {
    "description": "Limit that the request counted for. A server with a rate limit sends it with every response.",
    "schema": {
     "type": "string"
    },
    "example": "core"
   },
   "rate-limit-used": {
    "description": "Requests that were made in this hour. A server with a rate limit sends it with every response.",
    "schema": {
     "type": "string"
    },
    "example": "1"
   },
   "deprecation": {
    "description": "Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.",
    "schema": {
     "type": "string"
    },
    "example": "@1581638400"
   },
   "sunset": {
    "description": "Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.\n",
    "schema": {
     "type": "string"
    },
    "example": "Fri, 13 Nov 2020 16:00:00 GMT"
   },
   "deprecation-link": {
    "description": "GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated\noperations send it.\n",
    "schema": {
     "type": "string"
    },
    "example": "<https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel=\"deprecation\"; type=\"text/html\""
   },
   "otp": {
    "description": "Sent after a correct password of a user with two-factor authentication, when the one-time code is missing, wrong\nor used: `required; app`.\n",
    "schema": {
     "type": "string"
    },
    "example": "required; app"
   },
   "retry-after": {
    "description": "Seconds to wait before the next attempt (RFC 9110, section 10.2.3).",
    "schema": {
     "type": "string"
    },
    "example": "1"
   },
   "link": {
    "description": "URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none of them\non the only page of a list. The links about the deprecation follow.\n",
    "schema": {
     "type": "string"
    },
    "example": "<https://api.github.com/resource?page=2>; rel=\"next\", <https://api.github.com/resource?page=5>; rel=\"last\""
   },
   "etag": {
    "description": "Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive\n304 while unchanged, or in `If-Match` to change the object only while unchanged.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "last-modified": {
    "description": "Time of the object's last change (RFC 9110, section 8.8.2).",
    "schema": {
     "type": "string"
    },
    "example": "Tue, 06 Sep 2011 20:39:23 GMT"
   },
   "accept-encoding": {
    "description": "Content codings that the server accepts in a request (RFC 9110, section 12.5.3).",
    "schema": {
     "type": "string"
    },
    "example": "identity"
   },
   "etag-of-a-result": {
    "description": "Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "location": {
    "description": "URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.\n",
    "schema": {
     "type": "string"
    },
    "example": "https://api.github.com/authorizations/1"
   },
   "page-link": {
    "description": "URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; no header on the\nonly page of a list.\n",
    "schema": {
     "type": "string"
    },
    "example": "<https://api.github.com/resource?page=2>; rel=\"next\", <https://api.github.com/resource?page=5>; rel=\"last\""
   }
  },
  "schemas": {
   "root": {
    "title": "Root",
    "description": "URLs of the API.",
    "type": "object",
    "required": [
     "current_user_url",
     "current_user_authorizations_html_url"
    ],
    "properties": {
     "current_user_url": {
      "type": "string",
      "description": "The authenticated user."
     },
     "current_user_authorizations_html_url": {
      "type": "string",
      "format": "uri-template",
      "description": "Settings page for authorized applications, as a URI template."
     },
     "authorizations_url": {
      "type": "string",
      "description": "The authorizations of the authenticated user. Removed in version 2026-03-10."
     }
    }
   },
   "bad-request-error": {
    "title": "Bad Request Error",
    "description": "Reason why a request could not be read.",
    "type": "object",
    "properties": {
     "message": {
      "type": "string",
      "description": "The error, in a sentence."
     },
     "errors": {
      "type": "string",
      "description": "The version that was sent and the supported ones, when the version is unsupported."
     },
     "documentation_url": {
      "type": "string",
      "description": "Page about the operation."
     },
     "status": {
      "type": "string",
      "description": "The HTTP status, as a string."
     }
    }
   },
   "basic-error": {
    "title": "Basic Error",
    "description": "Description of an error.",
    "type": "object",
    "properties": {
     "message": {
      "type": "string",
      "description": "The error, in a sentence."
     },
     "documentation_url": {
      "type": "string",
      "description": "Page about the operation."
     },
     "url": {
      "type": "string",
      "description": "URL that the error is about, if there is one."
     },
     "status": {
      "type": "string",
      "description": "The HTTP status, as a string."
     }
    }
   },
   "application": {
    "title": "Application",
    "description": "The application of a token or a grant. A personal token has a placeholder: its note as the name, and twenty zeros as\nthe client id.\n",
    "type": "object",
    "required": [
     "client_id",
     "name",
     "url"
    ],
    "properties": {
     "client_id": {
      "type": "string",
      "description": "Public identifier of the application, 20 characters.",
      "examples": [
       "abcde12345fghij67890"
      ]
     },
     "name": {
      "type": "string",
      "description": "Name that users see.",
      "examples": [
       "my github app"
      ]
     },
     "url": {
      "type": "string",
      "format": "uri",
      "description": "Home page of the application.",
      "examples": [
       "http://my-github-app.com"
      ]
     }
    }
   },
   "simple-user": {
    "title": "Simple User",
    "description": "A user of the server.",
    "type": "object",
    "required": [
     "login",
     "id",
     "node_id",
     "avatar_url",
     "gravatar_id",
     "url",
     "html_url",
     "followers_url",
     "following_url",
     "gists_url",
     "starred_url",
     "subscriptions_url",
     "organizations_url",
     "repos_url",
     "events_url",
     "received_events_url",
     "type",
     "site_admin"
    ],
    "properties": {
     "name": {
      "type": [
       "string",
       "null"
      ],
      "description": "Display name of the user."
     },
     "email": {
      "type": [
       "string",
       "null"
      ],
      "description": "Public e-mail address."
     },
     "login": {
      "type": "string",
      "description": "Login name of the user.",
      "examples": [
       "octocat"
      ]
     },
     "id": {
      "type": "integer",
      "format": "int64",
      "description": "Identifier of the user.",
      "examples": [
       1
      ]
     },
     "node_id": {
      "type": "string",
      "description": "Identifier of the user in the GraphQL API.",
      "examples": [
       "MDQ6VXNlcjE="
      ]
     },
     "avatar_url": {
      "type": "string",
      "format": "uri",
      "description": "Picture of the user.",
      "examples": [
       "https://github.com/images/error/octocat_happy.gif"
      ]
     },
     "gravatar_id": {
      "type": [
       "string",
       "null"
      ],
      "description": "Gravatar of the user; empty on newer servers.",
      "examples": [
       "41d064eb2195891e12d0413f63227ea7"
      ]
     },
     "url": {
      "type": "string",
      "format": "uri",
      "description": "URL of the user in this API.",
      "examples": [
       "https://api.github.com/users/octocat"
      ]
     },
     "html_url": {
      "type": "string",
      "format": "uri",
      "description": "URL of the user's page.",
      "examples": [
       "https://github.com/octocat"
      ]
     },
     "followers_url": {
      "type": "string",
      "format": "uri",
      "description": "Followers of the user.",
      "examples": [
       "https://api.github.com/users/octocat/followers"
      ]
     },
     "following_url": {
      "type": "string",
      "format": "uri-template",
      "description": "Users that the user follows, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/following{/other_user}"
      ]
     },
     "gists_url": {
      "type": "string",
      "format": "uri-template",
      "description": "Gists of the user, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/gists{/gist_id}"
      ]
     },
     "starred_url": {
      "type": "string",
      "format": "uri-template",
      "description": "Repositories that the user starred, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/starred{/owner}{/repo}"
      ]
     },
     "subscriptions_url": {
      "type": "string",
      "format": "uri",
      "description": "Repositories that the user watches.",
      "examples": [
       "https://api.github.com/users/octocat/subscriptions"
      ]
     },
     "organizations_url": {
      "type": "string",
      "format": "uri",
      "description": "Organizations that the user belongs to.",
      "examples": [
       "https://api.github.com/users/octocat/orgs"
      ]
     },
     "repos_url": {
      "type": "string",
      "format": "uri",
      "description": "Repositories of the user.",
      "examples": [
       "https://api.github.com/users/octocat/repos"
      ]
     },
     "events_url": {
      "type": "string",
      "format": "uri-template",
      "description": "Events by the user, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/events{/privacy}"
      ]
     },
     "received_events_url": {
      "type": "string",
      "format": "uri",
      "description": "Events that the user received.",
      "examples": [
       "https://api.github.com/users/octocat/received_events"
      ]
     },
     "type": {
      "type": "string",
      "description": "Kind of account.",
      "examples": [
       "User"
      ]
     },
     "site_admin": {
      "type": "boolean",
      "description": "True for administrators of the server."
     },
     "starred_at": {
      "type": "string",
      "description": "Time when the user starred a repository. Not used by this API.",
      "examples": [
       "\"2020-07-09T00:17:55Z\""
      ]
     },
     "user_view_type": {
      "type": "string",
      "description": "Level of detail of this user object.",
      "examples": [
       "public"
      ]
     }
    }
   },
   "application-grant": {
    "title": "Application Grant",
    "description": "Access that a user gave to one application, whatever the number of its tokens.",
    "type": "object",
    "required": [
     "id",
     "url",
     "app",
     "created_at",
     "updated_at",
     "scopes"
    ],
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "description": "Identifier of the grant.",
      "examples": [
       1
      ]
     },
     "url": {
      "type": "string",
      "format": "uri",
      "description": "URL of this grant.",
      "examples": [
       "https://api.github.com/applications/grants/1"
      ]
     },
     "app": {
      "$ref": "#/components/schemas/application"
     },
     "created_at": {
      "type": "string",
      "format": "date-time",
      "description": "Time when the application got its first token from this user.",
      "examples": [
       "2011-09-06T17:26:27Z"
      ]
     },
     "updated_at": {
      "type": "string",
      "format": "date-time",
      "description": "Time of the last change of the scopes.",
      "examples": [
       "2011-09-06T20:39:23Z"
      ]
     },
     "scopes": {
      "type": "array",
      "description": "Union of the scopes of the application's tokens. After the last token is deleted, the scopes stay.\n",
      "items": {
       "type": "string"
      },
      "examples": [
       [
        "public_repo"
       ]
      ]
     },
     "user": {
      "description": "The user who gave the access. Omitted in responses to the user's own calls.",
      "oneOf": [
       {
        "$ref": "#/components/schemas/simple-user"
       },
       {
        "type": "null"
       }
      ]
     }
    }
   },
   "validation-error": {
    "title": "Validation Error",
    "description": "Reason why a parsed request was refused. `errors` lists invalid values. A body that does not have the declared\nshape, and a wrong client id or secret, have only a `message`.\n",
    "type": "object",
    "required": [
     "message",
     "documentation_url"
    ],
    "properties": {
     "message": {
      "type": "string",
      "description": "The error, in one or more sentences."
     },
     "errors": {
      "type": "array",
      "description": "The refused values.",
      "items": {
       "type": "object",
       "required": [
        "code"
       ],
       "properties": {
        "resource": {
         "type": "string",
         "description": "Kind of the object; `OauthAccess` is an authorization."
        },
        "field": {
         "type": "string",
         "description": "Field of the request."
        },
        "message": {
         "type": "string",
         "description": "Reason for the refusal, when the code alone does not give it."
        },
        "code": {
         "type": "string",
         "description": "`missing_field`, `already_exists`, or `custom` with a `message`.\n"
        },
        "index": {
         "type": "integer",
         "description": "Position in a list."
        },
        "value": {
         "description": "The value that was refused.",
         "type": [
          "string",
          "integer",
          "array",
          "null"
         ],
         "items": {
          "type": "string"
         }
        }
       }
      }
     },
     "documentation_url": {
      "type": "string",
      "description": "Page about the operation."
     },
     "status": {
      "type": "string",
      "description": "The HTTP status, as a string."
     }
    }
   },
   "token-request": {
    "title": "Token Request",
    "description": "Names the token of a request by an application.",
    "type": "object",
    "required": [
     "access_token"
    ],
    "properties": {
     "access_token": {
      "type": "string",
      "maxLength": 255,
      "writeOnly": true,
      "description": "A token that was issued for your application."
     }
    }
   },
   "app-permissions": {
    "title": "App Permissions",
    "description": "Permissions of a user token of a GitHub App. An omitted permission is not granted.",
    "type": "object",
    "examples": [
     {
      "contents": "read",
      "issues": "read",
      "deployments": "write",
      "single_file": "read"
     }
    ],
    "properties": {
     "actions": {
      "type": "string",
      "description": "Workflows, workflow runs and artifacts of GitHub Actions.",
      "enum": [
       "read",
       "write"
      ]
     },
     "administration": {
      "type": "string",
      "description": "Settings, teams and collaborators of repositories, and creating or deleting them.",
      "enum": [
       "read",
       "write"
      ]
     },
     "artifact_metadata": {
      "type": "string",
      "description": "Records about artifacts.",
      "enum": [
       "read",
       "write"
      ]
     },
     "attestations": {
      "type": "string",
      "description": "Attestations of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "checks": {
      "type": "string",
      "description": "Checks on code.",
      "enum": [
       "read",
       "write"
      ]
     },
     "code_quality": {
      "type": "string",
      "description": "Code quality findings and settings.",
      "enum": [
       "read",
       "write"
      ]
     },
     "codespaces": {
      "type": "string",
      "description": "Codespaces.",
      "enum": [
       "read",
       "write"
      ]
     },
     "contents": {
      "type": "string",
      "description": "Files, commits, branches, downloads, releases and merges.",
      "enum": [
       "read",
       "write"
      ]
     },
     "dependabot_secrets": {
      "type": "string",
      "description": "Secrets of Dependabot.",
      "enum": [
       "read",
       "write"
      ]
     },
     "deployments": {
      "type": "string",
      "description": "Deployments and their statuses.",
      "enum": [
       "read",
       "write"
      ]
     },
     "discussions": {
      "type": "string",
      "description": "Discussions with their comments and labels.",
      "enum": [
       "read",
       "write"
      ]
     },
     "environments": {
      "type": "string",
      "description": "Environments of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "issues": {
      "type": "string",
      "description": "Issues with their comments, assignees, labels and milestones.",
      "enum": [
       "read",
       "write"
      ]
     },
     "merge_queues": {
      "type": "string",
      "description": "Merge queues of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "metadata": {
      "type": "string",
      "description": "Metadata of repositories, their search and their collaborators.",
      "enum": [
       "read",
       "write"
      ]
     },
     "packages": {
      "type": "string",
      "description": "Packages that repositories publish to GitHub Packages.",
      "enum": [
       "read",
       "write"
      ]
     },
     "pages": {
      "type": "string",
      "description": "Settings, statuses and builds of Pages.",
      "enum": [
       "read",
       "write"
      ]
     },
     "pull_requests": {
      "type": "string",
      "description": "Pull requests with their comments, assignees, labels, milestones and merges.",
      "enum": [
       "read",
       "write"
      ]
     },
     "repository_custom_properties": {
      "type": "string",
      "description": "Values of custom properties of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "repository_hooks": {
      "type": "string",
      "description": "Webhooks (post-receive hooks) of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "repository_projects": {
      "type": "string",
      "description": "Projects of repositories with their columns and cards.",
      "enum": [
       "read",
       "write",
       "admin"
      ]
     },
     "secret_scanning_alerts": {
      "type": "string",
      "description": "Alerts of secret scanning.",
      "enum": [
       "read",
       "write"
      ]
     },
     "secrets": {
      "type": "string",
      "description": "Secrets of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "security_events": {
      "type": "string",
      "description": "Security events, such as code scanning alerts.",
      "enum": [
       "read",
       "write"
      ]
     },
     "single_file": {
      "type": "string",
      "description": "The files named next to the permissions, and no others.",
      "enum": [
       "read",
       "write"
      ]
     },
     "statuses": {
      "type": "string",
      "description": "Statuses of commits.",
      "enum": [
       "read",
       "write"
      ]
     },
     "vulnerability_alerts": {
      "type": "string",
      "description": "Alerts of Dependabot.",
      "enum": [
       "read",
       "write"
      ]
     },
     "workflows": {
      "type": "string",
      "description": "Workflow files of GitHub Actions.",
      "enum": [
       "write"
      ]
     },
     "members": {
      "type": "string",
      "description": "Members and teams of organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_administration": {
      "type": "string",
      "description": "Access to organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_custom_roles": {
      "type": "string",
      "description": "Custom repository roles. A preview, which may change.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_custom_org_roles": {
      "type": "string",
      "description": "Custom organization roles.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_custom_properties": {
      "type": "string",
      "description": "Definitions of custom properties.",
      "enum": [
       "read",
       "write",
       "admin"
      ]
     },
     "organization_copilot_seat_management": {
      "type": "string",
      "description": "Seats of Copilot in organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_copilot_agent_settings": {
      "type": "string",
      "description": "Settings of the Copilot agent in organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_announcement_banners": {
      "type": "string",
      "description": "Announcement banners of organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_events": {
      "type": "string",
      "description": "Events of organizations.",
      "enum": [
       "read"
      ]
     },
     "organization_hooks": {
      "type": "string",
      "description": "Webhooks (post-receive hooks) of organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_personal_access_tokens": {
      "type": "string",
      "description": "Fine-grained personal tokens that reach organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_personal_access_token_requests": {
      "type": "string",
      "description": "Requests for fine-grained personal tokens.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_plan": {
      "type": "string",
      "description": "Plans of organizations.",
      "enum": [
       "read"
      ]
     },
     "organization_projects": {
      "type": "string",
      "description": "Projects of organizations, including the newer kind, if available.",
      "enum": [
       "read",
       "write",
       "admin"
      ]
     },
     "organization_packages": {
      "type": "string",
      "description": "Packages that organizations publish to GitHub Packages.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_secrets": {
      "type": "string",
      "description": "Secrets of organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_self_hosted_runners": {
      "type": "string",
      "description": "Self-hosted runners of organizations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "organization_user_blocking": {
      "type": "string",
      "description": "Users that organizations blocked.",
      "enum": [
       "read",
       "write"
      ]
     },
     "email_addresses": {
      "type": "string",
      "description": "E-mail addresses of the user.",
      "enum": [
       "read",
       "write"
      ]
     },
     "followers": {
      "type": "string",
      "description": "Followers of the user.",
      "enum": [
       "read",
       "write"
      ]
     },
     "git_ssh_keys": {
      "type": "string",
      "description": "SSH keys of the user.",
      "enum": [
       "read",
       "write"
      ]
     },
     "gpg_keys": {
      "type": "string",
      "description": "GPG keys of the user.",
      "enum": [
       "read",
       "write"
      ]
     },
     "interaction_limits": {
      "type": "string",
      "description": "Interaction limits of repositories.",
      "enum": [
       "read",
       "write"
      ]
     },
     "profile": {
      "type": "string",
      "description": "Profile of the user.",
      "enum": [
       "write"
      ]
     },
     "starring": {
      "type": "string",
      "description": "Repositories that the user starred.",
      "enum": [
       "read",
       "write"
      ]
     },
     "enterprise_administration": {
      "type": "string",
      "description": "Settings of enterprises.",
      "enum": [
       "read",
       "write"
      ]
     },
     "enterprise_custom_properties": {
      "type": "string",
      "description": "Custom properties of enterprises.",
      "enum": [
       "read",
       "write"
      ]
     },
     "enterprise_organization_installations": {
      "type": "string",
      "description": "Installations of GitHub Apps in organizations of an enterprise.",
      "enum": [
       "read",
       "write"
      ]
     },
     "enterprise_organization_installation_repositories": {
      "type": "string",
      "description": "Repositories of such installations.",
      "enum": [
       "read",
       "write"
      ]
     },
     "team_discussions": {
      "type": "string",
      "description": "Discussions of teams. On older servers only.",
      "enum": [
       "read",
       "write"
      ]
     }
    }
   },
   "scoped-installation": {
    "title": "Scoped Installation",
    "description": "The part of a GitHub App installation that a scoped token has access to.",
    "type": "object",
    "required": [
     "permissions",
     "repository_selection",
     "single_file_name",
     "repositories_url",
     "account"
    ],
    "properties": {
     "permissions": {
      "$ref": "#/components/schemas/app-permissions"
     },
     "repository_selection": {
      "type": "string",
      "description": "`all` when the token has access to all repositories of the account, `selected` for a selection.",
      "enum": [
       "all",
       "selected"
      ]
     },
     "single_file_name": {
      "type": [
       "string",
       "null"
      ],
      "description": "Path of the one file that the token may manage.",
      "examples": [
       "config.yaml"
      ]
     },
     "has_multiple_single_files": {
      "type": "boolean",
      "description": "True when `single_file_paths` names more than one file.",
      "examples": [
       true
      ]
     },
     "single_file_paths": {
      "type": "array",
      "description": "Paths of the files that the token may manage.",
      "items": {
       "type": "string"
      },
      "examples": [
       [
        "config.yml",
        ".github/issue_TEMPLATE.md"
       ]
      ]
     },
     "repositories_url": {
      "type": "string",
      "format": "uri",
      "description": "URL of the list of the account's repositories.",
      "examples": [
       "https://api.github.com/users/octocat/repos"
      ]
     },
     "account": {
      "$ref": "#/components/schemas/simple-user"
     }
    }
   },
   "authorization": {
    "title": "Authorization",
    "description": "One token, of an OAuth application, of a GitHub App, or a personal one.",
    "type": "object",
    "required": [
     "app",
     "id",
     "note",
     "note_url",
     "scopes",
     "token",
     "hashed_token",
     "token_last_eight",
     "fingerprint",
     "url",
     "created_at",
     "updated_at",
     "expires_at"
    ],
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "description": "Identifier of the authorization. A reset keeps it."
     },
     "url": {
      "type": "string",
      "format": "uri",
      "description": "URL of this authorization."
     },
     "app": {
      "$ref": "#/components/schemas/application"
     },
     "token": {
      "type": "string",
      "description": "The token in plain text in the response that creates or resets it, the token from the request in the response to\na check, and an empty string in every other response.\n"
     },
     "hashed_token": {
      "type": [
       "string",
       "null"
      ],
      "description": "SHA-256 digest of the token, 64 lower-case hexadecimal digits."
     },
     "token_last_eight": {
      "type": [
       "string",
       "null"
      ],
      "description": "Last eight characters of the token."
     },
     "note": {
      "type": [
       "string",
       "null"
      ],
      "description": "Purpose of the token."
     },
     "note_url": {
      "type": [
       "string",
       "null"
      ],
      "pattern": "^(https?://[^\\s]+)?$",
      "description": "Page with more about the purpose of the token. Empty when it was sent empty."
     },
     "created_at": {
      "type": "string",
      "format": "date-time",
      "description": "Time when the token was created."
     },
     "updated_at": {
      "type": "string",
      "format": "date-time",
      "description": "Time of the last change. A request that changes nothing does not update it."
     },
     "scopes": {
      "type": [
       "array",
       "null"
      ],
      "description": "Scopes of the token, in the order they were given.",
      "items": {
       "type": "string"
      }
     },
     "fingerprint": {
      "type": [
       "string",
       "null"
      ],
      "description": "Distinguishes this token from others of the same user and application."
     },
     "expires_at": {
      "type": [
       "string",
       "null"
      ],
      "format": "date-time",
      "description": "Time when the token expires, or `null` if it does not."
     },
     "user": {
      "description": "The user the token acts for. Present in responses to applications only.",
      "oneOf": [
       {
        "$ref": "#/components/schemas/simple-user"
       },
       {
        "type": "null"
       }
      ]
     },
     "installation": {
      "description": "The installation that a scoped user token of a GitHub App has access to. Absent for other tokens.",
      "oneOf": [
       {
        "$ref": "#/components/schemas/scoped-installation"
       },
       {
        "type": "null"
       }
      ]
     }
    }
   },
   "authorization-patch": {
    "title": "Authorization Patch",
    "description": "Changes of an authorization. Omitted fields keep their value.",
    "type": "object",
    "properties": {
     "scopes": {
      "type": [
       "array",
       "string",
       "null"
      ],
      "description": "Scopes of the token; they replace the old ones. A string is one scope.",
      "maxLength": 255,
      "maxItems": 100,
      "items": {
       "type": "string",
       "maxLength": 255
      },
      "examples": [
       [
        "public_repo",
        "user"
       ]
      ]
     },
     "add_scopes": {
      "type": "array",
      "description": "Scopes to append.",
      "maxItems": 100,
      "items": {
       "type": "string",
       "maxLength": 255
      }
     },
     "remove_scopes": {
      "type": "array",
      "description": "Scopes to remove. A scope that the token does not have is ignored.",
      "maxItems": 100,
      "items": {
       "type": "string",
       "maxLength": 255
      }
     },
     "note": {
      "type": "string",
      "description": "Purpose of the token.",
      "maxLength": 255,
      "examples": [
       "Update all gems"
      ]
     },
     "note_url": {
      "type": "string",
      "description": "Page with more about the purpose of the token: an http or https URL. The server never fetches it.\n",
      "maxLength": 2048,
      "pattern": "^(https?://[^\\s]+)?$"
     },
     "fingerprint": {
      "type": "string",
      "description": "Distinguishes this token from others of the same user and application. An empty string removes it.\n",
      "maxLength": 255
     }
    }
   },
   "api-overview": {
    "title": "Api Overview",
    "description": "Information about the server.",
    "type": "object",
    "required": [
     "verifiable_password_authentication"
    ],
    "properties": {
     "verifiable_password_authentication": {
      "type": "boolean",
      "description": "True when users sign in with a password that the server itself verifies."
     },
     "installed_version": {
      "type": "string",
      "description": "Version of Enterprise Server."
     }
    }
   },
   "rate-limit": {
    "title": "Rate Limit",
    "description": "Requests of this hour.",
    "type": "object",
    "required": [
     "limit",
     "used",
     "remaining",
     "reset"
    ],
    "properties": {
     "limit": {
      "type": "integer",
      "description": "Maximum requests per hour.",
      "examples": [
       5000
      ]
     },
     "used": {
      "type": "integer",
      "description": "Requests that were counted this hour.",
      "examples": [
       1
      ]
     },
     "remaining": {
      "type": "integer",
      "description": "Requests that are left this hour.",
      "examples": [
       4999
      ]
     },
     "reset": {
      "type": "integer",
      "description": "Time when the count starts anew, in seconds since 1970.",
      "examples": [
       1372700873
      ]
     }
    }
   },
   "rate-limit-overview": {
    "title": "Rate Limit Overview",
    "description": "The rate limit of a caller.",
    "type": "object",
    "required": [
     "resources",
     "rate"
    ],
    "properties": {
     "resources": {
      "type": "object",
      "description": "A limit for each kind of request; this API has one kind.",
      "required": [
       "core"
      ],
      "properties": {
       "core": {
        "$ref": "#/components/schemas/rate-limit"
       }
      }
     },
     "rate": {
      "description": "The same as `core`, for old clients.",
      "$ref": "#/components/schemas/rate-limit"
     }
    }
   },
   "public-user": {
    "title": "Public User",
    "description": "A user with the public profile. What this server does not know of a user is `null` or 0.",
    "allOf": [
     {
      "$ref": "#/components/schemas/simple-user"
     },
     {
      "type": "object",
      "required": [
       "company",
       "blog",
       "location",
       "hireable",
       "bio",
       "public_repos",
       "public_gists",
       "followers",
       "following",
       "created_at",
       "updated_at"
      ],
      "properties": {
       "company": {
        "type": [
         "string",
         "null"
        ],
        "description": "Company of the user.",
        "examples": [
         null
        ]
       },
       "blog": {
        "type": [
         "string",
         "null"
        ],
        "description": "Website of the user.",
        "examples": [
         null
        ]
       },
       "location": {
        "type": [
         "string",
         "null"
        ],
        "description": "Place of the user.",
        "examples": [
         null
        ]
       },
       "hireable": {
        "type": [
         "boolean",
         "null"
        ],
        "description": "True when the user looks for a job.",
        "examples": [
         null
        ]
       },
       "bio": {
        "type": [
         "string",
         "null"
        ],
        "description": "Text of the user about themselves.",
        "examples": [
         null
        ]
       },
       "public_repos": {
        "type": "integer",
        "description": "Number of public repositories.",
        "examples": [
         0
        ]
       },
       "public_gists": {
        "type": "integer",
        "description": "Number of public gists.",
        "examples": [
         0
        ]
       },
       "followers": {
        "type": "integer",
        "description": "Number of users who follow this user.",
        "examples": [
         0
        ]
       },
       "following": {
        "type": "integer",
        "description": "Number of users whom this user follows.",
        "examples": [
         0
        ]
       },
       "created_at": {
        "type": "string",
        "format": "date-time",
        "description": "Time when the user was created.",
        "examples": [
         "2008-01-14T04:33:35Z"
        ]
       },
       "updated_at": {
        "type": "string",
        "format": "date-time",
        "description": "Time when the profile changed last.",
        "examples": [
         "2008-01-14T04:33:35Z"
        ]
       }
      }
     }
    ]
   },
   "email": {
    "title": "Email",
    "description": "An e-mail address of a user.",
    "type": "object",
    "required": [
     "email",
     "primary",
     "verified",
     "visibility"
    ],
    "properties": {
     "email": {
      "type": "string",
      "description": "The address.",
      "examples": [
       "octocat@github.com"
      ]
     },
     "primary": {
      "type": "boolean",
      "description": "True for the one address that the server writes to."
     },
     "verified": {
      "type": "boolean",
      "description": "True when the address is known to be the user's."
     },
     "visibility": {
      "type": [
       "string",
       "null"
      ],
      "description": "`public` when the primary address is in the profile, `private` when not; `null` for other addresses.",
      "examples": [
       "public"
      ]
     }
    }
   },
   "organization-simple": {
    "title": "Organization Simple",
    "description": "An organization. This server has none.",
    "type": "object",
    "required": [
     "login",
     "id"
    ],
    "properties": {
     "login": {
      "type": "string",
      "description": "Login name of the organization.",
      "examples": [
       "github"
      ]
     },
     "id": {
      "type": "integer",
      "format": "int64",
      "description": "Identifier of the organization.",
      "examples": [
       1
      ]
     }
    }
   },
   "team": {
    "title": "Team",
    "description": "A team of an organization. This server has none.",
    "type": "object",
    "required": [
     "id",
     "name",
     "slug",
     "organization"
    ],
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "description": "Identifier of the team.",
      "examples": [
       1
      ]
     },
     "name": {
      "type": "string",
      "description": "Name of the team.",
      "examples": [
       "Justice League"
      ]
     },
     "slug": {
      "type": "string",
      "description": "Name of the team in URLs.",
      "examples": [
       "justice-league"
      ]
     },
     "organization": {
      "$ref": "#/components/schemas/organization-simple"
     }
    }
   }
  },
  "examples": {
   "root": {
    "summary": "The URLs",
    "value": {
     "current_user_url": "https://HOSTNAME/api/v3/user",
     "current_user_authorizations_html_url": "https://HOSTNAME/settings/connections/applications{/client_id}",
     "authorizations_url": "https://HOSTNAME/api/v3/authorizations"
    }
   },
   "unsupported-version": {
    "summary": "Unsupported version",
    "value": {
     "message": "Bad Request",
     "errors": "The version you specified in the \"X-GitHub-API-Version\" request header, \"1999-01-01\", is not a supported version. The following versions are currently supported: \"2026-03-10\" (most recent) and \"2022-11-28\".",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "400"
    }
   },
   "requires-authentication": {
    "summary": "No credentials",
    "value": {
     "message": "Requires authentication",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "401"
    }
   },
   "bad-credentials": {
    "summary": "Wrong credentials",
    "value": {
     "message": "Bad credentials",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "401"
    }
   },
   "code-required": {
    "summary": "One-time code needed",
    "value": {
     "message": "Must specify two-factor authentication OTP code.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "401"
    }
   },
   "password-only": {
    "summary": "Token sent as a password",
    "value": {
     "message": "This API can only be accessed with username and password Basic Auth",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "403"
    }
   },
   "too-many-attempts": {
    "summary": "Too many failed logins",
    "value": {
     "message": "Maximum number of login attempts exceeded. Please try again later.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "403"
    }
   },
   "account-suspended": {
    "summary": "Suspended user",
    "value": {
     "message": "Sorry. Your account was suspended",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "403"
    }
   },
   "server-error": {
    "summary": "The server failed",
    "value": {
     "message": "Server Error",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "500"
    }
   },
   "unavailable": {
    "summary": "Server overloaded",
    "value": {
     "message": "Service unavailable. Please try again later.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "503"
    }
   },
   "grants": {
    "summary": "One grant",
    "value": [
     {
      "id": 1,
      "url": "https://HOSTNAME/api/v3/applications/grants/1",
      "app": {
       "name": "my github app",
       "url": "http://my-github-app.com",
       "client_id": "abcde12345fghij67890"
      },
      "created_at": "2011-09-06T17:26:27Z",
      "updated_at": "2011-09-06T20:39:23Z",
      "scopes": [
       "public_repo"
      ]
     }
    ]
   },
   "not-found": {
    "summary": "No such object",
    "value": {
     "message": "Not Found",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "404"
    }
   },
   "client-id-too-long": {
    "summary": "Client id too long",
    "value": {
     "message": "Invalid request.\n\nFor 'client_id', only 255 characters are allowed; 256 were supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "grant": {
    "summary": "A grant",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/applications/grants/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "abcde12345fghij67890"
     },
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo"
     ]
    }
   },
   "precondition-failed": {
    "summary": "The object has changed",
    "value": {
     "message": "Precondition Failed",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "412"
    }
   },
   "problems-parsing-json": {
    "summary": "The body is not JSON",
    "value": {
     "message": "Problems parsing JSON",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "400"
    }
   },
   "body-no-object": {
    "summary": "The body is not an object",
    "value": {
     "message": "Body should be a JSON object",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "400"
    }
   },
   "rate-limited": {
    "summary": "Rate limit exhausted",
    "value": {
     "message": "API rate limit exceeded for application abcde12345fghij67890.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "403"
    }
   },
   "content-too-large": {
    "summary": "Body too long",
    "value": {
     "message": "Body should be at most 65536 bytes long",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "413"
    }
   },
   "unsupported-media-type": {
    "summary": "Compressed body",
    "value": {
     "message": "Body should not be compressed: the only Content-Encoding that is supported is identity",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "415"
    }
   },
   "invalid-request": {
    "summary": "No token",
    "value": {
     "message": "Invalid request.\n\n\"access_token\" wasn't supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "token-too-long": {
    "summary": "Token too long",
    "value": {
     "message": "Invalid request.\n\nFor 'access_token', only 255 characters are allowed; 256 were supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "checked-authorization": {
    "summary": "A valid user token of a GitHub App",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "Iv1.8a61f9b3a7aba766"
     },
     "token": "ghu_16C7e42F292c6912E7710c838347Ae178B4a",
     "hashed_token": "82e74299544e00738f9c0acb69b1eb348b3e20ffcfabcb34779bd37590fead6c",
     "token_last_eight": "Ae178B4a",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo",
      "user"
     ],
     "fingerprint": "jklmnop12345678",
     "expires_at": "2011-09-08T17:26:27Z",
     "user": {
      "login": "octocat",
      "id": 1,
      "node_id": "MDQ6VXNlcjE=",
      "avatar_url": "https://github.com/images/error/octocat_happy.gif",
      "gravatar_id": "",
      "url": "https://HOSTNAME/api/v3/users/octocat",
      "html_url": "https://HOSTNAME/octocat",
      "followers_url": "https://HOSTNAME/api/v3/users/octocat/followers",
      "following_url": "https://HOSTNAME/api/v3/users/octocat/following{/other_user}",
      "gists_url": "https://HOSTNAME/api/v3/users/octocat/gists{/gist_id}",
      "starred_url": "https://HOSTNAME/api/v3/users/octocat/starred{/owner}{/repo}",
      "subscriptions_url": "https://HOSTNAME/api/v3/users/octocat/subscriptions",
      "organizations_url": "https://HOSTNAME/api/v3/users/octocat/orgs",
      "repos_url": "https://HOSTNAME/api/v3/users/octocat/repos",
      "events_url": "https://HOSTNAME/api/v3/users/octocat/events{/privacy}",
      "received_events_url": "https://HOSTNAME/api/v3/users/octocat/received_events",
      "type": "User",
      "site_admin": false
     }
    }
   },
   "reset-authorization": {
    "summary": "The new user token of a GitHub App, shown only once",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "Iv1.8a61f9b3a7aba766"
     },
     "token": "ghu_G8hNq2PzKd61fVwXsE0RbYtJ7mLc4A29bTQx",
     "hashed_token": "4573cc570ba7bb6e0e001292743745b7d2d9abb143b7d7ed9318e170d8d8e918",
     "token_last_eight": "4A29bTQx",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo",
      "user"
     ],
     "fingerprint": "jklmnop12345678",
     "expires_at": "2011-09-08T17:26:27Z",
     "user": {
      "login": "octocat",
      "id": 1,
      "node_id": "MDQ6VXNlcjE=",
      "avatar_url": "https://github.com/images/error/octocat_happy.gif",
      "gravatar_id": "",
      "url": "https://HOSTNAME/api/v3/users/octocat",
      "html_url": "https://HOSTNAME/octocat",
      "followers_url": "https://HOSTNAME/api/v3/users/octocat/followers",
      "following_url": "https://HOSTNAME/api/v3/users/octocat/following{/other_user}",
      "gists_url": "https://HOSTNAME/api/v3/users/octocat/gists{/gist_id}",
      "starred_url": "https://HOSTNAME/api/v3/users/octocat/starred{/owner}{/repo}",
      "subscriptions_url": "https://HOSTNAME/api/v3/users/octocat/subscriptions",
      "organizations_url": "https://HOSTNAME/api/v3/users/octocat/orgs",
      "repos_url": "https://HOSTNAME/api/v3/users/octocat/repos",
      "events_url": "https://HOSTNAME/api/v3/users/octocat/events{/privacy}",
      "received_events_url": "https://HOSTNAME/api/v3/users/octocat/received_events",
      "type": "User",
      "site_admin": false
     }
    }
   },
   "scoped-authorization": {
    "summary": "A scoped user token of a GitHub App, shown only once",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "Iv1.8a61f9b3a7aba766"
     },
     "token": "ghu_T7pVb3XwLq85cHfYzR1eMnJ0kSd6gW4aKiU2",
     "hashed_token": "f54eef8985d5614208be98d4d6b8458955aefec631a4b76b97dfd50f83ef1cd3",
     "token_last_eight": "gW4aKiU2",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo",
      "user"
     ],
     "fingerprint": "jklmnop12345678",
     "expires_at": "2011-09-08T17:26:27Z",
     "user": {
      "login": "octocat",
      "id": 1,
      "node_id": "MDQ6VXNlcjE=",
      "avatar_url": "https://github.com/images/error/octocat_happy.gif",
      "gravatar_id": "",
      "url": "https://HOSTNAME/api/v3/users/octocat",
      "html_url": "https://HOSTNAME/octocat",
      "followers_url": "https://HOSTNAME/api/v3/users/octocat/followers",
      "following_url": "https://HOSTNAME/api/v3/users/octocat/following{/other_user}",
      "gists_url": "https://HOSTNAME/api/v3/users/octocat/gists{/gist_id}",
      "starred_url": "https://HOSTNAME/api/v3/users/octocat/starred{/owner}{/repo}",
      "subscriptions_url": "https://HOSTNAME/api/v3/users/octocat/subscriptions",
      "organizations_url": "https://HOSTNAME/api/v3/users/octocat/orgs",
      "repos_url": "https://HOSTNAME/api/v3/users/octocat/repos",
      "events_url": "https://HOSTNAME/api/v3/users/octocat/events{/privacy}",
      "received_events_url": "https://HOSTNAME/api/v3/users/octocat/received_events",
      "type": "User",
      "site_admin": false
     },
     "installation": {
      "permissions": {
       "contents": "read"
      },
      "repository_selection": "selected",
      "single_file_name": null,
      "has_multiple_single_files": false,
      "single_file_paths": [],
      "repositories_url": "https://HOSTNAME/api/v3/users/octocat/repos",
      "account": {
       "login": "octocat",
       "id": 1,
       "node_id": "MDQ6VXNlcjE=",
       "avatar_url": "https://github.com/images/error/octocat_happy.gif",
       "gravatar_id": "",
       "url": "https://HOSTNAME/api/v3/users/octocat",
       "html_url": "https://HOSTNAME/octocat",
       "followers_url": "https://HOSTNAME/api/v3/users/octocat/followers",
       "following_url": "https://HOSTNAME/api/v3/users/octocat/following{/other_user}",
       "gists_url": "https://HOSTNAME/api/v3/users/octocat/gists{/gist_id}",
       "starred_url": "https://HOSTNAME/api/v3/users/octocat/starred{/owner}{/repo}",
       "subscriptions_url": "https://HOSTNAME/api/v3/users/octocat/subscriptions",
       "organizations_url": "https://HOSTNAME/api/v3/users/octocat/orgs",
       "repos_url": "https://HOSTNAME/api/v3/users/octocat/repos",
       "events_url": "https://HOSTNAME/api/v3/users/octocat/events{/privacy}",
       "received_events_url": "https://HOSTNAME/api/v3/users/octocat/received_events",
       "type": "User",
       "site_admin": false
      }
     }
    }
   },
   "not-a-github-app": {
    "summary": "An OAuth application",
    "value": {
     "message": "Only a GitHub App has tokens that can be scoped.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "403"
    }
   },
   "authorizations": {
    "summary": "One personal token",
    "value": [
     {
      "id": 2,
      "url": "https://HOSTNAME/api/v3/authorizations/2",
      "app": {
       "name": "My personal access token",
       "url": "https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations",
       "client_id": "00000000000000000000"
      },
      "token": "",
      "hashed_token": "3543c50b0cb9cea8e55eb1f529b79f043cb250d485fde7b66cabbb5183add7da",
      "token_last_eight": "Ae178B4a",
      "note": "My personal access token",
      "note_url": null,
      "created_at": "2019-04-24T21:49:02Z",
      "updated_at": "2019-04-24T21:49:02Z",
      "scopes": [
       "admin:business",
       "admin:gpg_key",
       "admin:org",
       "admin:org_hook",
       "admin:pre_receive_hook",
       "admin:public_key",
       "admin:repo_hook",
       "delete_repo",
       "gist",
       "notifications",
       "repo",
       "user",
       "write:discussion"
      ],
      "fingerprint": null,
      "expires_at": null
     }
    ]
   },
   "new-authorization": {
    "summary": "A new token of an application, shown only once",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "abcde12345fghij67890"
     },
     "token": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
     "hashed_token": "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
     "token_last_eight": "Ae178B4a",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo"
     ],
     "fingerprint": "jklmnop12345678",
     "expires_at": null
    }
   },
   "gone": {
    "summary": "Removed",
    "value": {
     "message": "This endpoint has been removed.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "410"
    }
   },
   "already-exists": {
    "summary": "Value in use",
    "value": {
     "message": "Validation Failed",
     "errors": [
      {
       "resource": "OauthAccess",
       "code": "already_exists",
       "field": "fingerprint"
      }
     ],
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "invalid-note": {
    "summary": "Field of another type",
    "value": {
     "message": "Invalid request.\n\nFor 'properties/note', 1 is not a string.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "authorization-without-fingerprint": {
    "summary": "A token of an application, without a fingerprint",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "abcde12345fghij67890"
     },
     "token": "",
     "hashed_token": "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
     "token_last_eight": "Ae178B4a",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo"
     ],
     "fingerprint": null,
     "expires_at": null
    }
   },
   "new-authorization-without-fingerprint": {
    "summary": "A new token of an application, shown only once",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "abcde12345fghij67890"
     },
     "token": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
     "hashed_token": "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
     "token_last_eight": "Ae178B4a",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo"
     ],
     "fingerprint": null,
     "expires_at": null
    }
   },
   "invalid-application": {
    "summary": "Wrong client id or secret",
    "value": {
     "message": "Invalid OAuth application client_id or secret.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "missing-secret": {
    "summary": "No client secret",
    "value": {
     "message": "Invalid request.\n\n\"client_secret\" wasn't supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   },
   "authorization": {
    "summary": "A token of an application",
    "value": {
     "id": 1,
     "url": "https://HOSTNAME/api/v3/authorizations/1",
     "app": {
      "name": "my github app",
      "url": "http://my-github-app.com",
      "client_id": "abcde12345fghij67890"
     },
     "token": "",
     "hashed_token": "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
     "token_last_eight": "Ae178B4a",
     "note": "optional note",
     "note_url": "http://optional/note/url",
     "created_at": "2011-09-06T17:26:27Z",
     "updated_at": "2011-09-06T20:39:23Z",
     "scopes": [
      "public_repo"
     ],
     "fingerprint": "jklmnop12345678",
     "expires_at": null
    }
   },
   "api-overview": {
    "summary": "An Enterprise Server",
    "value": {
     "verifiable_password_authentication": true,
     "installed_version": "3.20.0"
    }
   },
   "rate-limit-overview": {
    "summary": "One request of 5,000",
    "value": {
     "resources": {
      "core": {
       "limit": 5000,
       "used": 1,
       "remaining": 4999,
       "reset": 1372700873
      }
     },
     "rate": {
      "limit": 5000,
      "used": 1,
      "remaining": 4999,
      "reset": 1372700873
     }
    }
   },
   "rate-limiting-off": {
    "summary": "Requests are not limited",
    "value": {
     "message": "Rate limiting is not enabled.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "404"
    }
   },
   "user": {
    "summary": "A user",
    "value": {
     "login": "octocat",
     "id": 1,
     "node_id": "MDQ6VXNlcjE=",
     "avatar_url": "https://github.com/images/error/octocat_happy.gif",
     "gravatar_id": "",
     "url": "https://HOSTNAME/api/v3/users/octocat",
     "html_url": "https://HOSTNAME/octocat",
     "followers_url": "https://HOSTNAME/api/v3/users/octocat/followers",
     "following_url": "https://HOSTNAME/api/v3/users/octocat/following{/other_user}",
     "gists_url": "https://HOSTNAME/api/v3/users/octocat/gists{/gist_id}",
     "starred_url": "https://HOSTNAME/api/v3/users/octocat/starred{/owner}{/repo}",
     "subscriptions_url": "https://HOSTNAME/api/v3/users/octocat/subscriptions",
     "organizations_url": "https://HOSTNAME/api/v3/users/octocat/orgs",
     "repos_url": "https://HOSTNAME/api/v3/users/octocat/repos",
     "events_url": "https://HOSTNAME/api/v3/users/octocat/events{/privacy}",
     "received_events_url": "https://HOSTNAME/api/v3/users/octocat/received_events",
     "type": "User",
     "site_admin": false,
     "name": "The Octocat",
     "company": null,
     "blog": null,
     "location": null,
     "email": null,
     "hireable": null,
     "bio": null,
     "public_repos": 0,
     "public_gists": 0,
     "followers": 0,
     "following": 0,
     "created_at": "2008-01-14T04:33:35Z",
     "updated_at": "2008-01-14T04:33:35Z"
    }
   },
   "emails": {
    "summary": "Two addresses",
    "value": [
     {
      "email": "octocat@github.com",
      "primary": true,
      "verified": true,
      "visibility": "public"
     },
     {
      "email": "octocat@example.com",
      "primary": false,
      "verified": false,
      "visibility": null
     }
    ]
   },
   "no-organizations": {
    "summary": "No organizations",
    "value": []
   },
   "no-teams": {
    "summary": "No teams",
    "value": []
   },
   "username-too-long": {
    "summary": "Login name too long",
    "value": {
     "message": "Invalid request.\n\nFor 'username', only 255 characters are allowed; 256 were supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
    }
   }
  },
  "responses": {
   "not-modified-plain": {
    "description": "Not modified. The copy identified by `If-None-Match` is current.",
    "headers": {
     "ETag": {
      "$ref": "#/components/headers/etag-of-a-read"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-RateLimit-Limit": {
      "$ref": "#/components/headers/rate-limit-limit"
     },
     "X-RateLimit-Remaining": {
      "$ref": "#/components/headers/rate-limit-remaining"
     },
     "X-RateLimit-Reset": {
      "$ref": "#/components/headers/rate-limit-reset"
     },
     "X-RateLimit-Resource": {
      "$ref": "#/components/headers/rate-limit-resource"
     },
     "X-RateLimit-Used": {
      "$ref": "#/components/headers/rate-limit-used"
     }
    }
   },
   "bad-request-without-body": {
    "description": "`X-GitHub-Api-Version` names an unsupported version. Also sent to users who send a token in the query\n(`access_token`), where logs would keep it.\n",
    "headers": {
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/bad-request-error"
      },
      "examples": {
       "version": {
        "$ref": "#/components/examples/unsupported-version"
       }
      }
     }
    }
   },
   "user-authentication-required": {
    "description": "Requires authentication. There are no credentials, the login or the password is wrong, or a one-time code is\nmissing, wrong or already used. In the last three cases there is an `X-GitHub-OTP` header.\n",
    "headers": {
     "X-GitHub-OTP": {
      "$ref": "#/components/headers/otp"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "missing": {
        "$ref": "#/components/examples/requires-authentication"
       },
       "wrong": {
        "$ref": "#/components/examples/bad-credentials"
       },
       "code": {
        "$ref": "#/components/examples/code-required"
       }
      }
     }
    }
   },
   "forbidden": {
    "description": "Forbidden. A token was sent as the password, there were too many failed logins, the user is suspended, or the rate\nlimit of this hour is exhausted, if there is one. After too many failed logins, `Retry-After` has the seconds to wait.\n",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/retry-after"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-RateLimit-Limit": {
      "$ref": "#/components/headers/rate-limit-limit"
     },
     "X-RateLimit-Remaining": {
      "$ref": "#/components/headers/rate-limit-remaining"
     },
     "X-RateLimit-Reset": {
      "$ref": "#/components/headers/rate-limit-reset"
     },
     "X-RateLimit-Resource": {
      "$ref": "#/components/headers/rate-limit-resource"
     },
     "X-RateLimit-Used": {
      "$ref": "#/components/headers/rate-limit-used"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "token": {
        "$ref": "#/components/examples/password-only"
       },
       "attempts": {
        "$ref": "#/components/examples/too-many-attempts"
       },
       "suspended": {
        "$ref": "#/components/examples/account-suspended"
       }
      }
     }
    }
   },
   "server-error": {
    "description": "The server failed. Its log has the details, under the request id of the response.",
    "headers": {
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "server-error": {
        "$ref": "#/components/examples/server-error"
       }
      }
     }
    }
   },
   "unavailable": {
    "description": "The server is overloaded, or its database is unavailable. Retry after `Retry-After`.",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/retry-after"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "unavailable": {
        "$ref": "#/components/examples/unavailable"
       }
      }
     }
    }
   },
   "not-modified": {
    "description": "Not modified. The copy identified by `If-None-Match` is current.",
    "headers": {
     "ETag": {
      "$ref": "#/components/headers/etag-of-a-read"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    }
   },
   "not-found": {
    "description": "Resource not found. The object does not exist, or it belongs to another user or application; the response is the\nsame.\n",
    "headers": {
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "not-found": {
        "$ref": "#/components/examples/not-found"
       }
      }
     }
    }
   },
   "invalid-filter": {
    "description": "Validation failed: the `client_id` in the query is too long. Also sent for spamming.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "filter": {
        "$ref": "#/components/examples/client-id-too-long"
       }
      }
     }
    }
   },
   "not-modified-object": {
    "description": "Not modified. The copy identified by `If-None-Match` or `If-Modified-Since` is current.",
    "headers": {
     "ETag": {
      "$ref": "#/components/headers/etag"
     },
     "Last-Modified": {
      "$ref": "#/components/headers/last-modified"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    }
   },
   "not-modified-unsafe": {
    "description": "Not modified. Documented by GitHub, and never sent: only a response to GET or HEAD can be 304.\n",
    "x-unreachable": "RFC 9110, section 15.4.5, has 304 for a conditional GET or HEAD only."
   },
   "precondition-failed": {
    "description": "A precondition of the request (`If-Match`, `If-Unmodified-Since`) failed; nothing was changed.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "precondition-failed": {
        "$ref": "#/components/examples/precondition-failed"
       }
      }
     }
    }
   },
   "bad-request": {
    "description": "The server cannot parse the request: its body is not a JSON object, or `X-GitHub-Api-Version` names an unsupported\nversion. Also sent to users who send a token in the query (`access_token`), where logs would keep it.\n",
    "headers": {
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/bad-request-error"
      },
      "examples": {
       "json": {
        "$ref": "#/components/examples/problems-parsing-json"
       },
       "object": {
        "$ref": "#/components/examples/body-no-object"
       },
       "version": {
        "$ref": "#/components/examples/unsupported-version"
       }
      }
     }
    }
   },
   "application-authentication-required": {
    "description": "Requires authentication. The client id or the client secret is wrong. Without credentials the response is 404.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "missing": {
        "$ref": "#/components/examples/requires-authentication"
       },
       "wrong": {
        "$ref": "#/components/examples/bad-credentials"
       }
      }
     }
    }
   },
   "rate-limited": {
    "description": "Forbidden. The application's rate limit of this hour is exhausted, if there is one.",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-RateLimit-Limit": {
      "$ref": "#/components/headers/rate-limit-limit"
     },
     "X-RateLimit-Remaining": {
      "$ref": "#/components/headers/rate-limit-remaining"
     },
     "X-RateLimit-Reset": {
      "$ref": "#/components/headers/rate-limit-reset"
     },
     "X-RateLimit-Resource": {
      "$ref": "#/components/headers/rate-limit-resource"
     },
     "X-RateLimit-Used": {
      "$ref": "#/components/headers/rate-limit-used"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "rate-limited": {
        "$ref": "#/components/examples/rate-limited"
       }
      }
     }
    }
   },
   "content-too-large": {
    "description": "The body is longer than 65,536 bytes.",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "content-too-large": {
        "$ref": "#/components/examples/content-too-large"
       }
      }
     }
    }
   },
   "unsupported-media-type": {
    "description": "The body has a `Content-Encoding` other than `identity`. Send it uncompressed. Nothing was changed.",
    "headers": {
     "Accept-Encoding": {
      "$ref": "#/components/headers/accept-encoding"
     },
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "compressed": {
        "$ref": "#/components/examples/unsupported-media-type"
       }
      }
     }
    }
   },
   "invalid-token-request": {
    "description": "Validation failed: the body has no `access_token`, it does not have the declared shape, or a value is not allowed.\nAlso sent for spamming. Nothing was changed.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "token": {
        "$ref": "#/components/examples/invalid-request"
       }
      }
     }
    }
   },
   "invalid-token-in-path": {
    "description": "Validation failed: the token in the path is too long. Also sent for spamming. Nothing was changed.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "path": {
        "$ref": "#/components/examples/token-too-long"
       }
      }
     }
    }
   },
   "not-a-github-app": {
    "description": "Forbidden. The application is an OAuth application, whose tokens have no permissions, or its rate limit of this\nhour is exhausted, if there is one.\n",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-RateLimit-Limit": {
      "$ref": "#/components/headers/rate-limit-limit"
     },
     "X-RateLimit-Remaining": {
      "$ref": "#/components/headers/rate-limit-remaining"
     },
     "X-RateLimit-Reset": {
      "$ref": "#/components/headers/rate-limit-reset"
     },
     "X-RateLimit-Resource": {
      "$ref": "#/components/headers/rate-limit-resource"
     },
     "X-RateLimit-Used": {
      "$ref": "#/components/headers/rate-limit-used"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "not-a-github-app": {
        "$ref": "#/components/examples/not-a-github-app"
       }
      }
     }
    }
   },
   "gone": {
    "description": "Gone. The operation is switched off during a brownout.",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "gone": {
        "$ref": "#/components/examples/gone"
       }
      }
     }
    }
   },
   "validation-failed": {
    "description": "Validation failed: the request does not have the declared shape, or a value is not allowed or already in use. Also\nsent for spamming. Nothing was changed.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "value": {
        "$ref": "#/components/examples/already-exists"
       },
       "shape": {
        "$ref": "#/components/examples/invalid-note"
       }
      }
     }
    }
   },
   "invalid-application": {
    "description": "Validation failed: the client id and its secret do not match, the request does not have the declared shape, or a\nvalue is not allowed. Also sent for spamming. Nothing was changed.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "application": {
        "$ref": "#/components/examples/invalid-application"
       },
       "secret": {
        "$ref": "#/components/examples/missing-secret"
       }
      }
     }
    }
   },
   "rate-limiting-off": {
    "description": "Requests are not limited.",
    "headers": {
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "rate-limiting-off": {
        "$ref": "#/components/examples/rate-limiting-off"
       }
      }
     }
    }
   },
   "not-modified-user": {
    "description": "Not modified. The copy identified by `If-None-Match` or `If-Modified-Since` is current.",
    "headers": {
     "ETag": {
      "$ref": "#/components/headers/etag-of-a-read"
     },
     "Last-Modified": {
      "$ref": "#/components/headers/last-modified"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    }
   },
   "invalid-username": {
    "description": "Validation failed: the login name in the path is too long. Also sent for spamming.\n",
    "headers": {
     "Deprecation": {
      "$ref": "#/components/headers/deprecation"
     },
     "Sunset": {
      "$ref": "#/components/headers/sunset"
     },
     "Link": {
      "$ref": "#/components/headers/deprecation-link"
     },
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Api-Version-Selected": {
      "$ref": "#/components/headers/api-version-selected"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/validation-error"
      },
      "examples": {
       "username": {
        "$ref": "#/components/examples/username-too-long"
       }
      }
     }
    }
   }
  }
 },
 "x-body-limit": 65536,
 "x-timelines": {
  "2020-11-13": {
   "deprecation": "2020-02-14T00:00:00Z",
   "brownouts": [
    [
     "2020-09-30T07:00:00Z",
     "2020-09-30T10:00:00Z"
    ],
    [
     "2020-09-30T16:00:00Z",
     "2020-09-30T19:00:00Z"
    ],
    [
     "2020-10-28T07:00:00Z",
     "2020-10-28T10:00:00Z"
    ],
    [
     "2020-10-28T16:00:00Z",
     "2020-10-28T19:00:00Z"
    ]
   ],
   "removal": "2020-11-13T16:00:00Z",
   "notice": "https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/",
   "successor": "https://docs.github.com/enterprise-server@3.20/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps"
  },
  "2021-05-05": {
   "deprecation": "2020-02-14T00:00:00Z",
   "brownouts": [],
   "removal": "2021-05-05T16:00:00Z",
   "notice": "https://developer.github.com/changes/2020-02-14-deprecating-oauth-app-endpoint/",
   "successor": "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications"
  }
 },
 "x-scopes": {
  "repo": [
   "repo:status",
   "repo_deployment",
   "public_repo",
   "repo:invite",
   "security_events"
  ],
  "repo:status": [],
  "repo_deployment": [],
  "public_repo": [],
  "repo:invite": [],
  "security_events": [],
  "admin:repo_hook": [
   "write:repo_hook"
  ],
  "write:repo_hook": [
   "read:repo_hook"
  ],
  "read:repo_hook": [],
  "admin:org": [
   "write:org"
  ],
  "write:org": [
   "read:org"
  ],
  "read:org": [],
  "admin:public_key": [
   "write:public_key"
  ],
  "write:public_key": [
   "read:public_key"
  ],
  "read:public_key": [],
  "admin:org_hook": [],
  "gist": [],
  "notifications": [],
  "user": [
   "read:user",
   "user:email",
   "user:follow"
  ],
  "read:user": [],
  "user:email": [],
  "user:follow": [],
  "project": [
   "read:project"
  ],
  "read:project": [],
  "delete_repo": [],
  "write:packages": [
   "read:packages"
  ],
  "read:packages": [],
  "delete:packages": [],
  "admin:gpg_key": [
   "write:gpg_key"
  ],
  "write:gpg_key": [
   "read:gpg_key"
  ],
  "read:gpg_key": [],
  "workflow": [],
  "write:discussion": [
   "read:discussion"
  ],
  "read:discussion": [],
  "admin:enterprise": [
   "manage_runners:enterprise",
   "manage_billing:enterprise",
   "read:enterprise"
  ],
  "manage_runners:enterprise": [],
  "manage_billing:enterprise": [],
  "read:enterprise": [],
  "read:audit_log": [],
  "admin:business": [],
  "admin:pre_receive_hook": [],
  "site_admin": []
 }
} as unknown as OpenApiDocument;
