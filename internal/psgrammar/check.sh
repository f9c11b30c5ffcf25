#!/usr/bin/env bash
# Parses every script of the step library and every generated one with a real PowerShell grammar: what examples/contoso gives,
# and what an estate with hostile names gives, whose names must stay literals. Needs Go, Node.js and npm; the two packages are
# fetched into the output folder, never into the repository.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=out/psgrammar
go=${GO:-go}
command -v node >/dev/null && command -v npm >/dev/null || { echo "the PowerShell check needs Node.js and npm" >&2; exit 1; }
mkdir -p "$out"
cp internal/psgrammar/check.mjs internal/psgrammar/package.json "$out"
[ -d "$out/node_modules/web-tree-sitter" ] || (cd "$out" && npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts)
check() { node --liftoff-only "$out/check.mjs" "$@"; }

# The check itself: each of these has to be found.
rm -rf "$out/broken" "$out/contoso" "$out/hostile"
mkdir -p "$out/broken"
printf 'function f {\n' >"$out/broken/syntax.ps1"
printf '@{ A = (Get-Date) }\n' >"$out/broken/command.psd1"
printf "@{ A = 'a' + 'b' }\n" >"$out/broken/sum.psd1"
printf "@{ A = \$env:USERNAME }\n" >"$out/broken/variable.psd1"
for file in "$out"/broken/*; do
  if check "$file" >/dev/null; then echo "the PowerShell check finds no error in $file" >&2; exit 1; fi
done
printf 'Remove-Item\n' >"$out/broken/other.ps1"
printf 'Get-Item\n' >"$out/broken/known.ps1"
printf '["a"]' >"$out/broken/list.json"
if check --like "$out/broken/known.ps1" "$out/broken/other.ps1" >/dev/null; then echo "the PowerShell check finds no unknown command" >&2; exit 1; fi
if check --strings "$out/broken/list.json" "$out/broken/other.ps1" >/dev/null; then echo "the PowerShell check misses no literal" >&2; exit 1; fi

mkdir -p "$out/contoso"
"$go" build -o "$out/mdiplan" ./cmd/mdiplan
code=0
"$out/mdiplan" plan examples/contoso --facts examples/contoso/facts.json --now 2026-11-24T09:00:00Z --quiet \
  -o "powershell-bundle=$out/contoso/bundle" -o "ansible=$out/contoso/ansible" -o "powershell=$out/contoso/runbook.ps1" || code=$?
case $code in 0|3) ;; *) exit $code ;; esac
MDIPLAN_HOSTILE_OUT="$PWD/$out/hostile" "$go" test -count=1 -run 'Hostile' ./compiler/render >/dev/null

mapfile -t files < <(git ls-files '*.ps1'; find "$out/contoso" "$out/hostile" -name '*.ps1' -o -name '*.psd1')
check "${files[@]}"
check --like "$out/hostile/benign.ps1" "$out/hostile/hostile.ps1"
check --like "$out/hostile/benign/servers/s0plain.ps1" "$out"/hostile/bundle/servers/*.ps1 "$out"/hostile/bundle/domains/*.ps1
check --strings "$out/hostile/literals.json" "$out/hostile/hostile.ps1"
mapfile -t data < <(find "$out/hostile/bundle/data" -name '*.psd1')
check --strings "$out/hostile/literals.json" "${data[@]}"
echo "PowerShell: ${#files[@]} files, no syntax error; hostile names stay literals"
