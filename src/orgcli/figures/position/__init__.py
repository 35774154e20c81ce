"""One position: its line to the top, its reports and dotted lines, its figures, its history."""
