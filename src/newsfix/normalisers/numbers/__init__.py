"""Numbers, signs, units, dates and times written as other languages write them."""
