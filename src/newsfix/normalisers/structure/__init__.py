"""Rules for sentences that are split, run together, out of order or doubled."""
