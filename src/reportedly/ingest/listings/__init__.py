"""Where pages are listed: feeds, sitemaps, and how a site's front page leads to them."""
