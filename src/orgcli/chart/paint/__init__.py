"""What is painted on a sheet: boxes, texts, discs, paths and pictures, card by card."""
