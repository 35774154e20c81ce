"""Directories of people: SCIM, LDIF, vCards, Backstage catalogs and companies of agents."""
