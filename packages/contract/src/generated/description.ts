// Generated from openapi/ by `npm run generate`. Do not edit.
import type { OpenApiDocument } from "../document.js";

/** The whole description, bundled: what the server validates with. */
export const description = {
 "openapi": "3.1.0",
 "info": {
  "title": "OAuth Authorizations API",
  "version": "0.1.0",
  "summary": "Personal tokens, application tokens, grants, and the calls an application makes about its tokens.",
  "description": "The OAuth Authorizations API of GitHub Enterprise Server: fourteen operations on tokens and grants.\n\n**Users** list, create, change and delete their own tokens and grants. They sign in with a login and a\npassword (Basic), and with a one-time code when two-factor authentication is on. A token is not accepted\nin place of the password. These ten operations are deprecated since 2020-02-14. After brown-outs, hours in\nwhich they were switched off, the vendor removed them from github.com on 2020-11-13; Enterprise Server still\nserves them. What replaces them is the web application flow.\n\n**Applications** check, reset and delete tokens that were issued for them, and delete the grant behind a\ntoken. They sign in with their client id and client secret (Basic). These four operations are current.\n\nA token is shown in plain text once: in the answer that creates, resets or scopes it. A check repeats the\ntoken that the application itself sent. Every other answer has an empty string in its place,\nwith the last eight characters and the SHA-256 digest beside it.\n\nTimes are UTC, to the second. Fields without a value are `null`. Strings with U+0000 or an unpaired\nsurrogate are refused with 422, in every field.\n",
  "license": {
   "name": "MIT",
   "identifier": "MIT"
  }
 },
 "servers": [
  {
   "url": "{protocol}://{hostname}/api/v3",
   "description": "An Enterprise Server, or the Grantbook reference server.",
   "variables": {
    "hostname": {
     "default": "HOSTNAME",
     "description": "Host name of the server, with its port where that is not the usual one."
    },
    "protocol": {
     "default": "http",
     "description": "Scheme the server is reached by.",
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
   "description": "What an OAuth application or a GitHub App may ask about the tokens that were issued for it. Tokens of\nOAuth applications start with `gho_`, user tokens of GitHub Apps with `ghu_`.\n"
  },
  {
   "name": "compatibility",
   "x-displayName": "What clients call beside them",
   "description": "What real clients call beside the fourteen operations: what the server is, whose token it is, and older or\nneighbouring forms of the same operations.\n"
  }
 ],
 "externalDocs": {
  "description": "The vendor's pages",
  "url": "https://docs.github.com/enterprise-server@3.20/rest"
 },
 "paths": {
  "/": {
   "get": {
    "operationId": "meta/root",
    "x-method": "meta.root",
    "summary": "API root",
    "description": "Names the addresses that a client can find by itself. Without credentials; credentials that are sent must be right.\n\nIn version 2026-03-10 `authorizations_url` is gone.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "description": "The addresses.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
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
      "$ref": "#/components/responses/bad-request"
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
    "description": "Lists the applications that have access to your account, one grant for each, in the order they were granted.\nThe scopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and\nanother for `user`, the grant has both. The list is that of the settings page for authorized applications. Personal tokens belong to no application and are not listed.\n\nWith `client_id`, the list has the grant of that application alone; 404 when there is no such application.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "description": "Your grants, a page of them.",
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
        "$ref": "#/components/headers/link"
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
  "/applications/grants/{grant_id}": {
   "get": {
    "operationId": "oauth-authorizations/get-grant",
    "x-method": "grants.get",
    "summary": "Get a single grant",
    "description": "Shows one of your grants. A grant of another user is answered like one that does not exist.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/responses/not-modified"
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
    "description": "Takes an application's access to your account away. All its tokens for your account are deleted with the\ngrant and stop working at once. The application is no longer listed among your grants, nor on the settings page\nfor authorized applications.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-none-match"
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
    "description": "Ends the access of your application to the account of the user whose token you send. The grant and all tokens\nof the application for that user are deleted, and stop working at once. The application disappears from the\nuser's settings page for authorized applications.\n\nAny good token of the user will do. A token that is unknown, expired, deleted, or of another application is\nanswered with 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
          "description": "A good token of your application, of the user to take leave of."
         }
        }
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
      "description": "No Content. It is deleted."
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
  "/applications/{client_id}/grants/{access_token}": {
   "delete": {
    "operationId": "apps/revoke-grant-for-application",
    "x-method": "grants.deleteByTokenInPath",
    "summary": "Revoke a grant for an application",
    "description": "Deletes the grant of the user a token belongs to, with all tokens under it. This is the older form, with the token in\nthe path, where logs and proxies may keep it; use the one with the token in the body.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
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
  "/applications/{client_id}/token": {
   "post": {
    "operationId": "apps/check-token",
    "x-method": "tokens.check",
    "x-idempotent": true,
    "summary": "Check a token",
    "description": "Says whether a token of your application is good, whom it acts for and what it gives access to. Checks are\nnot counted as logins, so they may be made as often as needed.\n\nA token that is unknown, expired, deleted, or of another application is answered with 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
          "description": "The token to check."
         }
        }
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
      "description": "The token is good. The answer repeats it.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
   "patch": {
    "operationId": "apps/reset-token",
    "x-method": "tokens.reset",
    "summary": "Reset a token",
    "description": "Replaces a token of your application by a new one, without the user taking part. The authorization keeps its\nid, scopes, note and fingerprint. The old token stops working at once, so keep the `token` of the answer: it is\nshown this once.\n\nA token that is unknown, expired, deleted, or of another application is answered with 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
          "description": "The token to replace."
         }
        }
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
      "description": "The token is replaced. The answer shows the new one.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
    "operationId": "apps/delete-token",
    "x-method": "tokens.delete",
    "summary": "Delete an app token",
    "description": "Deletes one token of your application. It stops working at once; other tokens of the user, and the grant,\nstay.\n\nA token that is unknown, expired, deleted, or of another application is answered with 404.\n",
    "tags": [
     "apps"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
          "description": "The token to delete."
         }
        }
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
      "description": "No Content. It is deleted."
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
  "/applications/{client_id}/token/scoped": {
   "post": {
    "operationId": "apps/scope-token",
    "x-method": "tokens.scope",
    "summary": "Create a scoped access token",
    "description": "Makes another user token of your GitHub App from a good one, with fewer permissions, for one account and, if you name\nrepositories, for those alone. The new token expires with the old one, which stays as it is. Repositories and what your\napp was given are not modelled: they are taken as you name them.\n\nThe account is named by `target` or by `target_id`, one of them; repositories by `repositories` or by\n`repository_ids`, not by both. A token that is unknown, expired, deleted, or of another application is answered with\n404; an OAuth application, which has no permissions to choose from, with 403; a token that is scoped already,\nwith 422.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
          "description": "A good user token of your GitHub App."
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
          "description": "Names of the repositories that the new token may reach; all when left out.",
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
      "description": "The answer shows the new token, this once.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
  "/applications/{client_id}/tokens/{access_token}": {
   "get": {
    "operationId": "apps/check-authorization",
    "x-method": "tokens.checkInPath",
    "summary": "Check an authorization",
    "description": "Says whether a token of your application is good. This is the older form, with the token in the path, where logs and\nproxies may keep it; use the one with the token in the body.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "description": "The token is good. The answer repeats it.",
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
   "post": {
    "operationId": "apps/reset-authorization",
    "x-method": "tokens.resetInPath",
    "summary": "Reset an authorization",
    "description": "Replaces a token of your application by a new one. This is the older form, with the token in the path, where logs and\nproxies may keep it; use the one with the token in the body.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
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
      "description": "The token is replaced. The answer shows the new one.",
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
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
    "operationId": "apps/revoke-authorization-for-application",
    "x-method": "tokens.deleteInPath",
    "summary": "Revoke an authorization for an application",
    "description": "Deletes one token of your application. This is the older form, with the token in the path, where logs and proxies may\nkeep it; use the one with the token in the body.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-match"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
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
  "/authorizations": {
   "get": {
    "operationId": "oauth-authorizations/list-authorizations",
    "x-method": "authorizations.list",
    "summary": "List your authorizations",
    "description": "Lists your tokens, personal ones first, then application by application, within an application by fingerprint.\nNo token is shown in plain text.\n\nWith `client_id`, the list has the tokens of that application alone; 404 when there is no such application.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "description": "Your authorizations, a page of them.",
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
        "$ref": "#/components/headers/link"
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
   "post": {
    "operationId": "oauth-authorizations/create-authorization",
    "x-method": "authorizations.create",
    "summary": "Create a new authorization",
    "description": "Creates a token for your account and shows it, this once. Personal tokens can also be made on the settings\npages of the server.\n\nWithout `client_id` and `client_secret` it is a personal token. It needs a `note`; its note, and its fingerprint\nif it has one, may not be in use by another personal token of yours.\n\nWith `client_id` and `client_secret`, which are found on the application's settings page, it is a token of that\napplication, and your grant for the application gets its scopes. You have one token for each application and\nfingerprint, having no fingerprint counting as one: for a second token with the same fingerprint the answer is\n422. To use the token that is there, see the operations that get or create one.\n\nAn empty string for `client_id`, `client_secret`, `note_url` or `fingerprint` counts as left out. A key that is\nnot described is ignored. An unknown scope is answered with 422, and no token is created.\n\nFor an organization that enforces SAML single sign-on, a personal token must be allowed by the organization\nfirst, and an application's token made here does not work at all: applications get such tokens through the\nweb application flow.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
           "null"
          ],
          "description": "What the token gives access to; nothing but public data when left out.",
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
          "description": "What the token is for. Needed for a personal token.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page that says more about what the token is for, an http or https address. It is never fetched.",
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
          "description": "What tells this token from others of the same user and application.",
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
      "description": "Created. The answer shows the token.",
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
       "Location": {
        "$ref": "#/components/headers/location"
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
     "410": {
      "$ref": "#/components/responses/gone"
     },
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
    "description": "Shows your token of an application if there is one, else creates it. The application says who it is by its\n`client_secret`.\n\nThere: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of\nthe token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.\n\nWithout a `fingerprint`, or with an empty one, it is about the token that has none.\n\nA wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.\n\nTokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get\nsuch tokens through the web application flow.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
           "null"
          ],
          "description": "What the token gives access to; nothing but public data when left out.",
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
          "description": "What the token is for.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page that says more about what the token is for, an http or https address. It is never fetched.",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         },
         "fingerprint": {
          "type": "string",
          "description": "What tells this token from others of the same user and application.",
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
      "description": "The token is there. The answer does not show it.",
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
       "Location": {
        "$ref": "#/components/headers/location"
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
      "description": "Created. The answer shows the token.",
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
       "Location": {
        "$ref": "#/components/headers/location"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
  "/authorizations/clients/{client_id}/{fingerprint}": {
   "put": {
    "operationId": "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint",
    "x-method": "authorizations.getOrCreateForFingerprint",
    "summary": "Get-or-create an authorization for a specific app and fingerprint",
    "description": "Shows your token of an application and fingerprint if there is one, else creates it. The application says who it is by its\n`client_secret`.\n\nThere: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of\nthe token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.\n\nA wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.\n\nTokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get\nsuch tokens through the web application flow.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
           "null"
          ],
          "description": "What the token gives access to; nothing but public data when left out.",
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
          "description": "What the token is for.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page that says more about what the token is for, an http or https address. It is never fetched.",
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
      "description": "The token is there. The answer does not show it.",
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
       "Location": {
        "$ref": "#/components/headers/location"
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
      "description": "Created. The answer shows the token.",
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
       "Location": {
        "$ref": "#/components/headers/location"
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
     "412": {
      "$ref": "#/components/responses/precondition-failed"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
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
  "/authorizations/{authorization_id}": {
   "get": {
    "operationId": "oauth-authorizations/get-authorization",
    "x-method": "authorizations.get",
    "summary": "Get a single authorization",
    "description": "Shows one of your authorizations, without the token in plain text. An authorization of another user is answered\nlike one that does not exist.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/responses/not-modified"
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
    "description": "Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself stays as it is,\nand is not shown. Your grant for the application follows the scopes.\n\nOf the three keys for scopes, `scopes` replaces them all and goes alone. The vendor's text wants one key at a\ntime, its example sends `add_scopes` with `remove_scopes`: those two may go together, but not with the same scope\nin both. What is not sent stays, and so do the scopes with `scopes: null`. A key that is not described is ignored. The note of a personal token cannot be emptied.\n\nA request that changes nothing is answered with 200 and leaves `updated_at` as it was.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
        "type": "object",
        "properties": {
         "scopes": {
          "type": [
           "array",
           "null"
          ],
          "description": "What the token gives access to; it replaces what was there.",
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
          "description": "Scopes to add, at the end.",
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          }
         },
         "remove_scopes": {
          "type": "array",
          "description": "Scopes to take away. One that is not there is passed over.",
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          }
         },
         "note": {
          "type": "string",
          "description": "What the token is for.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page that says more about what the token is for, an http or https address. It is never fetched.",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         },
         "fingerprint": {
          "type": "string",
          "description": "What tells this token from others of the same user and application. An empty string takes it away.",
          "maxLength": 255
         }
        }
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
      "description": "The authorization as it is now.",
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
    "description": "Deletes one of your tokens. It stops working at once. The grant of its application stays, also after the last\ntoken, until you delete it.\n",
    "tags": [
     "oauth-authorizations"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/if-none-match"
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
    "description": "The same as with PATCH, for clients that cannot send that method: the vendor takes POST for every PATCH.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "$ref": "#/components/parameters/otp"
     },
     {
      "$ref": "#/components/parameters/if-match"
     },
     {
      "$ref": "#/components/parameters/if-none-match"
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
        "type": "object",
        "properties": {
         "scopes": {
          "type": [
           "array",
           "null"
          ],
          "description": "What the token gives access to; it replaces what was there.",
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
          "description": "Scopes to add, at the end.",
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          }
         },
         "remove_scopes": {
          "type": "array",
          "description": "Scopes to take away. One that is not there is passed over.",
          "maxItems": 100,
          "items": {
           "type": "string",
           "maxLength": 255
          }
         },
         "note": {
          "type": "string",
          "description": "What the token is for.",
          "maxLength": 255,
          "examples": [
           "Update all gems"
          ]
         },
         "note_url": {
          "type": "string",
          "description": "Page that says more about what the token is for, an http or https address. It is never fetched.",
          "maxLength": 2048,
          "pattern": "^(https?://[^\\s]+)?$"
         },
         "fingerprint": {
          "type": "string",
          "description": "What tells this token from others of the same user and application. An empty string takes it away.",
          "maxLength": 255
         }
        }
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
      "description": "The authorization as it is now.",
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
    "description": "Says what kind of server this is. Clients read it before they choose how to sign in. Without credentials; credentials\nthat are sent must be right.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
      "description": "What the server is.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
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
      "$ref": "#/components/responses/bad-request"
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
  "/user": {
   "get": {
    "operationId": "users/get-authenticated",
    "x-method": "users.getAuthenticated",
    "summary": "Get the authenticated user",
    "description": "Shows whose token it is. Clients call it right after they got a token; `X-OAuth-Scopes` has the scopes of the token.\nThe token is sent as `Bearer` or `token`, or with Basic as the user name or the password. A login and a password\nare good as well; there are no scopes then.\n",
    "tags": [
     "compatibility"
    ],
    "externalDocs": {
     "description": "The vendor's page",
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
     }
    ],
    "responses": {
     "200": {
      "description": "The user.",
      "headers": {
       "ETag": {
        "$ref": "#/components/headers/etag"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/simple-user"
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
      "$ref": "#/components/responses/not-modified-plain"
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
    "description": "Login and password of a user. A user with two-factor authentication sends a current one-time code in\n`X-GitHub-OTP` as well. A token in place of the password is refused.\n"
   },
   "application": {
    "type": "http",
    "scheme": "basic",
    "description": "Client id as the user name, client secret as the password. The client id in the path must be the same.\n"
   },
   "token": {
    "type": "http",
    "scheme": "bearer",
    "description": "A token, of any kind. `token` in place of `Bearer` is taken as well."
   }
  },
  "parameters": {
   "accept": {
    "name": "accept",
    "in": "header",
    "description": "Media type of the answer. `application/vnd.github+json` is recommended.",
    "schema": {
     "type": "string"
    },
    "example": "application/vnd.github+json"
   },
   "api-version": {
    "name": "X-GitHub-Api-Version",
    "in": "header",
    "description": "Version of the API to use. Without it the oldest supported version is used. But for the\nAPI root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.\n",
    "schema": {
     "type": "string",
     "enum": [
      "2022-11-28",
      "2026-03-10"
     ],
     "default": "2022-11-28"
    },
    "example": "2022-11-28"
   },
   "otp": {
    "name": "X-GitHub-OTP",
    "in": "header",
    "description": "One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is\ngood for one request. Users without two-factor authentication leave the header out.\n",
    "schema": {
     "type": "string"
    },
    "example": "123456"
   },
   "if-none-match": {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of\nan object with an identifier is refused with 412 when one of them is current.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "per-page": {
    "name": "per_page",
    "in": "query",
    "description": "The number of results on a page, at most 100. A number out of range is brought into it.",
    "schema": {
     "type": "integer",
     "default": 30,
     "x-clamp": [
      1,
      100
     ]
    },
    "example": 30
   },
   "page": {
    "name": "page",
    "in": "query",
    "description": "Number of the page to fetch, from 1. A smaller number is taken as 1.",
    "schema": {
     "type": "integer",
     "default": 1,
     "x-clamp": [
      1,
      1000000000
     ]
    },
    "example": 1
   },
   "client-id-filter": {
    "name": "client_id",
    "in": "query",
    "description": "Client id of an application; the list is then of that application alone.",
    "schema": {
     "type": "string",
     "maxLength": 255
    },
    "example": "abcde12345fghij67890"
   },
   "if-modified-since": {
    "name": "If-Modified-Since",
    "in": "header",
    "description": "Answer with 304 unless the object changed after this time. Not looked at beside `If-None-Match`.",
    "schema": {
     "type": "string"
    },
    "example": "Tue, 06 Sep 2011 20:39:23 GMT"
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
    "description": "Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are\nsent here name every byte, so they are taken.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "if-unmodified-since": {
    "name": "If-Unmodified-Since",
    "in": "header",
    "description": "Carry the request out only if the object did not change after this time, else answer with 412.",
    "schema": {
     "type": "string"
    },
    "example": "Tue, 06 Sep 2011 20:39:23 GMT"
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
    "description": "What tells this token from others of the same user and application.",
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
   }
  },
  "headers": {
   "etag": {
    "description": "Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the\nstate is the same, or in `If-Match` to change the object only while it is.\n",
    "schema": {
     "type": "string"
    },
    "example": "W/\"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f\""
   },
   "authenticate": {
    "description": "How to authenticate (RFC 9110, section 11.6.1).",
    "schema": {
     "type": "string"
    },
    "example": "Basic realm=\"GitHub\""
   },
   "otp": {
    "description": "Sent after a right password of a user with two-factor authentication, when the one-time code is missing,\nwrong or used: `required; app`.\n",
    "schema": {
     "type": "string"
    },
    "example": "required; app"
   },
   "retry-after": {
    "description": "Seconds to wait before the next try (RFC 9110, section 10.2.3).",
    "schema": {
     "type": "string"
    },
    "example": "1"
   },
   "deprecation": {
    "description": "Since when the operation is deprecated, in seconds since 1970 (RFC 9745).",
    "schema": {
     "type": "string"
    },
    "example": "@1581638400"
   },
   "sunset": {
    "description": "When the vendor removed the operation from github.com (RFC 8594).",
    "schema": {
     "type": "string"
    },
    "example": "Fri, 13 Nov 2020 16:00:00 GMT"
   },
   "link": {
    "description": "Addresses of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none\nof them on the first page when there is no other. After them the links about the deprecation.\n",
    "schema": {
     "type": "string"
    },
    "example": "<https://api.github.com/resource?page=2>; rel=\"next\", <https://api.github.com/resource?page=5>; rel=\"last\""
   },
   "deprecation-link": {
    "description": "The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with\n`successor-version` (RFC 8288).\n",
    "schema": {
     "type": "string"
    },
    "example": "<https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel=\"deprecation\""
   },
   "last-modified": {
    "description": "When the object last changed (RFC 9110, section 8.8.2).",
    "schema": {
     "type": "string"
    },
    "example": "Tue, 06 Sep 2011 20:39:23 GMT"
   },
   "location": {
    "description": "Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send\nit with 201 only.\n",
    "schema": {
     "type": "string"
    },
    "example": "https://api.github.com/authorizations/1"
   },
   "oauth-scopes": {
    "description": "Scopes of the token that was sent, separated by commas. Left out when there was none.",
    "schema": {
     "type": "string"
    },
    "example": "gist, repo"
   },
   "accepted-oauth-scopes": {
    "description": "Scopes that the operation asks for. Left out when there was no token.",
    "schema": {
     "type": "string"
    },
    "example": ""
   }
  },
  "schemas": {
   "root": {
    "title": "Root",
    "description": "Addresses of the API.",
    "type": "object",
    "required": [
     "current_user_url",
     "current_user_authorizations_html_url"
    ],
    "properties": {
     "current_user_url": {
      "type": "string",
      "description": "The user that signs in."
     },
     "current_user_authorizations_html_url": {
      "type": "string",
      "description": "Settings page for authorized applications, as a URI template."
     },
     "authorizations_url": {
      "type": "string",
      "description": "The authorizations of the user that signs in. Not there from version 2026-03-10 on."
     }
    }
   },
   "basic-error": {
    "title": "Basic Error",
    "description": "What went wrong.",
    "type": "object",
    "properties": {
     "message": {
      "type": "string",
      "description": "What went wrong, in a sentence."
     },
     "documentation_url": {
      "type": "string",
      "description": "Page that describes the operation."
     },
     "url": {
      "type": "string",
      "description": "Address the error is about, where there is one."
     },
     "status": {
      "type": "string",
      "description": "The HTTP status, as a string."
     }
    }
   },
   "application": {
    "title": "Application",
    "description": "The application that a token or a grant belongs to. A personal token has a stand-in here: its note as the\nname, and twenty zeros as the client id.\n",
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
      "description": "Name the user goes by."
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
      "description": "Name the user signs in with.",
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
      "description": "The user in this API.",
      "examples": [
       "https://api.github.com/users/octocat"
      ]
     },
     "html_url": {
      "type": "string",
      "format": "uri",
      "description": "The page of the user.",
      "examples": [
       "https://github.com/octocat"
      ]
     },
     "followers_url": {
      "type": "string",
      "format": "uri",
      "description": "Who follows the user.",
      "examples": [
       "https://api.github.com/users/octocat/followers"
      ]
     },
     "following_url": {
      "type": "string",
      "description": "Whom the user follows, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/following{/other_user}"
      ]
     },
     "gists_url": {
      "type": "string",
      "description": "Gists of the user, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/gists{/gist_id}"
      ]
     },
     "starred_url": {
      "type": "string",
      "description": "Repositories the user starred, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/starred{/owner}{/repo}"
      ]
     },
     "subscriptions_url": {
      "type": "string",
      "format": "uri",
      "description": "Repositories the user watches.",
      "examples": [
       "https://api.github.com/users/octocat/subscriptions"
      ]
     },
     "organizations_url": {
      "type": "string",
      "format": "uri",
      "description": "Organizations the user belongs to.",
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
      "description": "What the user did, as a URI template.",
      "examples": [
       "https://api.github.com/users/octocat/events{/privacy}"
      ]
     },
     "received_events_url": {
      "type": "string",
      "format": "uri",
      "description": "What happened around the user.",
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
      "description": "Whether the user administers the server."
     },
     "starred_at": {
      "type": "string",
      "description": "When the user starred a repository. Not used by this API.",
      "examples": [
       "\"2020-07-09T00:17:55Z\""
      ]
     },
     "user_view_type": {
      "type": "string",
      "description": "How much of the user is shown.",
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
      "description": "Where this grant is found.",
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
      "description": "When the application got its first token from this user.",
      "examples": [
       "2011-09-06T17:26:27Z"
      ]
     },
     "updated_at": {
      "type": "string",
      "format": "date-time",
      "description": "When the scopes last changed.",
      "examples": [
       "2011-09-06T20:39:23Z"
      ]
     },
     "scopes": {
      "type": "array",
      "description": "Union of the scopes of the application's tokens. After the last token is gone, the scopes it had.\n",
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
      "description": "The user who gave the access. Left out of the answers to the user's own calls.",
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
    "description": "Why a request that could be read was refused. Values the rules do not allow are listed in `errors`. A body\nthat does not have the described shape, and a wrong client id or secret, have a `message` alone.\n",
    "type": "object",
    "required": [
     "message",
     "documentation_url"
    ],
    "properties": {
     "message": {
      "type": "string",
      "description": "What went wrong, in one or more sentences."
     },
     "errors": {
      "type": "array",
      "description": "The values that were refused.",
      "items": {
       "type": "object",
       "required": [
        "code"
       ],
       "properties": {
        "resource": {
         "type": "string",
         "description": "Kind of object that was to be stored; `OauthAccess` is an authorization."
        },
        "field": {
         "type": "string",
         "description": "Field of the request."
        },
        "message": {
         "type": "string",
         "description": "Why the value was refused, when the code alone does not say it."
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
         "anyOf": [
          {
           "type": [
            "string",
            "null"
           ]
          },
          {
           "type": [
            "integer",
            "null"
           ]
          },
          {
           "type": [
            "array",
            "null"
           ],
           "items": {
            "type": "string"
           }
          }
         ]
        }
       }
      }
     },
     "documentation_url": {
      "type": "string",
      "description": "Page that describes the operation."
     },
     "status": {
      "type": "string",
      "description": "The HTTP status, as a string."
     }
    }
   },
   "app-permissions": {
    "title": "App Permissions",
    "description": "What a user token of a GitHub App may do, permission by permission. One that is left out is not given.",
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
      "description": "Findings and settings of code quality.",
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
      "description": "The files named beside the permissions, and no others.",
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
      "description": "Projects of organizations, the newer kind included where there is one.",
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
      "description": "Repositories the user starred.",
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
      "description": "Discussions of teams. Given on older servers only.",
      "enum": [
       "read",
       "write"
      ]
     }
    }
   },
   "scoped-installation": {
    "title": "Scoped Installation",
    "description": "The part of an installation of a GitHub App that a scoped token may reach.",
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
      "description": "Whether the token reaches all repositories of the account or a selection of them.",
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
      "description": "Path of the one file the token may manage.",
      "examples": [
       "config.yaml"
      ]
     },
     "has_multiple_single_files": {
      "type": "boolean",
      "description": "Whether `single_file_paths` names more than one file.",
      "examples": [
       true
      ]
     },
     "single_file_paths": {
      "type": "array",
      "description": "Paths of the files the token may manage.",
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
      "description": "Where the repositories of the account are listed.",
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
      "description": "Where this authorization is found."
     },
     "app": {
      "$ref": "#/components/schemas/application"
     },
     "token": {
      "type": "string",
      "description": "The token in plain text in the answer that creates or resets it, the token that was sent in the answer\nto a check, and an empty string in every other answer.\n"
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
      "description": "What the token is for."
     },
     "note_url": {
      "type": [
       "string",
       "null"
      ],
      "format": "uri",
      "description": "Page that says more about what the token is for."
     },
     "created_at": {
      "type": "string",
      "format": "date-time",
      "description": "When the token was created."
     },
     "updated_at": {
      "type": "string",
      "format": "date-time",
      "description": "When the authorization last changed. A request that changes nothing leaves it."
     },
     "scopes": {
      "type": [
       "array",
       "null"
      ],
      "description": "What the token gives access to, in the order it was given.",
      "items": {
       "type": "string"
      }
     },
     "fingerprint": {
      "type": [
       "string",
       "null"
      ],
      "description": "What tells this token from others of the same user and application."
     },
     "expires_at": {
      "type": [
       "string",
       "null"
      ],
      "format": "date-time",
      "description": "When the token expires, or `null` if it does not."
     },
     "user": {
      "description": "The user the token acts for. Present in the answers to applications only.",
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
      "description": "Where a scoped user token of a GitHub App may act. Absent for other tokens.",
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
   "api-overview": {
    "title": "Api Overview",
    "description": "What kind of server this is.",
    "type": "object",
    "required": [
     "verifiable_password_authentication"
    ],
    "properties": {
     "verifiable_password_authentication": {
      "type": "boolean",
      "description": "Whether users sign in with a password that the server itself checks."
     },
     "installed_version": {
      "type": "string",
      "description": "Version of Enterprise Server."
     }
    }
   }
  },
  "examples": {
   "root": {
    "summary": "The addresses",
    "value": {
     "current_user_url": "https://HOSTNAME/api/v3/user",
     "current_user_authorizations_html_url": "https://HOSTNAME/settings/connections/applications{/client_id}",
     "authorizations_url": "https://HOSTNAME/api/v3/authorizations"
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
    "summary": "Token in place of a password",
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
    "summary": "Busy",
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
    "summary": "Nothing of that name",
    "value": {
     "message": "Not Found",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "404"
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
   "invalid-request": {
    "summary": "Body of another shape",
    "value": {
     "message": "Invalid request.\n\n\"access_token\" wasn't supplied.",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "422"
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
    "summary": "The object changed",
    "value": {
     "message": "Precondition Failed",
     "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
     "status": "412"
    }
   },
   "rate-limited": {
    "summary": "Requests used up",
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
   "checked-authorization": {
    "summary": "A good user token of a GitHub App",
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
    "summary": "The new user token of a GitHub App, shown this once",
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
    "summary": "A scoped user token of a GitHub App, shown this once",
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
    "summary": "A new token of an application, shown this once",
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
    "summary": "A new token of an application, shown this once",
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
     "email": null
    }
   }
  },
  "responses": {
   "not-modified-plain": {
    "description": "Not modified. The copy that the request names in `If-None-Match` is current.",
    "headers": {
     "ETag": {
      "$ref": "#/components/headers/etag"
     }
    }
   },
   "bad-request": {
    "description": "The request could not be understood: its body is no JSON object, or `X-GitHub-Api-Version` names a version\nthat is not supported.\n",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/basic-error"
      },
      "examples": {
       "json": {
        "$ref": "#/components/examples/problems-parsing-json"
       },
       "object": {
        "$ref": "#/components/examples/body-no-object"
       }
      }
     }
    }
   },
   "user-authentication-required": {
    "description": "Requires authentication. There are no credentials, the login or the password is wrong, or a one-time code\nis missing, wrong or already used; in the last three cases `X-GitHub-OTP` says so.\n",
    "headers": {
     "WWW-Authenticate": {
      "$ref": "#/components/headers/authenticate"
     },
     "X-GitHub-OTP": {
      "$ref": "#/components/headers/otp"
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
    "description": "Forbidden. A token was sent in place of the password, there were too many failed logins, the user is suspended, or\nthe requests of this hour are used up, where requests are limited.\n",
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
    "description": "The server failed. The details are in its log, under the request id of the answer.",
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
    "description": "The server has too much to do, or its database does not answer. Try again after `Retry-After`.",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/retry-after"
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
    "description": "Not modified. The copy that the request names in `If-None-Match` or `If-Modified-Since` is current.",
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
     }
    }
   },
   "not-found": {
    "description": "Resource not found. There is no such object, or it belongs to somebody else: the two are answered alike.\n",
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
   "validation-failed": {
    "description": "Validation failed: the request does not have the described shape, a value is not allowed or in use, or a\nclient id and its secret do not match. Sent for spamming as well. Nothing was changed.\n",
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
        "$ref": "#/components/examples/invalid-request"
       },
       "application": {
        "$ref": "#/components/examples/invalid-application"
       }
      }
     }
    }
   },
   "not-modified-unsafe": {
    "description": "Not modified. Described by the vendor, and never sent: a precondition that fails on a method other than\nGET and HEAD is answered with 412.\n",
    "x-unreachable": "RFC 9110, section 13.1, has a failed precondition on a method other than GET and HEAD answered with 412."
   },
   "precondition-failed": {
    "description": "A precondition of the request (`If-Match`, `If-None-Match`, `If-Unmodified-Since`) does not hold; nothing\nwas changed.\n",
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
   "application-authentication-required": {
    "description": "Requires authentication. There are no credentials, or the client id or the client secret is wrong.",
    "headers": {
     "WWW-Authenticate": {
      "$ref": "#/components/headers/authenticate"
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
    "description": "Forbidden. The application has used up its requests of this hour, where requests are limited.",
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
   "not-a-github-app": {
    "description": "Forbidden. The application is an OAuth application, whose tokens have no permissions, or it has used up its\nrequests of this hour, where requests are limited.\n",
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
    "description": "Gone. The operation is removed, or switched off for the time of a brown-out.",
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
