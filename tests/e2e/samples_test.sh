#!/bin/sh
# reports/samples: one report of each format, kept true. FACTLINT_UPDATE=1 writes them again.
set -eu
factlint=$1
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
"$factlint" check --rules reports/samples/rules.yaml --color never --format "text=$scratch/report.txt" \
    --format "json=$scratch/report.json" --format "jsonl=$scratch/report.jsonl" --format "html=$scratch/report.html" || status=$?
[ "$status" = 1 ] || { echo "the samples have inconsistencies, so 1 was expected, not $status"; exit 1; }
for name in report.txt report.json report.jsonl report.html; do
    if [ "${FACTLINT_UPDATE:-}" = 1 ]; then cp "$scratch/$name" "reports/samples/$name"; fi
    diff -u "reports/samples/$name" "$scratch/$name" || { echo "reports/samples/$name is not what factlint writes"; exit 1; }
done
echo "4 samples are what factlint writes"
