"""Pictures as files: what a screen draws, written as SVG or HTML."""
