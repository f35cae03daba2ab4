#!/usr/bin/env python3
"""Names of currencies and units from Unicode CLDR, for the section `cldr` of facts/languages/<tag>.yaml.

usage: names_from_cldr.py LANGUAGE [--factlint build/release/factlint]

Prints the rows that factlint does not read yet: CLDR's full names in the forms for 1, 2, 5 and 1000. It asks ICU 72 (libicui18n.so.72) for them; CLDR is Copyright Unicode, Inc., Unicode License v3."""
import argparse, collections, ctypes, itertools, json, pathlib, re, subprocess
import yaml

ICU = ctypes.CDLL('libicui18n.so.72')
for name in ('unumf_openForSkeletonAndLocale_72', 'unumf_openResult_72'): getattr(ICU, name).restype = ctypes.c_void_p
UNITS = pathlib.Path(__file__).resolve().parent.parent / 'units'
COUNTS = (1, 2, 5, 1000)
# whose names are everyday words, or other facts; words of one language that are
EVERYDAY = {'point', 'bar', 'grain', 'stone', 'atmosphere', 'cup', 'cup-metric', 'chain', 'rod', 'dot', 'carat', 'revolution',
            'mile-scandinavian', 'foodcalorie', 'lumen', 'g-force', 'fathom', 'pound', 'knot', 'degree', 'ampere-hour',
            'milliampere-hour'}
WORDS = {'ar': ['شمعة', 'مغم/ديسيبل'], 'hi': ['ओम', 'डच मार्क', '[CFP] फ़्रैंक'], 'fr': ['quart', 'quarts'], 'es': ['cuarto', 'cuartos', 'julio', 'bat', 'bats'],
         'it': ['candele', 'quarto', 'quarti', 'fiorino', 'fiorini'],
         'pt': ['Florim', 'Florins', 'quarto', 'quartos'], 'tr': ['ton', 'lüks'], 'zh': ['百米'],
         'vi': ['mẫu', 'ôm', 'fur', 'bu', 'jun', 'tấn']}
# nouns that one currency has (leu: the larger one), where the noun is the first or the last word of the name
ALONE = ('AOA AZN BDT BGN BTN BWP CNY ESP ETB GEL GHS GMD GRD GTQ HNL HRK HUF IDR JPY KHR KZT MMK MNT MOP MYR MZN NGN PAB PLN PYG '
         'RON THB UAH VND').split()
NOUN = {'fr': 0, 'es': 0, 'pt': 0, 'it': 0, 'en': -1, 'de': -1, 'nl': -1, 'sv': -1}
VARIANTS = {'en': ['en-GB'], 'pt': ['pt-PT'], 'es': ['es-MX'], 'zh': ['zh-Hant']}


def utf16(text):
    data = text.encode('utf-16-le')
    return (ctypes.c_uint16 * (len(data) // 2 + 1)).from_buffer_copy(data + b'\0\0'), len(data) // 2


def formatted(skeleton, language, number):
    """`number` with the unit's or currency's full name; None where ICU has none."""
    error = ctypes.c_int(0)
    text, size = utf16(skeleton)
    formatter = ctypes.c_void_p(ICU.unumf_openForSkeletonAndLocale_72(text, size, language.encode(), ctypes.byref(error)))
    if error.value > 0: return None
    result = ctypes.c_void_p(ICU.unumf_openResult_72(ctypes.byref(error)))
    ICU.unumf_formatInt_72(formatter, ctypes.c_int64(number), result, ctypes.byref(error))
    buffer = (ctypes.c_uint16 * 200)()
    size = ICU.unumf_resultToString_72(result, buffer, 200, ctypes.byref(error))
    ICU.unumf_closeResult_72(result); ICU.unumf_close_72(formatter)
    return None if error.value > 0 else bytes(buffer)[:2 * size].decode('utf-16-le')


def identifiers():
    """(kind, identifier) of facts/units, in its order."""
    read = lambda file: yaml.safe_load((UNITS / file).read_text())['families'].values()
    for family in read('currencies.yaml'):
        for code in family['minor_digits']: yield 'money', code
    for family in read('measures.yaml'):
        for unit in family['units']: yield 'measure', unit


def names(language):
    """(kind, identifier, name as written behind a number)"""
    for kind, identifier in identifiers():
        if identifier in EVERYDAY: continue
        skeleton = f'currency/{identifier} precision-integer' if kind == 'money' else f'unit/{identifier}'
        for locale, number in itertools.product([language] + VARIANTS.get(language, []), COUNTS):
            text = formatted(skeleton + ' unit-width-full-name group-off numbering-system/latn', locale, number)
            match = text and re.fullmatch(rf'{number}[\s\xa0]*([^\d(（⋅]{{2,}})', text)
            code = match and kind == 'money' and identifier in match[1]  # ICU has no name
            if not match or code: continue
            noun = match[1].split()[NOUN[language]] if language in NOUN and identifier in ALONE else match[1]
            for name in (match[1], noun):
                if name not in WORDS.get(language, []): yield kind, identifier, name


def unread(language, factlint):
    """The names that are not read behind a 5, by kind and identifier."""
    wanted = list(dict.fromkeys(names(language)))
    space = '' if language in ('ja', 'zh') else ' '
    lines = ''.join(json.dumps({'id': i, 'lang': language, 'text': f'5{space}{name}'}) + '\n' for i, (_, _, name) in enumerate(wanted))
    run = subprocess.run([factlint, 'extract', '--stream'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    out = collections.defaultdict(dict)
    for row in map(json.loads, run.stdout.splitlines()):
        if 'id' not in row: continue
        kind, identifier, name = wanted[row['id']]
        if not any(f['kind'] == kind and f['text'].endswith(name) for f in row['facts']):  # also as another unit
            out[kind].setdefault(identifier, []).append(name)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('language'); parser.add_argument('--factlint', default='build/release/factlint')
    options = parser.parse_args()
    rows = unread(options.language, options.factlint)
    print('\n# Unicode CLDR 42 (Unicode License v3), written by facts/units/names_from_cldr.py\ncldr:')
    for kind, role in (('money', 'currency_name'), ('measure', 'unit')):
        print(f'  {role}:')
        for identifier, words in rows[kind].items(): print(f'    {identifier}: ' + json.dumps(words, ensure_ascii=False))


main()
