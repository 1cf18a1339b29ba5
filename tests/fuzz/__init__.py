"""Owns the fuzzing of the program: mutants of playbooks, options and input files, and what holds for all of them."""
