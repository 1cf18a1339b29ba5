"""Pure arithmetic from a playbook and a volume to people: drivers, load, curves, cover; no input, no output."""
