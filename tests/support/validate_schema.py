"""Validates a YAML or JSON file against a JSON Schema: validate_schema.py SCHEMA FILE. Without the schema it says so and passes."""

import json
import os
import sys

import jsonschema
import yaml


def main() -> int:
    schema_path, path = sys.argv[1:]
    if not os.path.exists(schema_path):
        print(f"skipped: {schema_path} is absent")
        return 0
    with open(schema_path, encoding="utf-8") as schema_file, open(path, encoding="utf-8") as file:
        schema, document = json.load(schema_file), yaml.safe_load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = sorted(validator.iter_errors(document), key=lambda error: list(error.absolute_path))
    for error in errors:
        print(f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
