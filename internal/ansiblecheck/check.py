"""Runs a generated playbook against a module that stands in for Windows, and compares what would have run with what the
playbook's data say: every step in its order, its values as they are, its secret from a variable, nothing before a person
has confirmed. Usage: check.py FOLDER MODULES [quick]; quick leaves out the run with --check"""
import json
import os
import subprocess
import sys

import yaml


class Loader(yaml.SafeLoader):
    pass


Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))


def fail(text):
    print(f"{folder}: {text}", file=sys.stderr)
    sys.exit(1)


def run(done, *flags):
    """What became of ansible-playbook, and what the module was asked to do."""
    log, given = os.path.join(modules, "log"), os.path.join(modules, "vars.json")
    open(log, "w").close()
    with open(given, "w", encoding="utf-8") as f:
        json.dump({"ansible_connection": "local", "ansible_python_interpreter": sys.executable, "mdiplan_done": done}, f)
    environment = dict(os.environ, MDIPLAN_LOG=log, ANSIBLE_COLLECTIONS_PATH=modules, ANSIBLE_PIPELINING="1", ANSIBLE_NOCOLOR="1")
    result = subprocess.run(["ansible-playbook", "-i", "inventory.yml", "playbook.yml", "-e", "@" + given, *secrets, *flags],
                          cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with open(log, encoding="utf-8") as f:
        return result, [json.loads(line) for line in f]


folder, modules = sys.argv[1], os.path.abspath(sys.argv[2])
with open(os.path.join(folder, "playbook.yml"), encoding="utf-8") as f:
    plays = yaml.load(f, Loader)
steps = [task["vars"] for play in plays for task in play["tasks"]]
manual = [step["mdiplan_step"]["id"] for step in steps if "prompt" in step["mdiplan_step"]]
automatic = [step for step in steps if "script" in step["mdiplan_step"]]
secrets = []
for name in sorted({prompt["name"] for play in plays for prompt in play.get("vars_prompt", [])}):
    secrets += ["-e", json.dumps({name: "secret of " + name})]
if not manual or not automatic:
    fail("the playbook has no manual or no automatic step")

want = []
for step in automatic:
    with open(os.path.join(folder, "files", step["mdiplan_step"]["script"]), encoding="ascii") as f:
        source = f.read().rstrip()
    for function in ["Test-Step", "Invoke-Step", "Confirm-Step"]:
        call = {"Source": source, "Function": function, "Values": step["mdiplan_step"]["parameters"]}
        if function == "Invoke-Step":
            call["Secrets"] = {name: "secret of " + text.strip("{} ") for name, text in step.get("mdiplan_secrets", {}).items()}
        want.append(call)

result, calls = run(manual)
if result.returncode != 0:
    fail("the playbook did not come to its end:\n" + result.stdout.decode()[-4000:])
if b"secret of" in result.stdout:
    fail("a secret stands in the output")
for n, (call, expected) in enumerate(zip(calls, want)):
    if call != expected:
        fail(f"call {n + 1} is {json.dumps(call)}, want {json.dumps(expected)}")
if len(calls) != len(want):
    fail(f"{len(calls)} calls, want {len(want)}")

if sys.argv[3:] != ["quick"]:
    result, calls = run(manual, "--check")
    if result.returncode != 0 or calls != [call for call in want if call["Function"] == "Test-Step"]:
        fail("with --check something else than the tests ran")

# Without anybody to confirm it, the first manual step ends the run.
before = 3 * next(n for n, step in enumerate(steps) if "prompt" in step["mdiplan_step"])
result, calls = run([])
if result.returncode == 0 or calls != want[:before]:
    fail(f"the playbook went on after a step that nobody confirmed: {len(calls)} calls")
print(f"{folder}: {len(steps)} steps, {len(want)} calls in their order")
