#!/usr/bin/env python3
"""Scores every language on the cases of ../shared/conformance, which are not part of this repository.

usage: scores.py [--bin build/release/factlint] [--write facts/scores.csv | --check facts/scores.csv]

Prints passed/total per model and language as score.py there counts them, and below each the same without the cases that
tests/cases/facts/ARGUABLE.md lists. Warns where more than 3 % of a cell is listed. --write keeps the numbers of the languages
in facts/languages, for `factlint languages`; --check shows what is no longer true in such a file and ends with 1;
77 where the cases are not there."""
import argparse, csv, difflib, io, json, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT.parent / 'shared' / 'conformance'
MOST_LISTED = 0.03


def listed_cases():
    """The ids in the tables of ARGUABLE.md."""
    text = (ROOT / 'tests/cases/facts/ARGUABLE.md').read_text(encoding='utf-8')
    return set(re.findall(r'^\| ([^|]+#\d+) \|', text, re.MULTILINE))


def score(binary, folder):
    """{(model, language): (passed, total)} of the case files in `folder`."""
    with tempfile.NamedTemporaryFile(suffix='.json') as out:
        subprocess.run([sys.executable, CASES / 'score.py', '--bin', binary, '--dir', folder, '--json', out.name],
                       check=True, stdout=subprocess.DEVNULL)
        table = json.load(open(out.name, encoding='utf-8'))
    return {tuple(cell.split('/')): tuple(counts) for cell, counts in table.items()}


def score_without(binary, listed):
    with tempfile.TemporaryDirectory() as folder:
        for path in CASES.glob('*.jsonl'):
            lines = path.read_text(encoding='utf-8').splitlines(keepends=True)
            kept = [line for line in lines if json.loads(line)['id'].split(':', 1)[-1] not in listed]
            (pathlib.Path(folder) / path.name).write_text(''.join(kept), encoding='utf-8')
        return score(binary, folder)


def print_table(every, agreed):
    models = list(dict.fromkeys(model for model, _ in every if model != 'all')) + ['all']
    languages = sorted({language for _, language in every} - {'all'}) + ['all']
    print('model'.ljust(17) + ''.join(language.rjust(11) for language in languages))
    for model in sorted(models[:-1]) + ['all']:
        for name, table in ((model, every), ('  not arguable', agreed)):
            cells = ('/'.join(map(str, table[model, l])) if (model, l) in table else '-' for l in languages)
            print(name.ljust(17) + ''.join(cell.rjust(11) for cell in cells))


def warn(every, agreed):
    for (model, language), (_, total) in sorted(every.items()):
        listed = total - agreed.get((model, language), (0, 0))[1]
        if 'all' not in (model, language) and listed > MOST_LISTED * total:
            print(f'warning: {listed} of {total} cases of {model}/{language} are listed as arguable, more than 3 %')


def file_of(every, agreed):
    own = {file.stem for file in (ROOT / 'facts/languages').glob('*.yaml')}
    out = io.StringIO()
    rows = csv.writer(out, lineterminator='\n')
    rows.writerow(['language', 'model', 'passed', 'total', 'arguable', 'passed_not_arguable'])
    for (model, language), (passed, total) in sorted(every.items(), key=lambda cell: cell[0][::-1]):
        if model == 'all' or language.split('-')[0] not in own: continue
        passed_agreed, total_agreed = agreed.get((model, language), (0, 0))
        rows.writerow([language, model, passed, total, total - total_agreed, passed_agreed])
    return out.getvalue()


def check(path, text):
    kept = path.read_text(encoding='utf-8')
    if kept == text: return
    both = kept.splitlines(keepends=True), text.splitlines(keepends=True)
    sys.stdout.writelines(difflib.unified_diff(*both, str(path), 'scores now', n=0))
    sys.exit(f'{path} is not what this factlint scores; `make scores` writes it')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=str(ROOT / 'build/release/factlint'))
    parser.add_argument('--write', metavar='FILE', type=pathlib.Path)
    parser.add_argument('--check', metavar='FILE', type=pathlib.Path)
    options = parser.parse_args()
    if not (CASES / 'score.py').exists():
        print(f'scores.py needs the cases in {CASES}, which are not there')
        sys.exit(77 if options.check else 1)
    every = score(options.bin, CASES)
    agreed = score_without(options.bin, listed_cases())
    print_table(every, agreed)
    warn(every, agreed)
    if options.write: options.write.write_text(file_of(every, agreed), encoding='utf-8')
    if options.check: check(options.check, file_of(every, agreed))


main()
