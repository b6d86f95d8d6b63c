"""What the launcher runs."""

from poise.native.host import main

if __name__ == "__main__":
    main()
