"""Edge out: results become terminal text, Markdown, CSV or plain data; a format is one function."""
