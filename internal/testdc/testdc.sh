#!/usr/bin/env bash
# A throwaway Active Directory on a loopback address, from nothing to answering in some seconds.
#   testdc.sh up DIR ADDRESS [LDIF...]   provision, seed, start
#   testdc.sh down DIR                   stop what "up" started
# DIR must be short (unix sockets live below it). Ports 88, 389, 464, 636, 3268 and 3269 of ADDRESS must be free.
set -euo pipefail
export LC_ALL=C
verb=${1:-} dir=${2:-} address=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
[ -n "$verb" ] && [ -n "$dir" ] || { sed -n '2,5p' "$0" >&2; exit 2; }

if [ "$verb" = down ]; then
  [ -s "$dir/run.pid" ] && kill "$(cat "$dir/run.pid")" 2>/dev/null || true
  exit 0
fi
shift 3
mkdir -p "$dir"; dir=$(cd "$dir" && pwd)
[ ${#dir} -lt 60 ] || { echo "$dir is too long a path for unix sockets" >&2; exit 2; }

samba-tool domain provision --configfile=/dev/null --targetdir="$dir" --realm=MDI.TEST --domain=MDI --server-role=dc \
  --host-name=dc1 --host-ip="$address" --adminpass=Passw0rd.mdi --base-schema=2019 --function-level=2016 --dns-backend=NONE \
  --option='ad dc functional level=2016' --option="interfaces=$address/8" --option='bind interfaces only=yes' \
  --option='dns forwarder=' >"$dir/provision.log" 2>&1 || { tail -20 "$dir/provision.log" >&2; exit 1; }

# Samba's own certificate may have a negative serial number, which Go refuses; so a small authority of our own.
( cd "$dir/private/tls"
  for name in ca other; do
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=test authority $name" -keyout $name-key.pem -out $name.pem
  done
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=dc1.mdi.test -keyout key.pem -out req.pem
  printf 'subjectAltName=DNS:dc1.mdi.test,DNS:localhost,IP:%s\nextendedKeyUsage=serverAuth\n' "$address" >ext.cnf
  openssl x509 -req -in req.pem -CA ca.pem -CAkey ca-key.pem -set_serial 1 -days 30 -extfile ext.cnf -out cert.pem
  chmod 600 key.pem ) 2>"$dir/tls.log"

sam=(-H "$dir/private/sam.ldb"); conf=(--configfile="$dir/etc/smb.conf")
# Without a running DRS service nobody registers these names, and Kerberos would not know the server.
for name in "ldap/dc1.mdi.test" "ldap/$address"; do samba-tool spn add "$name" 'dc1$' "${conf[@]}" >/dev/null; done
samba-tool user create collector Passw0rd.col "${conf[@]}" >/dev/null
samba-tool service-account create "${sam[@]}" "${conf[@]}" --name=mdiSvc01 --dns-host-name=mdisvc01.mdi.test >/dev/null
samba-tool service-account group-msa-membership add "${sam[@]}" "${conf[@]}" --name='mdiSvc01$' \
  --principal='CN=Domain Controllers,CN=Users,DC=mdi,DC=test' >/dev/null
for ldif in "$@"; do ldbadd "${sam[@]}" --relax "$ldif" >/dev/null; done
/usr/bin/python3 "$here/descriptors.py" "$dir" <"$here/testdata/descriptors.txt"

printf '[libdefaults]\n default_realm = MDI.TEST\n dns_lookup_kdc = false\n dns_lookup_realm = false\n udp_preference_limit = 1\n[realms]\n MDI.TEST = {\n  kdc = %s:88\n }\n' \
  "$address" >"$dir/krb5.conf"
/usr/sbin/samba --foreground --no-process-group --configfile="$dir/etc/smb.conf" --debug-stdout --debuglevel=1 \
  --option='server services=ldap kdc' --option="pid directory=$dir" --option="ncalrpc dir=$dir/ncalrpc" \
  --option="log file=$dir/log.samba" --option='ldap server require strong auth=yes' >"$dir/samba.out" 2>&1 </dev/null &
echo $! >"$dir/run.pid"
for _ in $(seq 300); do
  ldapsearch -x -LLL -H "ldap://$address" -s base -b '' defaultNamingContext >/dev/null 2>&1 && exit 0
  kill -0 "$(cat "$dir/run.pid")" 2>/dev/null || break
  sleep 0.1
done
echo "the directory did not start:" >&2; tail -20 "$dir/samba.out" >&2
exit 1
