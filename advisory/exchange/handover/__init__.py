"""The file that hands students over to another advisor's program: written, encrypted with a passphrase, recognized and read.

HANDOVER.md beside this file says what is in it, for whoever reads or writes one without this program.
"""
