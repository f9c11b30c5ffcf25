#!/usr/bin/python
"""Stands in for ansible.windows.win_powershell, which needs Windows: writes down what it was asked to run, and answers that
there is something to do and, afterwards, that it was done."""
import json
import os

from ansible.module_utils.basic import AnsibleModule

module = AnsibleModule(supports_check_mode=True, argument_spec={
    "script": {"type": "str", "required": True}, "parameters": {"type": "dict", "required": True}, "error_action": {"type": "str", "required": True}})
parameters = module.params["parameters"]
with open(os.environ["MDIPLAN_LOG"], "a", encoding="utf-8") as log:
    log.write(json.dumps(parameters) + "\n")
module.exit_json(changed=True, result=parameters["Function"] != "Test-Step")
