"""`python -m poise`: the command line, for who has no `poise` on the PATH."""

from poise.cli import main

if __name__ == "__main__":
    main()
