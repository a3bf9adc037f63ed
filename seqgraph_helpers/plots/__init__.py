"""The course's figures: every function builds a new figure and returns it."""
