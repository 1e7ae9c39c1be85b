-- Which sayings are one utterance, kept so that a new page asks only about its own; and by which rules the
-- derived tables were filled, so that better rules fill them anew.

CREATE TABLE derived_link (
    one     TEXT NOT NULL,
    other   TEXT NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (one, other, because)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_link_by_other ON derived_link (other);

ALTER TABLE derived_until ADD COLUMN rules TEXT NOT NULL DEFAULT '';
