"""Sets parts of security descriptors offline: lines of FLAGS DN TAB SDDL on stdin (7 owner, group, DACL; 8 SACL)."""
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack
from samba.param import LoadParm
from samba.samdb import SamDB

folder = sys.argv[1]
parameters = LoadParm()
parameters.load(folder + "/etc/smb.conf")
db = SamDB(url=folder + "/private/sam.ldb", lp=parameters, session_info=system_session(parameters))
domain = security.dom_sid(db.get_domain_sid())
for line in sys.stdin:
    if not line.strip() or line.startswith("#"):
        continue
    where, sddl = line.rstrip("\n").split("\t")
    flags, dn = where.split(" ", 1)
    message = ldb.Message(ldb.Dn(db, dn))
    packed = ndr_pack(security.descriptor.from_sddl(sddl, domain))
    message["sd"] = ldb.MessageElement(packed, ldb.FLAG_MOD_REPLACE, "nTSecurityDescriptor")
    db.modify(message, controls=["sd_flags:1:" + flags, "show_deleted:1"])
