"""Run the command line: ``python -m kvgraph``."""

from kvgraph.cli import main

if __name__ == "__main__":
    main()
