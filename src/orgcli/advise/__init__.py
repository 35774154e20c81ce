"""Derives advice from answers or an organisation: rules that apply, their sources, and gaps."""
