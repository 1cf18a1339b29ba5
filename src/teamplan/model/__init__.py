"""The words of workforce planning as frozen types; no input, no output."""
