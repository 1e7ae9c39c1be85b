-- How captures were come by, and which addresses are followed. An exchange is only ever added;
-- a watched row is a note of where a watch stands: `due` is nothing once there is no more to ask,
-- and a busy host is left alone until it may be asked again.

CREATE TABLE exchange (
    capture TEXT PRIMARY KEY REFERENCES capture (id),
    record  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watched (
    number   INTEGER PRIMARY KEY,
    url      TEXT NOT NULL UNIQUE,
    host     TEXT NOT NULL,
    source   TEXT NOT NULL,
    listing  INTEGER NOT NULL,
    told     TEXT,
    etag     TEXT,
    modified TEXT,
    due      TEXT,
    failures INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE busy (
    host  TEXT PRIMARY KEY,
    until TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_due ON watched (source, host, listing, due) WHERE due IS NOT NULL;
