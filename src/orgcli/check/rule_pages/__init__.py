"""Rules explained to people and listed for programs: `orgcli rule`, docs/rules.md."""
