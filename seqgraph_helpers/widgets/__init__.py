"""Interactive figures for JupyterLab, each with a static fallback."""
