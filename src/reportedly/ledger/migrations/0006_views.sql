-- Views kept under a name, and those who are told when they change; the shelf as it was last in memory;
-- and what lists across pages need of derived rows, kept in step by triggers, read along indexes.

CREATE TABLE view (
    name   TEXT PRIMARY KEY,
    query  TEXT NOT NULL,
    made   TEXT NOT NULL
) STRICT;

CREATE TABLE hook (
    number  INTEGER PRIMARY KEY,
    view    TEXT NOT NULL REFERENCES view (name) ON DELETE CASCADE,
    url     TEXT NOT NULL,
    secret  TEXT NOT NULL,
    private INTEGER NOT NULL DEFAULT 0,
    reading INTEGER NOT NULL,
    UNIQUE (view, url)
) STRICT;

CREATE TABLE delivery (
    number  INTEGER PRIMARY KEY,
    hook    INTEGER NOT NULL REFERENCES hook (number) ON DELETE CASCADE,
    body    BLOB NOT NULL,
    made    TEXT NOT NULL,
    tries   INTEGER NOT NULL DEFAULT 0,
    due     TEXT,
    status  INTEGER,
    said    TEXT
) STRICT;
CREATE INDEX delivery_due ON delivery (due) WHERE due IS NOT NULL;
CREATE INDEX delivery_by_hook ON delivery (hook, number);

CREATE TABLE shelf (
    name  TEXT PRIMARY KEY,
    until INTEGER NOT NULL,
    body  BLOB NOT NULL
) STRICT;

CREATE INDEX review_by_claim_alone ON review (claim, number);
DROP INDEX review_by_claim;

CREATE TABLE derived_line (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    origins   INTEGER NOT NULL,
    pages     INTEGER NOT NULL,
    figures   INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    actor     TEXT NOT NULL,
    recipient TEXT NOT NULL,
    item      TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    scope     TEXT NOT NULL,
    line      TEXT NOT NULL,
    place     TEXT NOT NULL
) STRICT;
CREATE INDEX derived_line_by_weight ON derived_line (origins DESC, pages DESC, figures DESC, id);
CREATE INDEX derived_line_by_place ON derived_line (place, origins DESC, pages DESC, figures DESC) WHERE place <> '';
CREATE INDEX derived_line_by_parties ON derived_line (actor, recipient, place, origins DESC, pages DESC, figures DESC);

INSERT INTO derived_line (id, origins, pages, figures, kind, actor, recipient, item, outcome, scope, line, place)
SELECT id,
    (SELECT count(DISTINCT json_extract(value, '$.origin')) FROM json_each(CAST(record AS TEXT), '$.observations')),
    (SELECT count(DISTINCT json_extract(value, '$.document')) FROM json_each(CAST(record AS TEXT), '$.observations')),
    json_array_length(CAST(record AS TEXT), '$.observations'),
    json_extract(CAST(record AS TEXT), '$.key.kind'), json_extract(CAST(record AS TEXT), '$.key.actor'),
    json_extract(CAST(record AS TEXT), '$.key.recipient'), json_extract(CAST(record AS TEXT), '$.key.item'),
    json_extract(CAST(record AS TEXT), '$.key.outcome'), json_extract(CAST(record AS TEXT), '$.key.scope'),
    json_extract(CAST(record AS TEXT), '$.key.line'), json_extract(CAST(record AS TEXT), '$.key.place')
FROM derived_row WHERE sort = 'Series';

CREATE TRIGGER derived_line_comes AFTER INSERT ON derived_row WHEN new.sort = 'Series' BEGIN
    INSERT OR REPLACE INTO derived_line
    (id, origins, pages, figures, kind, actor, recipient, item, outcome, scope, line, place)
    VALUES (new.id,
    (SELECT count(DISTINCT json_extract(value, '$.origin')) FROM json_each(CAST(new.record AS TEXT), '$.observations')),
    (SELECT count(DISTINCT json_extract(value, '$.document')) FROM json_each(CAST(new.record AS TEXT), '$.observations')),
    json_array_length(CAST(new.record AS TEXT), '$.observations'),
    json_extract(CAST(new.record AS TEXT), '$.key.kind'), json_extract(CAST(new.record AS TEXT), '$.key.actor'),
    json_extract(CAST(new.record AS TEXT), '$.key.recipient'), json_extract(CAST(new.record AS TEXT), '$.key.item'),
    json_extract(CAST(new.record AS TEXT), '$.key.outcome'), json_extract(CAST(new.record AS TEXT), '$.key.scope'),
    json_extract(CAST(new.record AS TEXT), '$.key.line'), json_extract(CAST(new.record AS TEXT), '$.key.place'));
END;
CREATE TRIGGER derived_line_goes AFTER DELETE ON derived_row WHEN old.sort = 'Series' BEGIN
    DELETE FROM derived_line WHERE id = old.id;
END;

CREATE INDEX derived_relation_by_kind
    ON derived_row (json_extract(CAST(record AS TEXT), '$.kind'), instr(json_extract(CAST(record AS TEXT), '$.because'), 'headline') > 0, id)
    WHERE sort = 'Relation';
CREATE INDEX derived_drift_by_pair
    ON derived_row (json_extract(CAST(record AS TEXT), '$.after'), json_extract(CAST(record AS TEXT), '$.before'))
    WHERE sort = 'Drift';
