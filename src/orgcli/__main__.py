"""The program's entry: `--version` is answered before anything is imported."""

import sys


def main() -> None:
    """Run orgcli with the arguments of the process."""
    if sys.argv[1:] == ["--version"]:
        from orgcli import __version__

        print(f"orgcli {__version__}")  # noqa: T201
        return
    import gc

    # One run makes values and ends. The collector would walk them, and everything that is
    # imported, again and again: a fifth of a small run, a third of a large one.
    gc.disable()
    from orgcli.cli.app import run

    run()


if __name__ == "__main__":
    main()
