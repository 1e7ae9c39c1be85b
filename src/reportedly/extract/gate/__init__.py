"""Which sentences can bear a claim: told from their words alone, before anything is parsed."""

from .gate import make_gate

__all__ = ["make_gate"]
