"""LanguageTool beside newsfix: alone, without, and together."""
