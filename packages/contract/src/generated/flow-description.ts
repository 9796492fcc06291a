// Generated from openapi/ by `npm run generate`. Do not edit.
import type { OpenApiDocument } from "../document.js";

/** Description of the endpoints of the sign-in flows, bundled. */
export const flowDescription = {
 "openapi": "3.1.0",
 "info": {
  "title": "Sign-in flows",
  "version": "0.1.0",
  "summary": "The endpoints for applications of the flows that replace the OAuth Authorizations API.",
  "description": "The web application flow and the device flow replace the deprecated operations. A user's browser goes to pages of\nthe server; the application sends the requests that are described here.\n\nThese endpoints are below the address of the server, not below `/api/v3`. The first two take a form, JSON, or the\nquery. They respond with a form unless the request accepts JSON or XML, and report most errors with the status 200,\nas GitHub does: look for the field `error`.\n",
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
   "url": "{protocol}://{hostname}",
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
   "name": "flows",
   "x-displayName": "Sign-in flows",
   "description": "Codes and tokens of the sign-in flows."
  },
  {
   "name": "graphql",
   "x-displayName": "GraphQL",
   "description": "What clients ask the GraphQL API right after a sign-in."
  }
 ],
 "externalDocs": {
  "description": "GitHub's documentation",
  "url": "https://docs.github.com/enterprise-server@3.20/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps"
 },
 "paths": {
  "/api/graphql": {
   "post": {
    "operationId": "graphql/query",
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/graphql/guides/forming-calls-with-graphql"
    },
    "summary": "Query the user of a token",
    "description": "Runs a GraphQL query. The schema has `viewer`, the user of the token: `gh` asks for the login right after a\nsign-in. A query that the schema does not have gets `errors`, with the status 200.\n",
    "tags": [
     "graphql"
    ],
    "security": [
     {
      "token": []
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/graphql-request"
       },
       "examples": {
        "viewer": {
         "summary": "The login of the user",
         "value": {
          "query": "query UserCurrent { viewer { login } }"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The data, or errors.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/graphql-response"
        },
        "examples": {
         "viewer": {
          "summary": "The login of the user",
          "value": {
           "data": {
            "viewer": {
             "login": "octocat"
            }
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "description": "The body is not JSON.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/message"
        },
        "examples": {
         "broken": {
          "summary": "Broken JSON",
          "value": {
           "message": "Problems parsing JSON",
           "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
           "status": "400"
          }
         }
        }
       }
      }
     },
     "401": {
      "description": "The token is missing, or it is not valid.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/message"
        },
        "examples": {
         "wrong": {
          "summary": "An unknown token",
          "value": {
           "message": "Bad credentials",
           "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
           "status": "401"
          }
         }
        }
       }
      }
     },
     "403": {
      "description": "An administrator suspended the user.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       },
       "X-GitHub-Media-Type": {
        "$ref": "#/components/headers/media-type"
       },
       "X-GitHub-Enterprise-Version": {
        "$ref": "#/components/headers/enterprise-version"
       },
       "X-OAuth-Scopes": {
        "$ref": "#/components/headers/oauth-scopes"
       },
       "X-Accepted-OAuth-Scopes": {
        "$ref": "#/components/headers/accepted-oauth-scopes"
       },
       "X-OAuth-Client-Id": {
        "$ref": "#/components/headers/oauth-client-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/message"
        },
        "examples": {
         "suspended": {
          "summary": "A suspended user",
          "value": {
           "message": "Sorry. Your account was suspended",
           "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
           "status": "403"
          }
         }
        }
       }
      }
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-coding"
     },
     "422": {
      "$ref": "#/components/responses/invalid-parameters"
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
  "/login/device/code": {
   "post": {
    "operationId": "oauth/create-device-code",
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#device-flow"
    },
    "summary": "Start the device flow",
    "description": "Returns a code for the device, and one that its user types at `verification_uri`. Then the device asks\n`POST /login/oauth/access_token` for the token, every `interval` seconds. Needs no credentials. The device flow\nmust be switched on for the application.\n",
    "tags": [
     "flows"
    ],
    "security": [
     {}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/device-code-request"
       },
       "examples": {
        "scopes": {
         "$ref": "#/components/examples/device-code-request"
        }
       }
      },
      "application/x-www-form-urlencoded": {
       "schema": {
        "$ref": "#/components/schemas/device-code-request"
       },
       "examples": {
        "scopes": {
         "$ref": "#/components/examples/device-code-request"
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The codes, or an error such as `invalid_scope`.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "oneOf": [
          {
           "$ref": "#/components/schemas/device-code"
          },
          {
           "$ref": "#/components/schemas/flow-error"
          }
         ]
        },
        "examples": {
         "codes": {
          "summary": "The codes",
          "value": {
           "device_code": "3584d83530557fdd1f46af8289938c8ef79f9dc5",
           "user_code": "BCE3-88D0",
           "verification_uri": "https://HOSTNAME/login/device",
           "expires_in": 899,
           "interval": 5
          }
         }
        }
       }
      }
     },
     "400": {
      "description": "The device flow is switched off for the application, or the body is not JSON.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "oneOf": [
          {
           "$ref": "#/components/schemas/flow-error"
          },
          {
           "$ref": "#/components/schemas/message"
          }
         ]
        },
        "examples": {
         "disabled": {
          "summary": "The device flow is switched off",
          "value": {
           "error": "device_flow_disabled",
           "error_description": "Device Flow must be explicitly enabled for this App",
           "error_uri": "https://docs.github.com/enterprise-server@3.20"
          }
         }
        }
       }
      }
     },
     "404": {
      "$ref": "#/components/responses/unknown-application"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-coding"
     },
     "422": {
      "$ref": "#/components/responses/invalid-parameters"
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
  "/login/oauth/access_token": {
   "post": {
    "operationId": "oauth/create-access-token",
    "externalDocs": {
     "description": "GitHub's documentation",
     "url": "https://docs.github.com/enterprise-server@3.20/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#2-users-are-redirected-back-to-your-site-by-github"
    },
    "summary": "Exchange a code for a token",
    "description": "Exchanges the code of an authorization request, a device code, or a refresh token for a token. The\napplication sends its client id and client secret as parameters or with Basic authentication; a device code,\nand a refresh token of the device flow, need no secret. A code is valid once, for ten minutes; if it is sent\nagain, the token that it was exchanged for is revoked.\n",
    "tags": [
     "flows"
    ],
    "security": [
     {},
     {
      "application": []
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/access-token-request"
       },
       "examples": {
        "code": {
         "$ref": "#/components/examples/code-request"
        },
        "device": {
         "$ref": "#/components/examples/device-request"
        },
        "refresh": {
         "$ref": "#/components/examples/refresh-request"
        }
       }
      },
      "application/x-www-form-urlencoded": {
       "schema": {
        "$ref": "#/components/schemas/access-token-request"
       },
       "examples": {
        "code": {
         "$ref": "#/components/examples/code-request"
        },
        "device": {
         "$ref": "#/components/examples/device-request"
        },
        "refresh": {
         "$ref": "#/components/examples/refresh-request"
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token, or an error such as `bad_verification_code`.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "oneOf": [
          {
           "$ref": "#/components/schemas/access-token"
          },
          {
           "$ref": "#/components/schemas/flow-error"
          }
         ]
        },
        "examples": {
         "token": {
          "summary": "A token",
          "value": {
           "access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a",
           "scope": "repo,gist",
           "token_type": "bearer"
          }
         },
         "expiring": {
          "summary": "A token that expires",
          "value": {
           "access_token": "ghu_16C7e42F292c6912E7710c838347Ae178B4a",
           "expires_in": 28800,
           "refresh_token": "ghr_1B4a2e77838347a7E420ce178F2E7c6912E169246c34E1ccbF66C46812d16D5B1A9Dc86A1498",
           "refresh_token_expires_in": 15897600,
           "scope": "",
           "token_type": "bearer"
          }
         },
         "error": {
          "summary": "The code was used before",
          "value": {
           "error": "bad_verification_code",
           "error_description": "The code passed is incorrect or expired.",
           "error_uri": "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#bad-verification-code"
          }
         },
         "unverified-email": {
          "summary": "A GitHub App, and a user whose primary address is not verified",
          "value": {
           "error": "unverified_user_email",
           "error_description": "The user must have a verified primary email.",
           "error_uri": "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#unverified-user-email"
          }
         }
        }
       }
      }
     },
     "400": {
      "description": "The body is not JSON.",
      "headers": {
       "X-GitHub-Request-Id": {
        "$ref": "#/components/headers/request-id"
       }
      },
      "content": {
       "application/json": {
        "schema": {
         "oneOf": [
          {
           "$ref": "#/components/schemas/flow-error"
          },
          {
           "$ref": "#/components/schemas/message"
          }
         ]
        },
        "examples": {
         "broken": {
          "summary": "Broken JSON",
          "value": {
           "message": "Problems parsing JSON",
           "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
           "status": "400"
          }
         }
        }
       }
      }
     },
     "404": {
      "$ref": "#/components/responses/unknown-application"
     },
     "413": {
      "$ref": "#/components/responses/content-too-large"
     },
     "415": {
      "$ref": "#/components/responses/unsupported-coding"
     },
     "422": {
      "$ref": "#/components/responses/invalid-parameters"
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
   "application": {
    "type": "http",
    "scheme": "basic",
    "description": "Client id as the user name, client secret as the password."
   },
   "token": {
    "type": "http",
    "scheme": "bearer",
    "description": "A token of any kind. The scheme `token` works like `Bearer`."
   }
  },
  "examples": {
   "device-code-request": {
    "summary": "With scopes",
    "value": {
     "client_id": "abcde12345fghij67890",
     "scope": "repo gist"
    }
   },
   "code-request": {
    "summary": "A code",
    "value": {
     "client_id": "abcde12345fghij67890",
     "client_secret": "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f",
     "code": "0a1b2c3d4e5f60718293",
     "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    }
   },
   "device-request": {
    "summary": "A device code",
    "value": {
     "client_id": "abcde12345fghij67890",
     "device_code": "3584d83530557fdd1f46af8289938c8ef79f9dc5",
     "grant_type": "urn:ietf:params:oauth:grant-type:device_code"
    }
   },
   "refresh-request": {
    "summary": "A refresh token",
    "value": {
     "client_id": "Iv1.8a61f9b3a7aba766",
     "client_secret": "9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04",
     "grant_type": "refresh_token",
     "refresh_token": "ghr_1B4a2e77838347a7E420ce178F2E7c6912E169246c34E1ccbF66C46812d16D5B1A9Dc86A1498"
    }
   }
  },
  "schemas": {
   "graphql-request": {
    "type": "object",
    "properties": {
     "query": {
      "type": "string",
      "description": "The query."
     },
     "variables": {
      "type": [
       "object",
       "null"
      ],
      "description": "Values of the query's variables."
     },
     "operationName": {
      "type": [
       "string",
       "null"
      ],
      "description": "Name of the operation to run, where the query has several."
     }
    },
    "required": [
     "query"
    ]
   },
   "graphql-response": {
    "type": "object",
    "properties": {
     "data": {
      "type": [
       "object",
       "null"
      ],
      "description": "The data that was asked for."
     },
     "errors": {
      "type": "array",
      "description": "What is wrong with the query.",
      "items": {
       "type": "object",
       "properties": {
        "message": {
         "type": "string",
         "description": "The problem in words."
        }
       },
       "required": [
        "message"
       ]
      }
     }
    }
   },
   "device-code-request": {
    "type": "object",
    "properties": {
     "client_id": {
      "type": "string",
      "description": "Client id of the application."
     },
     "scope": {
      "type": "string",
      "description": "Scopes, separated by spaces or commas. A GitHub App has none."
     }
    },
    "required": [
     "client_id"
    ]
   },
   "device-code": {
    "type": "object",
    "properties": {
     "device_code": {
      "type": "string",
      "description": "Secret of the device."
     },
     "user_code": {
      "type": "string",
      "description": "Code that the user types, in any case and with or without the hyphen."
     },
     "verification_uri": {
      "type": "string",
      "description": "Address of the page for the user code."
     },
     "expires_in": {
      "type": "integer",
      "description": "Seconds until both codes expire."
     },
     "interval": {
      "type": "integer",
      "description": "Seconds between two requests for the token."
     }
    },
    "required": [
     "device_code",
     "user_code",
     "verification_uri",
     "expires_in",
     "interval"
    ],
    "additionalProperties": false
   },
   "access-token-request": {
    "type": "object",
    "properties": {
     "client_id": {
      "type": "string",
      "description": "Client id of the application. With Basic authentication it may be left out."
     },
     "client_secret": {
      "type": "string",
      "description": "Client secret of the application.",
      "writeOnly": true
     },
     "code": {
      "type": "string",
      "description": "Code of the redirect.",
      "writeOnly": true
     },
     "redirect_uri": {
      "type": "string",
      "description": "The same as in the authorization request, where it is sent."
     },
     "code_verifier": {
      "type": "string",
      "description": "Verifier of the challenge (PKCE), where the authorization request had one.",
      "writeOnly": true
     },
     "grant_type": {
      "type": "string",
      "description": "`authorization_code` by default, `refresh_token`, or `urn:ietf:params:oauth:grant-type:device_code`.\n"
     },
     "device_code": {
      "type": "string",
      "description": "Secret of the device.",
      "writeOnly": true
     },
     "refresh_token": {
      "type": "string",
      "description": "Refresh token. It is valid once.",
      "writeOnly": true
     }
    }
   },
   "access-token": {
    "type": "object",
    "properties": {
     "access_token": {
      "type": "string",
      "description": "The token."
     },
     "expires_in": {
      "type": "integer",
      "description": "Seconds until the token expires. Left out for a token that does not."
     },
     "refresh_token": {
      "type": "string",
      "description": "Token to exchange for the next one, together with `expires_in`."
     },
     "refresh_token_expires_in": {
      "type": "integer",
      "description": "Seconds until the refresh token expires."
     },
     "scope": {
      "type": "string",
      "description": "Scopes of the token, separated by commas."
     },
     "token_type": {
      "const": "bearer",
      "description": "How to send the token."
     }
    },
    "required": [
     "access_token",
     "scope",
     "token_type"
    ],
    "additionalProperties": false
   },
   "flow-error": {
    "type": "object",
    "properties": {
     "error": {
      "description": "Code of the error.",
      "enum": [
       "access_denied",
       "authorization_pending",
       "bad_refresh_token",
       "bad_verification_code",
       "device_flow_disabled",
       "expired_token",
       "incorrect_client_credentials",
       "incorrect_device_code",
       "invalid_scope",
       "redirect_uri_mismatch",
       "slow_down",
       "unsupported_grant_type",
       "unverified_user_email"
      ]
     },
     "error_description": {
      "type": "string",
      "description": "The error in words."
     },
     "error_uri": {
      "type": "string",
      "description": "GitHub's page about the error."
     },
     "interval": {
      "type": "integer",
      "description": "Seconds to wait from now on, with `slow_down`."
     }
    },
    "required": [
     "error",
     "error_description",
     "error_uri"
    ],
    "additionalProperties": false
   },
   "not-found": {
    "type": "object",
    "properties": {
     "error": {
      "const": "Not Found",
      "description": "There is no such application."
     }
    },
    "required": [
     "error"
    ],
    "additionalProperties": false
   },
   "message": {
    "type": "object",
    "properties": {
     "message": {
      "type": "string",
      "description": "The problem in words."
     },
     "documentation_url": {
      "type": "string",
      "description": "Page about the API."
     },
     "status": {
      "type": "string",
      "description": "The status of the response."
     }
    },
    "required": [
     "message",
     "documentation_url",
     "status"
    ],
    "additionalProperties": false
   }
  },
  "responses": {
   "unknown-application": {
    "description": "There is no application with this client id.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/not-found"
      },
      "examples": {
       "unknown": {
        "summary": "An unknown client id",
        "value": {
         "error": "Not Found"
        }
       }
      }
     }
    }
   },
   "content-too-large": {
    "description": "The body is too large.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/message"
      },
      "examples": {
       "large": {
        "summary": "A body over the limit",
        "value": {
         "message": "Body should be at most 65536 bytes long",
         "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
         "status": "413"
        }
       }
      }
     }
    }
   },
   "unsupported-coding": {
    "description": "The body is compressed.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     },
     "Accept-Encoding": {
      "description": "The only coding that is supported.",
      "schema": {
       "type": "string",
       "example": "identity"
      }
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/message"
      },
      "examples": {
       "compressed": {
        "summary": "A compressed body",
        "value": {
         "message": "Body should not be compressed: the only Content-Encoding that is supported is identity",
         "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
         "status": "415"
        }
       }
      }
     }
    }
   },
   "invalid-parameters": {
    "description": "A parameter is missing, is there twice with different values, is no string, or cannot be stored.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "X-OAuth-Scopes": {
      "$ref": "#/components/headers/oauth-scopes"
     },
     "X-Accepted-OAuth-Scopes": {
      "$ref": "#/components/headers/accepted-oauth-scopes"
     },
     "X-OAuth-Client-Id": {
      "$ref": "#/components/headers/oauth-client-id"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/message"
      },
      "examples": {
       "repeated": {
        "summary": "A parameter with two values",
        "value": {
         "message": "Invalid request.\n\nThe parameter code has two values.",
         "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
         "status": "422"
        }
       }
      }
     }
    }
   },
   "server-error": {
    "description": "The server failed. Its log says why.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/message"
      },
      "examples": {
       "failure": {
        "summary": "A failure",
        "value": {
         "message": "Server Error",
         "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
         "status": "500"
        }
       }
      }
     }
    }
   },
   "unavailable": {
    "description": "The server cannot do it now.",
    "headers": {
     "X-GitHub-Request-Id": {
      "$ref": "#/components/headers/request-id"
     },
     "X-GitHub-Media-Type": {
      "$ref": "#/components/headers/media-type"
     },
     "X-GitHub-Enterprise-Version": {
      "$ref": "#/components/headers/enterprise-version"
     },
     "Retry-After": {
      "$ref": "#/components/headers/retry-after"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/message"
      },
      "examples": {
       "busy": {
        "summary": "Too many requests at once",
        "value": {
         "message": "Service unavailable. Please try again later.",
         "documentation_url": "https://docs.github.com/enterprise-server@3.20/rest",
         "status": "503"
        }
       }
      }
     }
    }
   }
  },
  "headers": {
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
   "enterprise-version": {
    "description": "Release of Enterprise Server whose behaviour the server has.",
    "schema": {
     "type": "string"
    },
    "example": "3.20.0"
   },
   "oauth-scopes": {
    "description": "Scopes of the token in the request, separated by commas. Omitted without a token.",
    "schema": {
     "type": "string"
    },
    "example": "gist, repo"
   },
   "accepted-oauth-scopes": {
    "description": "Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.\nOmitted without a token.\n",
    "schema": {
     "type": "string"
    },
    "example": ""
   },
   "oauth-client-id": {
    "description": "Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal\none.\n",
    "schema": {
     "type": "string"
    },
    "example": "Iv1.8a61f9b3a7aba766"
   },
   "retry-after": {
    "description": "Seconds to wait before the next attempt (RFC 9110, section 10.2.3).",
    "schema": {
     "type": "string"
    },
    "example": "1"
   }
  }
 }
} as unknown as OpenApiDocument;
