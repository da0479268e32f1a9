"""Stories: which articles report one event, and what can be said of them together. Pure, and without a model."""
