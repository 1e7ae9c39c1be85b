-- A page's sketch is kept, packed, so that a page which shares words with many need not have all of them sketched
-- again. Ledgers derived by earlier rules are derived anew when next asked, which fills it.

CREATE TABLE derived_sketch (
    document TEXT PRIMARY KEY,
    sketch   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
