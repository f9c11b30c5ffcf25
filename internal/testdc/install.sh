#!/usr/bin/env bash
# Installs what the integration tests need: Samba 4.22 or newer as a domain controller, with its tools. Debian 12 and 13.
# It changes the machine, so it runs only in CI (CI=true) or when told to (MDIPLAN_INSTALL=1), and as root.
set -euo pipefail

newer() { command -v samba >/dev/null && [ "$(printf '%s\n' 4.22 "$(samba --version | grep -oE '[0-9]+\.[0-9]+' | head -1)" | sort -V | head -1)" = 4.22 ]; }
complete() { newer && command -v samba-tool ldbadd ldapsearch openssl >/dev/null && /usr/bin/python3 -c 'import samba.samdb' 2>/dev/null; }

if complete; then
  echo "Samba $(samba --version | grep -oE '[0-9.]+' | head -1) is installed."
  exit 0
fi
if [ "${CI:-}" != true ] && [ "${MDIPLAN_INSTALL:-}" != 1 ]; then
  echo "The integration tests need Samba 4.22 or newer, and it is not installed." >&2
  echo "Run 'MDIPLAN_INSTALL=1 make integration' as root to install it from Debian's packages, or install it yourself." >&2
  exit 1
fi
. /etc/os-release
export DEBIAN_FRONTEND=noninteractive
target=()
if [ "${VERSION_ID:-}" = 12 ]; then
  # Debian 12 has Samba 4.17, which knows neither KDS root keys nor gMSAs; its backports have 4.22.
  awk 'BEGIN { RS = ""; ORS = "\n\n" }
       /Suites:[^\n]*-updates/ { gsub(/(^|\n)#[^\n]*/, ""); sub(/Suites:[^\n]*/, "Suites: bookworm-backports"); print }' \
    /etc/apt/sources.list.d/debian.sources > /etc/apt/sources.list.d/mdiplan-backports.sources
  target=(-t bookworm-backports)
fi
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${target[@]}" samba-ad-dc samba-ad-provision samba-dsdb-modules \
  samba-vfs-modules winbind python3-samba ldb-tools ldap-utils krb5-user python3-markdown openssl >/dev/null
complete || { echo "Samba 4.22 or newer could not be installed." >&2; exit 1; }
echo "Samba $(samba --version | grep -oE '[0-9.]+' | head -1) was installed."
