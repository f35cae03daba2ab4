#!/bin/sh
# The pre-commit hook, through the real pre-commit in scratch repositories:
#     hook_test.sh FACTLINT REPOSITORY
# The scratch project quotes a stock list in a report; each commit below is refused or accepted for one reason.
set -eu
factlint=$1
repository=$2

command -v pre-commit >/dev/null || { echo "pre-commit is not installed: make deps"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Nothing of the machine's own configuration takes part, and nothing is fetched: the hook is a local repository.
export HOME="$scratch" PRE_COMMIT_HOME="$scratch/cache" GIT_CONFIG_GLOBAL="$scratch/gitconfig" GIT_CONFIG_NOSYSTEM=1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
git config --global user.name "factlint tests"
git config --global user.email "tests@factlint.invalid"
git config --global init.defaultBranch main
git config --global advice.detachedHead false
mkdir "$scratch/bin"
ln -s "$factlint" "$scratch/bin/factlint"
PATH="$scratch/bin:$PATH"

commit() { git -C "$1" add -A && git -C "$1" commit -q -m "$2"; }

make_hook_repository() {
    git init -q "$scratch/hook"
    cp "$repository/.pre-commit-hooks.yaml" "$scratch/hook"
    commit "$scratch/hook" "the hook"
}

make_project() {
    git init -q "$scratch/project"
    cd "$scratch/project"
    mkdir rules reports data
    cat >rules/stock.yaml <<'RULES'
factlint: 1
title: What the reports say of the stock
documents: reports/*.md
facts:
  stated: {find: 'The store holds {:count}'}
  counted: {in: data/stock.md, find: 'Counted on the shelf: {:number}'}
claims:
  - id: stock-as-counted
    says: The report states the number that was counted
    assert: stated == counted
tests:
  - text: The store holds 160 boxes.
    files: {data/stock.md: 'Counted on the shelf: 160'}
    holds: [stock-as-counted]
  - text: The store holds 170 boxes.
    files: {data/stock.md: 'Counted on the shelf: 160'}
    breaks: [stock-as-counted]
RULES
    printf '# Stock\n\nCounted on the shelf: 160.\n' >data/stock.md
    printf '# May\n\nThe store holds 160 boxes.\n' >reports/may.md
    cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $scratch/hook
    rev: $(git -C "$scratch/hook" rev-parse HEAD)
    hooks:
      - id: factlint
CONFIG
    pre-commit install >/dev/null
}

failures=0
fail() {
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$1"
    sed 's/^/    | /' "$scratch/output"
}

# try NAME accepted|refused [TEXT…]: commits what is staged; a refusal must show every TEXT and leave HEAD alone.
try() {
    name=$1 expected=$2
    shift 2
    before=$(git rev-parse -q --verify HEAD || true)
    if git commit -m "$name" >"$scratch/output" 2>&1; then outcome=accepted; else outcome=refused; fi
    after=$(git rev-parse -q --verify HEAD || true)
    [ "$outcome" = "$expected" ] || { fail "$name: $outcome, expected $expected"; return; }
    grep -q '^factlint\.*' "$scratch/output" || fail "$name: the hook did not run"
    if [ "$outcome" = refused ] && [ "$before" != "$after" ]; then fail "$name: refused, but committed"; fi
    for text in "$@"; do
        grep -qF -- "$text" "$scratch/output" || fail "$name: does not say '$text'"
    done
    echo "ok: $name ($outcome)"
}

make_hook_repository
make_project

git add .
try "a consistent commit" accepted

sed -i 's/160/170/' reports/may.md
git add .
try "an inconsistent commit" refused stock-as-counted reports/may.md:3 data/stock.md:3 170 160
git reset -q --hard

git rm -q data/stock.md
try "a commit that only deletes the quoted file" refused data/stock.md
git reset -q --hard

printf '# June\n\nThe store holds 900 boxes.\n' >reports/june.md
echo '.' >>reports/may.md
git add reports/may.md
try "an untracked inconsistent file beside a consistent commit" accepted
git add reports/june.md
try "the same file, once it is tracked" refused reports/june.md:3 900

if [ "$failures" -gt 0 ]; then
    echo "$failures failure(s)"
    exit 1
fi
