"""What confidences are worth: proposals drawn, judged, fitted and measured, for every rule and model."""
