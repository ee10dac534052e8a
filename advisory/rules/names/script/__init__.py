"""Names of other scripts in Latin letters, and how a name sounds. Endings and nicknames are beside this folder."""
