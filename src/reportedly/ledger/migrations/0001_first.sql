-- The first ledger: captures, documents, readings, claims, reviews, refusals. Rows are only ever added;
-- document.reading alone moves, to the newest reading of that document.

CREATE TABLE capture (
    id         TEXT PRIMARY KEY,
    url        TEXT NOT NULL,
    digest     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    fetched    TEXT,
    UNIQUE (url, digest)
) STRICT;

CREATE TABLE document (
    id        TEXT PRIMARY KEY REFERENCES capture (id),
    url       TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    published TEXT,
    language  TEXT,
    reading   INTEGER,
    record    BLOB NOT NULL
) STRICT;
CREATE INDEX document_by_url ON document (url);
CREATE INDEX document_by_day ON document (published, id);

CREATE TABLE reading (
    id        INTEGER PRIMARY KEY,
    document  TEXT NOT NULL REFERENCES document (id),
    extractor TEXT NOT NULL,
    UNIQUE (document, extractor)
) STRICT;

CREATE TABLE claim (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
    reading    INTEGER NOT NULL REFERENCES reading (id),
    document   TEXT NOT NULL REFERENCES document (id),
    current    INTEGER NOT NULL DEFAULT 1,
    start      INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    actor      TEXT,
    actor_name TEXT,
    recipient  TEXT,
    recipient_name TEXT,
    item       TEXT,
    item_words TEXT,
    speaker    TEXT,
    speaker_name TEXT,
    modality   TEXT NOT NULL,
    stage      TEXT,
    low        REAL,
    high       REAL,
    day_first  TEXT,
    day_last   TEXT,
    record     BLOB NOT NULL,
    UNIQUE (reading, id)
) STRICT;
CREATE INDEX claim_by_id ON claim (id, current);
CREATE INDEX claim_by_document ON claim (document, current, start);
CREATE INDEX claim_by_kind ON claim (kind, current);
CREATE INDEX claim_by_actor ON claim (actor, current);
CREATE INDEX claim_by_recipient ON claim (recipient, current);
CREATE INDEX claim_by_item ON claim (item, current);
CREATE INDEX claim_by_speaker ON claim (speaker, current);
CREATE INDEX claim_by_modality ON claim (modality, current);
CREATE INDEX claim_by_day ON claim (day_first, current);

CREATE VIRTUAL TABLE claim_words USING fts5 (
    exact, parties, item, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE review (
    number  INTEGER PRIMARY KEY,
    claim   TEXT NOT NULL,
    verdict TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    record  BLOB NOT NULL
) STRICT;
CREATE INDEX review_by_claim ON review (claim);

CREATE TABLE refusal (
    source TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) STRICT;
