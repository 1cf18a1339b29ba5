"""How an answer looks: blocks of a page, and one file a format."""
