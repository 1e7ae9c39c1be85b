-- What follows from pages, claims and reviews. Nothing here is a source: each table may be emptied and
-- filled again, with the same rows. `owner` names the page, cell, component or origin a row was derived from.

CREATE TABLE derived_until (
    reading INTEGER NOT NULL,
    review  INTEGER NOT NULL
) STRICT;

CREATE TABLE derived_page (
    document TEXT PRIMARY KEY,
    rank     TEXT NOT NULL,
    sample   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE derived_sample (
    hash     INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE derived_told (
    claim     TEXT PRIMARY KEY,
    document  TEXT NOT NULL,
    component TEXT NOT NULL,
    origin    TEXT NOT NULL,
    cell      TEXT NOT NULL,
    record    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_told_by_document ON derived_told (document);
CREATE INDEX derived_told_by_component ON derived_told (component);
CREATE INDEX derived_told_by_cell ON derived_told (cell);

CREATE TABLE derived_key (
    key   TEXT NOT NULL,
    day   INTEGER NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (key, day, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_key_by_claim ON derived_key (claim);

CREATE TABLE derived_row (
    sort   TEXT NOT NULL,
    id     TEXT NOT NULL,
    owner  TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (sort, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_row_by_owner ON derived_row (owner);

CREATE TABLE derived_about (
    claim TEXT NOT NULL,
    sort  TEXT NOT NULL,
    id    TEXT NOT NULL,
    PRIMARY KEY (claim, sort, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_about_by_row ON derived_about (sort, id);
