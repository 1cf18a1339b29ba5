"""One folder a command, as `--help` lists them: how it is asked, answered, shown and worded."""
