"""What `orgcli export` and `orgcli import` take, and how a run goes."""
