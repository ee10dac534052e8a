"""The stage of a partnership, its signs, its next step and the catalogue of signs. Pacts live in `casework.pact`."""
