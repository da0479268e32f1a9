"""What is drawn on the desk."""
