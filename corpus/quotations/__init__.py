"""What stands between quotation marks, and who says it."""
