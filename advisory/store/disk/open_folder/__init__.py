"""A data folder while it is open, beside other processes: what is read, followed, finished and written. Each kind of file is beside this folder."""
