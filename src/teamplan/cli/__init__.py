"""The commands: each reads options, asks one answer and renders it; the only place that prints and exits."""
