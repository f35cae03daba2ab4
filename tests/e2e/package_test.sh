#!/bin/sh
# The Debian package: package_test.sh BUILD_FOLDER. It must name the libraries it needs and bring the program.
set -eu
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cpack --config "$build/CPackConfig.cmake" -B "$scratch" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
set -- "$scratch"/factlint_*.deb
[ $# = 1 ] || { echo "expected one package, got: $*"; exit 1; }

depends=$(dpkg-deb -f "$1" Depends)
for library in libc6 libstdc++6 libre2 libyaml-cpp; do
    case $depends in
    *"$library"*) ;;
    *) echo "the package does not depend on $library: $depends"; exit 1 ;;
    esac
done
dpkg-deb -x "$1" "$scratch/root"
"$scratch/root/usr/bin/factlint" --version
[ -f "$scratch/root/usr/share/doc/factlint/copyright" ] || { echo "the package has no licence"; exit 1; }
