-- In how many wordings a series is put, counted when first asked for and kept until the series changes
-- (its line is then written anew, with nothing here).

ALTER TABLE derived_line ADD COLUMN wordings INTEGER;
