"""The golden JSON reports against reports/schema/report.schema.json. Usage: report_schema.py FOLDER

Also that the schema can refuse: every required key is taken out once, and a key nobody knows is put in.
"""

import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

SCHEMA = pathlib.Path(__file__).parents[2] / "reports/schema/report.schema.json"
VERDICTS = {"claims_held": "holds", "claims_broken": "broken", "claims_not_checked": "not_checked"}


def problems(validator, name, value):
    return [f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(value)]


def count_problems(name, report):
    """The summary says what the lists say."""
    for key, verdict in VERDICTS.items():
        listed = sum(claim["verdict"] == verdict for claim in report["claims"])
        if listed != report["summary"][key]:
            yield f"{name}: {key} is {report['summary'][key]}, but {listed} claims are listed"


def line_problems(validator, name, lines, report):
    """jsonl holds the same entries in the same order, the summary last."""
    for number, line in enumerate(lines, 1):
        yield from problems(validator, f"{name}:{number}", line)
    entries = [("claim", e) for e in report["claims"]] + [("finding", e) for e in report["findings"]]
    entries += [("document", e) for e in report["documents"]] + [("summary", report["summary"])]
    if lines != [{"type": kind, **entry} for kind, entry in entries]:
        yield f"{name}: differs from the json report"


def objects_of(value):
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_of(child)


def accepted_mutants(validator, report):
    """Mutants of the report that the schema lets pass. Optional keys may go, so only unknown ones must be refused
    everywhere; required ones are tried at the top."""
    for index, _ in enumerate(objects_of(report)):
        mutant = copy.deepcopy(report)
        list(objects_of(mutant))[index]["nobody_knows"] = 1
        if validator.is_valid(mutant):
            yield f"an unknown key in object {index} is accepted"
    for path in (), ("summary",), ("claims", 0, "places", 0), ("documents", 0), ("findings", 0, "primary"):
        for key in [*walk(report, path)]:
            mutant = copy.deepcopy(report)
            del walk(mutant, path)[key]
            if validator.is_valid(mutant):
                yield f"{'/'.join(map(str, path))} without {key} is accepted"


def walk(value, path):
    for step in path:
        value = value[step]
    return value


def main(folder):
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    lines_validator = Draft202012Validator({"$ref": "#/$defs/line", "$defs": schema["$defs"]})
    found = []
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        report = json.loads(path.read_text("utf-8"))
        found += problems(validator, path.name, report)
        found += count_problems(path.name, report)
        lines = [json.loads(line) for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines()]
        found += line_problems(lines_validator, path.stem + ".jsonl", lines, report)
    found += accepted_mutants(validator, json.loads((folder / "library.json").read_text("utf-8")))
    for problem in found:
        print(problem)
    print(f"{len(paths)} reports, {len(found)} problems")
    return 1 if found or not paths else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
