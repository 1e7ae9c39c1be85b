-- For lists of a million claims: newest page first, oldest first, and by figure, each read along an index;
-- and parties, things and outlets found by their name.

CREATE INDEX document_by_newest ON document (published DESC, url, id);
CREATE INDEX document_by_outlet ON document (outlet);
CREATE INDEX claim_by_figure ON claim (coalesce(high, low), start, id) WHERE current = 1;
CREATE INDEX claim_by_actor_name ON claim (actor_name COLLATE NOCASE, current);
CREATE INDEX claim_by_recipient_name ON claim (recipient_name COLLATE NOCASE, current);
CREATE INDEX claim_by_speaker_name ON claim (speaker_name COLLATE NOCASE, current);
CREATE INDEX claim_by_item_words ON claim (item_words COLLATE NOCASE, current);
