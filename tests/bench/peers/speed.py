#!/usr/bin/env python3
"""How fast the recognisers of the npm registry read a file of English lines; `make bench` runs it.

usage: speed.py FILE [--scratch DIR]

Prints what speed.cjs does, a line per recogniser.
Where they cannot be installed (packages.py), says why in one line and ends with 1."""
import argparse, pathlib, subprocess, sys
import packages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('file', type=pathlib.Path)
    parser.add_argument('--scratch', type=pathlib.Path, default=packages.SCRATCH)
    options = parser.parse_args()
    problem = packages.install(options.scratch)
    if problem:
        print(problem)
        sys.exit(1)
    sys.exit(subprocess.run(['node', packages.HERE / 'speed.cjs', options.scratch.resolve(), options.file]).returncode)


main()
