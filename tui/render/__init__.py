"""From texts and marks to rows of cells, as plain values."""
