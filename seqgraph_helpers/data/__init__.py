"""The course's data sets, each made by code or shipped as a small file with its licence."""
