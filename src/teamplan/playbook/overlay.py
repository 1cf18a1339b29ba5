"""Owns the type of `overlay.yaml`: what a folder of differences that fits over any playbook says of itself."""

from teamplan.playbook.base import Frozen, Text


class Overlay(Frozen):
    """What is laid over a playbook, and what it is for in one line."""

    name: Text
    about: Text
