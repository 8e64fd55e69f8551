"""Run normalisers over a text until nothing is left to repair, and report in original positions."""

from newsfix.pipeline.pipeline import Pipeline
from newsfix.report import Report

__all__ = ["Pipeline", "Report"]
