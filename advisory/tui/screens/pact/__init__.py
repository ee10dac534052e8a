"""The screen of one pact. The list of all pacts is in `screens/pacts`, the editor in `dialogs/pact`."""
