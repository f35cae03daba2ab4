"""The recognisers of the npm registry that factlint is put beside: no dependency, only installed into a scratch folder."""
import json, pathlib, shutil, subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SCRATCH = ROOT / 'build/peers'
VERSIONS = {'@microsoft/recognizers-text-suite': '1.3.1', 'chrono-node': '2.10.3', 'compromise': '14.17.0'}
LONGEST_INSTALL = 300  # seconds


def installed(folder):
    """Whether every package stands there in its version."""
    try: return all(json.loads((folder / 'node_modules' / name / 'package.json').read_text())['version'] == version
                    for name, version in VERSIONS.items())
    except (OSError, ValueError, KeyError): return False


def install(folder):
    """Why the packages cannot be had; None where they stand in `folder`."""
    if not shutil.which('node'): return 'node is not installed'
    if installed(folder): return None
    if not shutil.which('npm'): return 'npm is not installed'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'package.json').write_text('{"private": true}')
    wanted = [f'{name}@{version}' for name, version in VERSIONS.items()]
    try:
        subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '--silent', *wanted], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LONGEST_INSTALL)
    except subprocess.SubprocessError: return 'npm cannot install ' + ' '.join(wanted)
    return None if installed(folder) else 'npm installed other versions than ' + ' '.join(wanted)
