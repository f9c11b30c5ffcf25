#!/bin/sh
# Makes the pictures in docs/pictures from the change records of examples/fabrikam and examples/government, with a headless
# Chromium. A picture is the page with all sections but one hidden: a copy of it, because the page itself allows no style but its own.
set -eu
cd "$(dirname "$0")/../.."
page=examples/fabrikam/rendered/runbook.html
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo "pictures need Chromium" >&2; exit 1; }
work=$(mktemp -d)
cp "$page" "$work/page.html"
page=$work/page.html
trap 'rm -rf "$work"' EXIT
mkdir -p docs/pictures

# picture NAME SELECTOR WIDTHxHEIGHT [STYLE]: what matches the selector, and nothing beside it
picture() {
  sed -e '/http-equiv="Content-Security-Policy"/d' \
    -e "s|</head>|<style>body > header, main > * { display: none } $2 { display: block !important } main h2 { margin-top: 1rem } ${4:-}</style></head>|" "$page" > "$work/$1.html"
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --screenshot="$work/$1.png" --window-size="$(echo "$3" | tr x ,)" \
    "file://$work/$1.html" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
  # Fewer colours and no metadata, where the tools are there: a picture in a repository is small.
  if command -v pngquant >/dev/null; then pngquant --force --strip --speed 1 --output "$work/$1.png" 64 "$work/$1.png"; fi
  if command -v optipng >/dev/null; then optipng -quiet -strip all -o5 "$work/$1.png"; fi
  mv "$work/$1.png" "docs/pictures/$1.png"
}

# The step that the walk through the record opens.
step=server.install_sensor@dc03.fabrikam.com
anchor=$(awk -v step="<dt>Step</dt><dd><code>$step</code>" '/<details class="step / { match($0, /id="s[0-9]+"/); id = substr($0, RSTART, RLENGTH) } index($0, step) { print id; exit }' "$page")
[ -n "$anchor" ] || { echo "no step $step in $page" >&2; exit 1; }

picture head "body > header, main > #summary" 1280x740
picture held "main > #held" 1280x480
picture timeline "main > #schedule" 1280x740
picture graph "main > #graph" 1280x720
sed "s|<details class=\"step [^>]*$anchor|& open|" "$page" > "$work/open.html"
page=$work/open.html
picture step "main > #steps" 1280x900 "#filter, details.step:not([open]), .wave:not(:has([open])) { display: none }"
page=examples/government/rendered/runbook.html
picture government-record "body > header, main > #summary" 1100x740
picture government-time "main > #schedule" 1200x720
ls -l docs/pictures
