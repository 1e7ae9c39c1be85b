"""Many pages in one file: WARC, WACZ, zip; read and written."""
