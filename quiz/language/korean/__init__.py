"""Korean articles -> draft questions. The stages are read in the order of drafting.py."""
