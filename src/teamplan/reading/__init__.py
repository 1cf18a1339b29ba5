"""Files in and out: YAML, CSV, past days, each fault located; what is written is whole or not at all."""
