"""Text that was decoded, escaped or transported wrongly. ftfy does the work."""
