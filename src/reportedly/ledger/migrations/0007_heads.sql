-- What a list shows of a series, kept beside its weight, so that a list reads no long record: its latest
-- observation, and the last two dozen. And words found by their beginnings along an index of their own.

DROP TRIGGER derived_line_comes;
ALTER TABLE derived_line ADD COLUMN latest TEXT NOT NULL DEFAULT 'null';
ALTER TABLE derived_line ADD COLUMN tail TEXT NOT NULL DEFAULT '[]';

UPDATE derived_line SET
    latest = coalesce((SELECT seen.value FROM derived_row, json_each(CAST(record AS TEXT), '$.observations') AS seen
        WHERE sort = 'Series' AND derived_row.id = derived_line.id
        ORDER BY coalesce(json_extract(seen.value, '$.as_of.start'), date(json_extract(seen.value, '$.as_of.end'), '-1 day'), '') DESC,
        json_extract(seen.value, '$.claim') DESC LIMIT 1), 'null'),
    tail = (SELECT json_group_array(json(value)) FROM (
        SELECT seen.value, seen.key FROM derived_row, json_each(CAST(record AS TEXT), '$.observations') AS seen
        WHERE sort = 'Series' AND derived_row.id = derived_line.id AND seen.key >= derived_line.figures - 24));

CREATE TRIGGER derived_line_comes AFTER INSERT ON derived_row WHEN new.sort = 'Series' BEGIN
    INSERT OR REPLACE INTO derived_line
    (id, origins, pages, figures, kind, actor, recipient, item, outcome, scope, line, place, latest, tail)
    SELECT new.id, origins, pages, figures, json_extract(CAST(new.record AS TEXT), '$.key.kind'),
    json_extract(CAST(new.record AS TEXT), '$.key.actor'), json_extract(CAST(new.record AS TEXT), '$.key.recipient'),
    json_extract(CAST(new.record AS TEXT), '$.key.item'), json_extract(CAST(new.record AS TEXT), '$.key.outcome'),
    json_extract(CAST(new.record AS TEXT), '$.key.scope'), json_extract(CAST(new.record AS TEXT), '$.key.line'),
    json_extract(CAST(new.record AS TEXT), '$.key.place'),
    coalesce((SELECT value FROM json_each(CAST(new.record AS TEXT), '$.observations')
        ORDER BY coalesce(json_extract(value, '$.as_of.start'), date(json_extract(value, '$.as_of.end'), '-1 day'), '') DESC,
        json_extract(value, '$.claim') DESC LIMIT 1), 'null'),
    (SELECT json_group_array(json(value)) FROM json_each(CAST(new.record AS TEXT), '$.observations') WHERE key >= figures - 24)
    FROM (SELECT count(DISTINCT json_extract(value, '$.origin')) AS origins,
        count(DISTINCT json_extract(value, '$.document')) AS pages, count(*) AS figures
        FROM json_each(CAST(new.record AS TEXT), '$.observations'));
END;

DROP TABLE claim_words;
CREATE VIRTUAL TABLE claim_words USING fts5 (
    exact, parties, item, content = '', prefix = '2 3', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO claim_words (rowid, exact, parties, item) SELECT number,
    json_extract(CAST(record AS TEXT), '$.evidence.exact'),
    parties, coalesce(json_extract(CAST(record AS TEXT), '$.item.words'), '')
FROM (SELECT number, record,
    coalesce(json_extract(CAST(record AS TEXT), '$.actor.actor.name') || ' ', '')
    || coalesce(json_extract(CAST(record AS TEXT), '$.recipient.actor.name') || ' ', '')
    || coalesce((SELECT group_concat(coalesce(json_extract(value, '$.actor.name'), json_extract(value, '$.words')), ' ')
        FROM json_each(CAST(record AS TEXT), '$.attribution')), '') AS parties
FROM claim);
