"""Words of the source language: formulas, calques, articles, idioms, passages left as they were."""
