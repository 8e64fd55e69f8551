"""Where sentences end: newsfix beside other segmenters, on treebanks and on golden rules."""
