-- SQLite database of commit 26424d2, before lists kept totals: octocat has a personal token and one of CI, monalisa
-- has one-time codes. The passwords are `a long password`; the key is in the test.
CREATE TABLE migrations (version INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE properties (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE users ( id INTEGER PRIMARY KEY AUTOINCREMENT, login TEXT NOT NULL, name TEXT, email TEXT, site_admin INTEGER NOT NULL, password_hash TEXT NOT NULL, sealed_otp_seed TEXT, otp_step INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL , suspended_at INTEGER) STRICT;
CREATE TABLE failed_logins ( name TEXT NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, until INTEGER NOT NULL ) STRICT;
CREATE TABLE applications ( id INTEGER PRIMARY KEY AUTOINCREMENT, client_id TEXT NOT NULL UNIQUE, secret_hash TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, callback_url TEXT, type TEXT NOT NULL CHECK (type IN ('oauth', 'github')), created_at INTEGER NOT NULL ) STRICT;
CREATE TABLE grants ( id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER NOT NULL REFERENCES users (id), application_id INTEGER NOT NULL REFERENCES applications (id), scopes TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (user_id, application_id) ) STRICT;
CREATE TABLE authorizations ( id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER NOT NULL REFERENCES users (id), application_id INTEGER REFERENCES applications (id), origin TEXT NOT NULL DEFAULT 'password', token_hash TEXT UNIQUE, token_last_eight TEXT, note TEXT, note_url TEXT, fingerprint TEXT, scopes TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER, installation TEXT ) STRICT;
INSERT INTO migrations (version) VALUES (1);
INSERT INTO migrations (version) VALUES (2);
INSERT INTO properties (name, value) VALUES ('key-check', 'OobYtBooL17pLUXiQ7Xva+TnL/+QJeIwvI7W5LkKVz/SEgKTZw==');
INSERT INTO users (id, login, name, email, site_admin, password_hash, sealed_otp_seed, otp_step, created_at, suspended_at) VALUES (1, 'octocat', NULL, NULL, 0, '$argon2id$v=19$m=19456,t=2,p=1$/0L9jpYj/O7sTWgAdp2qDA$J2XJ84Ed5za1N8Mxt5OZo7KZ/NUZvBvIqiAWOmHGsno', NULL, 0, 1795768304873, NULL);
INSERT INTO users (id, login, name, email, site_admin, password_hash, sealed_otp_seed, otp_step, created_at, suspended_at) VALUES (2, 'monalisa', NULL, NULL, 0, '$argon2id$v=19$m=19456,t=2,p=1$ZuJmQ/6cuxYIlOqc4RNWSA$e02QX22r/S/KH68EPKFzgR92PAnyqFaBr8tKj1zKuro', 'yQCCBerkqHqzwu7uMSkabHDK0jt8PfuSSu+m2g95CeWYdV5H3U5Ktn8zSAonjD0P', 0, 1795768304931, NULL);
INSERT INTO applications (id, client_id, secret_hash, name, url, callback_url, type, created_at) VALUES (1, '0123456789abcdef0123', 'a0c3deae5abfd7a209f2df61e59874d764e6fc108dd114772af899127df265f8', 'CI', 'https://ci.example/', NULL, 'oauth', 1795768304935);
INSERT INTO grants (id, user_id, application_id, scopes, created_at, updated_at) VALUES (1, 1, 1, 'gist', 1795768306322, 1795768306323);
INSERT INTO authorizations (id, user_id, application_id, origin, token_hash, token_last_eight, note, note_url, fingerprint, scopes, created_at, updated_at, expires_at, installation) VALUES (1, 1, NULL, 'password', 'fba603769d8fa57643a3bd58c8f9f3206b544c581cf0a10b078651ac16c350ec', 'Uq1NCeOw', 'personal', NULL, NULL, 'repo', 1795768306179, 1795768306179, NULL, NULL);
INSERT INTO authorizations (id, user_id, application_id, origin, token_hash, token_last_eight, note, note_url, fingerprint, scopes, created_at, updated_at, expires_at, installation) VALUES (2, 1, 1, 'password', '55268c2e77d83e937090fd1c757087c0ec7b7fd78a0aa4a718d43866fd649b20', 'cC31Axbk', NULL, NULL, 'f', 'gist', 1795768306322, 1795768306322, NULL, NULL);
INSERT INTO sqlite_sequence (name, seq) VALUES ('users', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('applications', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('authorizations', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('grants', 1);
CREATE UNIQUE INDEX users_login ON users (lower(login));
CREATE INDEX failed_logins_until ON failed_logins (until);
CREATE UNIQUE INDEX authorizations_slot ON authorizations (user_id, application_id, coalesce(fingerprint, '')) WHERE application_id IS NOT NULL AND origin = 'password';
CREATE UNIQUE INDEX authorizations_personal_note ON authorizations (user_id, note) WHERE application_id IS NULL AND origin = 'password';
CREATE UNIQUE INDEX authorizations_personal_fingerprint ON authorizations (user_id, fingerprint) WHERE application_id IS NULL AND origin = 'password' AND fingerprint IS NOT NULL;
CREATE INDEX authorizations_of_user ON authorizations (user_id, application_id);
