# METADATA
# title: Policy objects that audit NTLM reach domain controllers only
# description: On a member server these values only fill its log, and one of them can shut its own NTLM off.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-205
#   subject: domain
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_ntlm_gpo, domain.link_audit_gpo]
package mdi.rules.auditing.ntlm_on_controllers_only

observed := _wide

required := set()

compliant := count(_wide) == 0 if {
	input.domain.gpos_complete
	count(_read) == count(input.domain.gpos)
}

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_string(input.domain.gpos[id].status)
	is_object(input.domain.gpos[id].registry)
	is_object(input.domain.gpos[id].apply)
	is_object(input.domain.gpos[id].deny_apply)
	told := {dn |
		some dn in object.keys(input.domain.gpos[id].links)
		is_boolean(input.domain.gpos[id].links[dn].enabled)
	}
	count(told) == count(input.domain.gpos[id].links)
}

# Links through which others than controllers get at least one of the values.
_wide := {sprintf("%s: %s", [id, dn]) |
	some id in object.keys(input.domain.gpos)
	input.domain.gpos[id].status in {"enabled", "user_disabled"}
	count(object.keys(input.domain.gpos[id].registry) & object.keys(data.mdi.tables.ntlm_auditing.wanted)) > 0
	not _filtered(id)
	some dn in object.keys(input.domain.gpos[id].links)
	input.domain.gpos[id].links[dn].enabled
	not _of_controllers(dn)
}

_of_controllers(dn) if regex.match(`(^|,)ou=domain controllers,dc=`, dn)

# Everybody who may apply it is a controller, or member computers may not.
_filtered(id) if {
	others := {sid |
		some sid in object.keys(input.domain.gpos[id].apply)
		not _controller(sid)
	}
	count(others) == 0
}

_filtered(id) if {
	some sid in object.keys(input.domain.gpos[id].deny_apply)
	endswith(sid, "-515")
}

_controller(sid) if sid in data.mdi.tables.controllers.sids

_controller(sid) if {
	some rid in data.mdi.tables.controllers.rids
	regex.match(sprintf(`^S-1-5-21-[0-9-]+-%d$`, [rid]), sid)
}
