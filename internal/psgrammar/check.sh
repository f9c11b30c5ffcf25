#!/usr/bin/env bash
# Parses every script of the step library and the generated ones with a real PowerShell grammar. Needs Node.js and npm; the
# two packages are fetched into the output folder, never into the repository.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=out/psgrammar
command -v node >/dev/null && command -v npm >/dev/null || { echo "the PowerShell check needs Node.js and npm" >&2; exit 1; }
mkdir -p "$out"
cp internal/psgrammar/check.mjs internal/psgrammar/package.json "$out"
[ -d "$out/node_modules/web-tree-sitter" ] || (cd "$out" && npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts)
printf 'function f {\n' >"$out/broken.ps1"
if node --liftoff-only "$out/check.mjs" "$out/broken.ps1" >/dev/null; then echo "the PowerShell check finds no error where there is one" >&2; exit 1; fi
files=$(git ls-files '*.ps1'; ls out/*.ps1 2>/dev/null || true)
# shellcheck disable=SC2086
node --liftoff-only "$out/check.mjs" $files
echo "PowerShell: $(echo "$files" | wc -l) files, no syntax error"
