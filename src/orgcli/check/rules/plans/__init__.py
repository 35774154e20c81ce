"""Rules about plans: files of steps that change an organisation."""
