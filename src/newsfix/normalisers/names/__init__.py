"""One name in two spellings, with the document as evidence."""
