"""Writes descriptors.json: security descriptors in binary and what Samba's own decoder reads in them.

Run with Debian's python3-samba: /usr/bin/python3 vectors.py >descriptors.json. The rights of an entry are given as stored;
mdiplan maps generic rights.
"""
import base64
import json

from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack

DOMAIN = security.dom_sid("S-1-5-21-1004336348-1177238915-682003330")
USER, COMPUTER = "bf967aba-0de6-11d0-a285-00aa003049e2", "bf967a86-0de6-11d0-a285-00aa003049e2"
CASES = [
    "O:BAG:BAD:",
    "O:BAG:BAD:S:",
    "O:SYG:SYD:PAI(A;;CCDCLCSWRPWPSDRCWDWO;;;SY)(A;;LCRPRC;;;BA)",
    "D:(D;;RPWP;;;AN)(A;CI;RPLCLORC;;;AU)(A;;GA;;;DA)(A;CIIO;GA;;;CO)",
    f"S:AI(OU;CISA;CCDCSWWPDTWDSDWO;;{USER};WD)",
    f"S:(OU;CIIOSA;CCDCSWWPDTCRSDWDWO;;{USER};WD)(OU;CIIOSA;CCDCSWWPDTCRSDWDWO;;{COMPUTER};WD)",
    "S:P(AU;CISAFA;RPWP;;;WD)(AU;SAFA;GR;;;AU)(AU;OICINPSA;GW;;;S-1-5-21-1-2-3-4294967295)",
    f"D:(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;{USER};S-1-5-21-1004336348-1177238915-682003330-1130)"
    "(OD;;RP;bf967a0a-0de6-11d0-a285-00aa003049e2;;WD)(OA;;RPWP;bf967950-0de6-11d0-a285-00aa003049e2;;PS)",
    "O:S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088D:(A;ID;FA;;;S-1-16-12288)S:(AU;IDFA;SD;;;WD)",
    "O:S-1-5-21-1-2-3-4-5-6-7-8-9-10-11-12-13-14D:(A;;0xffffffff;;;WD)",
]


def entry(ace):
    out = {"type": int(ace.type), "flags": int(ace.flags), "mask": int(ace.access_mask) & 0xFFFFFFFF, "sid": str(ace.trustee)}
    if ace.type in (5, 6, 7):
        present = int(ace.object.flags)
        out["object_type"] = str(ace.object.type) if present & 1 else ""
        out["inherited_object_type"] = str(ace.object.inherited_type) if present & 2 else ""
    return out


def acl(found):
    return None if found is None else [entry(ace) for ace in found.aces]


vectors = []
for sddl in CASES:
    binary = ndr_pack(security.descriptor.from_sddl(sddl, DOMAIN))
    read = ndr_unpack(security.descriptor, binary)
    vectors.append({
        "sddl": sddl, "binary": base64.b64encode(binary).decode(), "control": int(read.type),
        "owner": str(read.owner_sid or ""), "group": str(read.group_sid or ""), "dacl": acl(read.dacl), "sacl": acl(read.sacl),
    })
print(json.dumps(vectors, indent=1))
