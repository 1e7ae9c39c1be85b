-- A series' observations are rows of their own, in its order, so that a page touches only those it brings, however
-- long the series. Its record keeps its key; whoever asks for the whole gets both. `day` is as of when, the last
-- of all where that is unknown; within a day observations stand as their sayings do.

CREATE TABLE derived_observation (
    series   TEXT NOT NULL,
    day      TEXT NOT NULL,
    moment   TEXT NOT NULL,
    rank     TEXT NOT NULL,
    start    INTEGER NOT NULL,
    claim    TEXT NOT NULL,
    document TEXT NOT NULL,
    origin   TEXT NOT NULL,
    record   BLOB NOT NULL,
    PRIMARY KEY (series, day, moment, rank, start, claim)
) STRICT, WITHOUT ROWID;

INSERT INTO derived_observation
SELECT series, coalesce(json_extract(seen, '$.as_of.start'), date(json_extract(seen, '$.as_of.end'), '-1 day'), '9999-12-31'),
    coalesce(json_extract(told, '$.moment'), ''), coalesce(json_extract(told, '$.rank'), ''),
    coalesce(json_extract(told, '$.claim.evidence.span.start'), at),
    claim, json_extract(seen, '$.document'), json_extract(seen, '$.origin'), CAST(seen AS BLOB)
FROM (SELECT series, at, seen, seen_claim AS claim, CAST(derived_told.record AS TEXT) AS told
    FROM (SELECT derived_row.id AS series, one.key AS at, one.value AS seen, json_extract(one.value, '$.claim') AS seen_claim
        FROM derived_row, json_each(CAST(record AS TEXT), '$.observations') AS one WHERE sort = 'Series')
    LEFT JOIN derived_told ON derived_told.claim = seen_claim);

CREATE UNIQUE INDEX derived_observation_by_claim ON derived_observation (claim);

DROP TRIGGER derived_line_comes;
DELETE FROM derived_about WHERE sort = 'Series';
UPDATE derived_row SET record = CAST(
    substr(CAST(record AS TEXT), 1, instr(CAST(record AS TEXT), '"observations":[') + 15) || ']}' AS BLOB)
WHERE sort = 'Series';
