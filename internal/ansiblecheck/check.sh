#!/usr/bin/env bash
# Holds the generated Ansible folders, of examples/contoso and of an estate with hostile names, to ansible-playbook and
# ansible-lint, and runs them against a module that stands in for Windows. Installs both from Debian's packages only in CI
# (CI=true) or when told to (MDIPLAN_INSTALL=1), as root. Needs Go.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=out/ansiblecheck
go=${GO:-go}
installed() { command -v ansible-playbook >/dev/null && command -v ansible-lint >/dev/null; }

if ! installed; then
  if [ "${CI:-}" != true ] && [ "${MDIPLAN_INSTALL:-}" != 1 ]; then
    echo "The check of the Ansible folders needs ansible and ansible-lint, and they are not installed." >&2
    echo "Run 'MDIPLAN_INSTALL=1 make ansible-check' as root to install them from Debian's packages, or install them yourself." >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends ansible ansible-lint >/dev/null
  installed || { echo "ansible and ansible-lint could not be installed." >&2; exit 1; }
fi

rm -rf "$out"
modules=$out/modules/ansible_collections/ansible/windows/plugins/modules
mkdir -p "$modules"
cp internal/ansiblecheck/testdata/win_powershell.py "$modules"
"$go" build -o "$out/mdiplan" ./cmd/mdiplan
code=0
"$out/mdiplan" plan examples/contoso --facts examples/contoso/facts.json --now 2026-11-24T09:00:00Z --quiet -o "ansible=$out/contoso" || code=$?
case $code in 0|3) ;; *) exit $code ;; esac
MDIPLAN_HOSTILE_OUT="$PWD/$out/hostile" "$go" test -count=1 -run 'Ansible.*Hostile' ./compiler/render >/dev/null

check() {
  (cd "$1" && ansible-playbook -i inventory.yml --syntax-check playbook.yml >/dev/null && ansible-lint --offline --nocolor -q)
  /usr/bin/python3 internal/ansiblecheck/check.py "$1" "$out/modules" "${@:2}"
}
check "$out/contoso"
check "$out/hostile/ansible" quick
