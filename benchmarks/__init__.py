"""What newsfix is worth: quality and speed, measured on real text. See README.md."""
