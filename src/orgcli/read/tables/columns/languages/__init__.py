"""The headings of every field in other languages, each in the rank of an English one."""
