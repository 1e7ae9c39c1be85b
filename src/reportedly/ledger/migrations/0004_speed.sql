-- For lists of a million claims: newest page first, oldest first, and by figure, each read along an index.

CREATE INDEX document_by_newest ON document (published DESC, url, id);
CREATE INDEX claim_by_figure ON claim (coalesce(high, low), start, id) WHERE current = 1;
