"""The files that `init`, `role new` and `schema` write."""
