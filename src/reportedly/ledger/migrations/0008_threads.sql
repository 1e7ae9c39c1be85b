-- Which claims stand for their threads, so that a measure on which thousands of pages report is compared by
-- its utterances alone; and by what corrections, denials and changed pages find the claims they touch.

ALTER TABLE derived_told ADD COLUMN first INTEGER NOT NULL DEFAULT 1;
ALTER TABLE derived_told ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE derived_told ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE derived_told ADD COLUMN outlet TEXT NOT NULL DEFAULT '';
DROP INDEX derived_told_by_cell;
CREATE INDEX derived_told_by_cell ON derived_told (cell, origin);
CREATE INDEX derived_told_by_url ON derived_told (cell, url, document);
CREATE INDEX derived_told_by_outlet ON derived_told (cell, outlet);
CREATE INDEX derived_told_first ON derived_told (cell) WHERE first = 1;
CREATE INDEX derived_told_marked ON derived_told (cell, mark) WHERE mark != '';

-- A series' key is taken out of its record once: each look into a record of thousands of figures reads it whole.
DROP TRIGGER derived_line_comes;
CREATE TRIGGER derived_line_comes AFTER INSERT ON derived_row WHEN new.sort = 'Series' BEGIN
    INSERT OR REPLACE INTO derived_line
    (id, origins, pages, figures, kind, actor, recipient, item, outcome, scope, line, place, latest, tail)
    SELECT new.id, origins, pages, figures, json_extract(named, '$.kind'), json_extract(named, '$.actor'),
    json_extract(named, '$.recipient'), json_extract(named, '$.item'), json_extract(named, '$.outcome'),
    json_extract(named, '$.scope'), json_extract(named, '$.line'), json_extract(named, '$.place'),
    coalesce((SELECT value FROM json_each(CAST(new.record AS TEXT), '$.observations')
        ORDER BY coalesce(json_extract(value, '$.as_of.start'), date(json_extract(value, '$.as_of.end'), '-1 day'), '') DESC,
        json_extract(value, '$.claim') DESC LIMIT 1), 'null'),
    (SELECT json_group_array(json(value)) FROM json_each(CAST(new.record AS TEXT), '$.observations') WHERE key >= figures - 24)
    FROM (SELECT count(DISTINCT json_extract(value, '$.origin')) AS origins,
        count(DISTINCT json_extract(value, '$.document')) AS pages, count(*) AS figures
        FROM json_each(CAST(new.record AS TEXT), '$.observations')),
    (SELECT json_extract(CAST(new.record AS TEXT), '$.key') AS named);
END;
