"""What a person can do. One file a job; each call is one transaction."""
