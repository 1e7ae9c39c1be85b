"""Reportedly: news pages in, an auditable ledger of attributed claims out."""

__version__ = "2026.11.0"

__all__ = ["__version__"]
