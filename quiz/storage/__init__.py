"""What is kept. Returns rows and core values; never commits."""
