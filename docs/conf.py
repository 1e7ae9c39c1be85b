"""How the documentation is built (Sphinx)."""

project = "Reportedly"
author = "The Reportedly authors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "Reportedly"
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
