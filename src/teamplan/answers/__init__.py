"""One module per question; each takes a playbook and a store and returns frozen data."""
