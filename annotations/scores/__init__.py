"""How well decisions, readings and clusters agree with others: measures over plain values."""
