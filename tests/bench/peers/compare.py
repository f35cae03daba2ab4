#!/usr/bin/env python3
"""What factlint and the well-known recognisers of the npm registry read on the same sentences.

usage: compare.py [--bin build/release/factlint] [--scratch DIR] [--write docs/extraction.md]

Installs the recognisers of packages.py into a scratch folder (build/peers), where they stay, reads sentences.tsv (language,
sentence, what it says; @ marks dates, | what is the same in two units) with each, and prints a table in Markdown. --write
puts it between the marks <!-- peers --> and <!-- /peers --> of that file. Needs npm; factlint itself does not."""
import argparse, json, pathlib, re, subprocess, sys
from fractions import Fraction
from packages import HERE, ROOT, SCRATCH, install

# what a tool is made for: it is judged on nothing else
READS = {'chrono-node': 'dates', 'compromise': 'numbers'}
LONGEST_CELL = 70


def sentences():
    for line in (HERE / 'sentences.tsv').read_text(encoding='utf-8').splitlines():
        language, text, says = line.split('\t')
        yield {'lang': language, 'text': text, 'says': says.split()}


def peers(folder, cases):
    run = subprocess.run(['node', HERE / 'read.cjs', folder], input=json.dumps(cases), text=True,
                         stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def factlint(binary, cases):
    lines = ''.join(json.dumps({'id': i, 'text': case['text'], 'lang': case['lang']}) + '\n'
                    for i, case in enumerate(cases))
    run = subprocess.run([binary, 'extract', '--stream'], input=lines, text=True, stdout=subprocess.PIPE, check=True)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    readings = [[{'text': fact['text'], 'value': fact['value'], 'unit': fact.get('unit', '')} for fact in row['facts']]
                for row in rows if 'facts' in row]
    return {'version': rows[-1]['summary']['version'], 'readings': readings}


def atoms(value):
    """The values in a reading: both ends of a range, the number of a duration."""
    ends = [value] + re.split(r'[/(),]| or ', value)
    return ends + re.findall(r'(?<=[PT])[\d.]+(?=[A-Z])', value)


def same(wanted, value):
    if '|' in wanted: return any(same(one, value) for one in wanted.split('|'))
    if wanted.startswith('@'): return value == wanted[1:]
    try: return abs(Fraction(value) - Fraction(wanted)) <= abs(Fraction(wanted)) / 10 ** 12
    except (ValueError, ZeroDivisionError): return False


def asked(tool, case):
    """What of a sentence is this tool's to read."""
    reads = READS.get(tool)
    return [item for item in case['says'] if not reads or item.startswith('@') == (reads == 'dates')]


def is_right(tool, case, readings):
    values = [atom for reading in readings for atom in atoms(reading['value'])]
    return all(any(same(item, value) for value in values) for item in asked(tool, case))


def cell(tool, case, readings):
    if readings is None or not asked(tool, case): return ' '
    if is_right(tool, case, readings): return '✓'
    text = '; '.join(f"{reading['text']} = {reading['value']} {reading['unit']}".strip() for reading in readings)
    text = text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + '…'
    return text.replace('|', '\\|') or 'nothing'


def table(cases, tools):
    lines = ['| sentence | says | ' + ' | '.join(f"{name} {tool['version']}" for name, tool in tools.items()) + ' |',
             '|---|---|' + '---|' * len(tools)]
    for i, case in enumerate(cases):
        says = ', '.join(item.lstrip('@').replace('|', ' or ') for item in case['says'])
        cells = ' | '.join(cell(name, case, tool['readings'][i]) for name, tool in tools.items())
        lines.append(f"| {case['text']} | {says} | {cells} |")
    totals = []
    for name, tool in tools.items():
        own = [i for i, case in enumerate(cases) if tool['readings'][i] is not None and asked(name, case)]
        right = sum(is_right(name, cases[i], tool['readings'][i]) for i in own)
        totals.append(f'{right} of {len(own)}')
    return '\n'.join(lines + ['| **right** | | ' + ' | '.join(totals) + ' |']) + '\n'


def write(path, text):
    page = path.read_text(encoding='utf-8')
    begin, end = '<!-- peers -->\n', '<!-- /peers -->'
    head, rest = page.split(begin)
    path.write_text(head + begin + text + end + rest.split(end)[1], encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=str(ROOT / 'build/release/factlint'))
    parser.add_argument('--scratch', type=pathlib.Path, default=SCRATCH)
    parser.add_argument('--write', type=pathlib.Path)
    options = parser.parse_args()
    cases = list(sentences())
    problem = install(options.scratch)
    if problem: sys.exit(f'compare.py: {problem}')
    tools = {'factlint': factlint(options.bin, cases), **peers(options.scratch.resolve(), cases)}
    text = table(cases, tools)
    print(text, end='')
    if options.write: write(options.write, text)


main()
